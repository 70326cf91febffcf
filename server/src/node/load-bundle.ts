import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Script } from 'node:vm';

/** The file beside a bundle that holds what V8 made of it when it was built. */
export const compiledFile = (bundle: string): string => `${bundle}.compiled`;

/**
 * Loads a bundle, a CommonJS module, together with what V8 made of it before: most of the time that a short run takes is that for
 * compiling. Another version of Node.js than the one that built it takes no notice of that and compiles anew.
 */
export function loadBundle(file: string): Script {
  const script = compileBundle(file);
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(file), module, file, path.dirname(file));
  return script;
}

/** The bundle as {@link loadBundle} runs it. */
export function compileBundle(file: string): Script {
  // A bundler escapes what is not ASCII in strings, and not in regular expressions.
  const source = readFileSync(file, 'utf8');
  const wrapped = `(function (exports, require, module, __filename, __dirname) {${source}\n})`;
  return new Script(wrapped, { filename: file, cachedData: compiled(file) });
}

function compiled(file: string): Buffer | undefined {
  try {
    return readFileSync(compiledFile(file));
  } catch {
    // There is none yet while it is made.
    return undefined;
  }
}
