import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as l10n from '@vscode/l10n';
import bundle from '../../l10n/bundle.l10n.json' with { type: 'json' };
import manifest from '../../package.json' with { type: 'json' };
import manifestTexts from '../../package.nls.json' with { type: 'json' };
import { rules } from '../../server/src/rules/rules.ts';
import { createWorksheetService } from '../../server/src/service.ts';
import { knowledgeLibrary } from '../../server/src/workspace/knowledge-library.ts';

const root = path.resolve(import.meta.dirname, '../..');
const uri = 'file:///course/week-1.md';

/** Each text in brackets: what stands outside of them has not been translated. */
const pseudo = Object.fromEntries(Object.keys(bundle).map((text) => [text, `⟦${text}⟧`]));
const translated = /^⟦[\s\S]*⟧$/;

/** What rules are about, and where there is something to hover and complete. */
const documents = [
  ...rules.flatMap(({ examples }) => examples.map(({ markdown }) => markdown.replaceAll(/<\||\|>/g, ''))),
  ...readdirSync(path.join(root, 'examples'))
    .filter((file) => file.endsWith('.md'))
    .map((file) => readFileSync(path.join(root, 'examples', file), 'utf8')),
  '---\nworksheets: nonsense\n---\n# A\n',
  '---\nworksheets: { colour: red, assistance: some, disable: [3] }\n---\n# A\n',
  '---\nworksheets: [\n---\n# A\n',
];

describe('in another language', () => {
  before(() => l10n.config({ contents: pseudo }));
  after(() => l10n.config({ contents: {} }));

  it('all that a worksheet, a glossary or a key is told is in that language', () => {
    const seen = { messages: 0, titles: 0, labels: 0, hovers: 0 };
    for (const text of documents) {
      const service = createWorksheetService({
        knowledge: knowledgeLibrary.combine([]),
        settings: { assistance: 'answers' },
      });
      service.open(uri, 1, text);
      const { lines } = service.document(uri)!;
      const everywhere = { start: { line: 0, character: 0 }, end: lines.positionAt(text.length) };
      const diagnostics = service.diagnostics(uri);
      for (const { code, message, relatedInformation = [] } of diagnostics) {
        // What is right is said in the key's own words.
        if (code === 'misconception') continue;
        seen.messages++;
        assert.match(String(message), translated);
        // A place in a key is named by its question; one in the document itself says what it is.
        const own = relatedInformation.filter(({ location }) => location.uri === uri);
        for (const related of own) assert.match(related.message, translated);
      }
      for (const { title } of service.codeActions(uri, everywhere, diagnostics)) {
        seen.titles++;
        assert.match(title, translated);
      }
      for (const { command } of service.codeLenses(uri)) assert.match(command!.title, translated);
      for (let offset = 0; offset < text.length; offset += 7) {
        const position = lines.positionAt(offset);
        for (const { label, kind } of service.completion(uri, position, null)) {
          // Names of terms and accepted words are no texts of ours.
          if (kind === 14 || kind === 12) continue;
          seen.labels++;
          assert.match(label, translated);
        }
        const hover = service.hover(uri, position);
        if (!hover) continue;
        seen.hovers++;
        const outside = JSON.stringify(hover.contents).replaceAll(/⟦(?:(?!⟦)[\s\S])*?⟧/g, '');
        assert.doesNotMatch(outside, /Also called:|See also:|Hint:|Not mentioned yet:|key points/);
      }
    }
    for (const [what, count] of Object.entries(seen)) assert.ok(count > 20, `${count} ${what}`);
  });
});

describe('the texts', () => {
  it('of the manifest are all in package.nls.json', () => {
    const readable =
      /^(?:title|label|description|displayName|userDescription|markdownDescription|category|name|contents|shortTitle|altText)$/;
    const untranslated: string[] = [];
    const look = (value: unknown, key: string, where: string): void => {
      if (typeof value === 'string') {
        const name = /^%(.+)%$/.exec(value)?.[1];
        if (name !== undefined) assert.ok(name in manifestTexts, `${name} of ${where}`);
        else if (readable.test(key) && /[a-z] /i.test(value)) untranslated.push(`${where}: ${value}`);
      } else if (Array.isArray(value))
        for (const [index, item] of value.entries()) look(item, key, `${where}/${index}`);
      else if (typeof value === 'object' && value !== null)
        for (const [name, item] of Object.entries(value))
          if (name !== 'inputSchema') look(item, name, `${where}/${name}`);
    };
    look(manifest.contributes, '', '');
    assert.deepEqual(untranslated, []);
  });

  it('of package.nls.json are all in the manifest', () => {
    const used = readFileSync(path.join(root, 'package.json'), 'utf8');
    assert.deepEqual(
      Object.keys(manifestTexts).filter((name) => !used.includes(`%${name}%`)),
      [],
    );
  });

  it('of the client all go through l10n', () => {
    const translated = /l10n\.t\(\s*(['"`]).*?\1/g;
    const sentence = /(['"`])[A-Z][a-z]+ [^'"`]*\1/g;
    // The name of the extension, and of a snippet.
    const names = ["'Markdown Worksheets'", "'Answer key'"];
    const raw = readdirSync(path.join(root, 'client/src'), { encoding: 'utf8' }).flatMap((file) =>
      readFileSync(path.join(root, 'client/src', file), 'utf8')
        .split('\n')
        .filter((line) => !/^\s*(?:\*|\/\/|\/\*)/.test(line))
        .flatMap((line) => line.replace(translated, '').match(sentence) ?? [])
        .filter((text) => !names.includes(text))
        .map((text) => `${file}: ${text}`),
    );
    assert.deepEqual(raw, []);
  });
});
