import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
// @ts-expect-error A script in plain JavaScript, of text to text.
import { extensionPage } from '../../scripts/extension-page.mjs';
import { DEFAULT_SETTINGS } from '../../server/src/lsp/settings.ts';
import { createWorksheetService } from '../../server/src/service.ts';
import { knowledgeLibrary } from '../../server/src/workspace/knowledge-library.ts';

const root = path.resolve(import.meta.dirname, '../..');
const markdownIn = (folder: string) =>
  readdirSync(path.join(root, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => path.join(folder, name));
const pages = [
  ...markdownIn('.'),
  ...markdownIn('docs'),
  ...markdownIn('docs/rules'),
  ...markdownIn('docs/cli'),
  'examples/README.md',
];
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');

/** The headings of a page as links name them. */
function anchors(markdown: string): readonly string[] {
  const headings = Array.from(markdown.matchAll(/^#+ (.*)$/gm), ([, heading]) => heading!.toLowerCase());
  return headings.map((heading) => heading.replace(/[^\p{L}\p{N} _-]/gu, '').replaceAll(' ', '-'));
}

describe('the documentation', () => {
  it('repeats rules, settings and commands as the sources have them', () => {
    const args = ['scripts/generate-docs.mjs', '--check'];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
    assert.equal(status, 0, `${stderr}${stdout}`);
  }).timeout(90_000);

  it('leads only to what is there', () => {
    const broken = pages.flatMap((page) => {
      const text = read(page).replace(/^(`{3,}).*?^\1/gms, '');
      const links = Array.from(
        text.matchAll(/\]\(([^)\s]+)\)|<img src="([^"]+)"/g),
        ([, link, image]) => link ?? image!,
      );
      return links
        .filter((link) => !/^[a-z]+:/.test(link))
        .filter((link) => {
          const [place, anchor] = link.split('#') as [string, string?];
          const target = place === '' ? page : path.join(path.dirname(page), place);
          return (
            !existsSync(path.join(root, target)) || (anchor !== undefined && !anchors(read(target)).includes(anchor))
          );
        })
        .map((link) => `${page}: ${link}`);
    });
    assert.deepEqual(broken, []);
  });

  it('names only files that are there', () => {
    const named = /`([a-z-]+\/(?:[\w.-]+\/)*(?:[\w.-]+\.(?:ts|mjs|md|json))?)`/g;
    const there = (file: string) =>
      [root, path.join(root, 'server/src')].some((place) => existsSync(path.join(place, file)));
    const missing = pages.flatMap((page) =>
      Array.from(read(page).matchAll(named), ([, file]) => file!)
        .filter((file) => !there(file))
        .map((file) => `${page}: ${file}`),
    );
    assert.deepEqual(missing, []);
  });

  it('is no worksheet', () => {
    const service = createWorksheetService({ knowledge: knowledgeLibrary.combine([]), settings: DEFAULT_SETTINGS });
    const taken = pages.filter((page) => {
      service.open(page, 0, read(page));
      return service.worksheet(page)?.role !== 'none' || service.diagnostics(page).length > 0;
    });
    assert.deepEqual(taken, []);
  });
});

describe('the page of the extension', () => {
  const page: string = extensionPage(read('README.md'));

  it('has no pictures and no links that only work in the repository', () => {
    assert.doesNotMatch(page, /<img|<source|<!--|npm ci/);
    const links = Array.from(page.matchAll(/\]\(([^)]+)\)/g), ([, link]) => link!);
    assert.deepEqual(
      links.filter((link) => !/^https:/.test(link)),
      [],
    );
  });

  it('says what the extension does', () => {
    for (const heading of ['What it does', 'Commands', 'Settings', 'What it never does'])
      assert.match(page, new RegExp(`^## ${heading}$`, 'm'));
    assert.doesNotMatch(page, /\n\n\n/);
  });
});
