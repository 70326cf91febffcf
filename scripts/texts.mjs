import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import l10n from '@vscode/l10n-dev';

const root = path.resolve(import.meta.dirname, '..');

/**
 * The texts that people read, as translators get them: all that client and server hand to `t()`.
 *
 * @returns {Promise<Record<string, string>>}
 */
export async function collectTexts() {
  const files = ['client/src', 'server/src'].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true })
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.generated.ts'))
      .map((file) => path.join(root, folder, file)),
  );
  const sources = files.map((file) => ({ extension: '.ts', contents: inFull(readFileSync(file, 'utf8')) }));
  const texts = await l10n.getL10nJson(sources.filter(({ contents }) => contents.includes('l10n.t(')));
  return Object.fromEntries(Object.entries(texts).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The tool knows the function by its full name only. */
function inFull(source) {
  return source
    .replace("import { t } from '@vscode/l10n';", "import * as l10n from '@vscode/l10n';")
    .replace(/(?<![\w.])t\(/g, 'l10n.t(');
}
