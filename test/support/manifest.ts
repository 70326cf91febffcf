import manifest from '../../package.json' with { type: 'json' };
import texts from '../../package.nls.json' with { type: 'json' };

export { manifest, texts };

/** A part of the manifest as VS Code shows it: with the texts that its `%keys%` stand for. */
export function inWords<Part>(part: Part): Part {
  const words: Record<string, string> = texts;
  return JSON.parse(JSON.stringify(part), (_name, value) =>
    typeof value === 'string' ? value.replace(/^%(.+)%$/, (all, key: string) => words[key] ?? all) : value,
  );
}
