import { mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Lays out the browser build of VS Code's Markdown extension, which VS Code's server does not have: there its Markdown
 * preview runs in the Node extension host. The package that has it is made for another editor, and names its files as it is
 * loaded.
 *
 * @param {string} folder A new one.
 */
export async function layOutMarkdownExtension(folder) {
  const { files } = await import('@codingame/monaco-vscode-api/extensions');
  await import('@codingame/monaco-vscode-markdown-language-features-default-extension');
  for (const [name, url] of files) {
    // Scripts are named twice, once without their extension.
    if (path.extname(name) === '') continue;
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    const target = fileURLToPath(url);
    symlinkSync(path.relative(path.dirname(file), target), file);
  }
}
