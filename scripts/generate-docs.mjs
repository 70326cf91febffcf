/**
 * Writes what is repeated of the sources: docs/rules/, a page a rule, the tables in README.md that stand between
 * `<!-- generated: NAME -->` and `<!-- end -->`, in package.json the settings that the server reads, and in package.nls.json
 * what is said about them.
 *
 *   node scripts/generate-docs.mjs [--check]
 *
 * `--check` writes nothing, and ends with 1 where the files say something else than the sources.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { tsImport } from 'tsx/esm/api';
import { collectTexts } from './texts.mjs';

const root = path.resolve(import.meta.dirname, '..');
const rulesFolder = 'docs/rules';
const commandLineFolder = 'docs/cli';
/** Settings that the server knows nothing of. */
const clientSettings = ['worksheets.trace.server'];

const { rules } = await tsImport('../server/src/rules/rules.ts', import.meta.url);
const { createWorksheetService } = await tsImport('../server/src/service.ts', import.meta.url);
const { knowledgeLibrary } = await tsImport('../server/src/workspace/knowledge-library.ts', import.meta.url);
const { COMMANDS } = await tsImport('../server/src/cli/run.ts', import.meta.url);
const { helpPage } = await tsImport('../server/src/cli/help.ts', import.meta.url);
const commandLine = await Promise.all(Object.values(COMMANDS).map((load) => load()));
const { DEFAULT_SETTINGS, SETTINGS_SCHEMA } = await tsImport('../server/src/lsp/settings.ts', import.meta.url);
const texts = JSON.parse(read('package.nls.json'));
const translatable = await collectTexts();
const manifest = withSettings(JSON.parse(read('package.json')));

/** @returns {string | null} */
function read(file) {
  const place = path.join(root, file);
  return existsSync(place) ? readFileSync(place, 'utf8') : null;
}

/** The manifest with the settings as the server has them; those that only the client reads come last. */
function withSettings(given) {
  const { configuration } = given.contributes;
  for (const key of Object.keys(texts)) if (key.startsWith('setting.')) delete texts[key];
  const ofServer = Object.entries(SETTINGS_SCHEMA).map(([name, schema]) => [
    `worksheets.${name}`,
    withKeys(schema, `setting.${name}`),
  ]);
  const others = Object.entries(configuration.properties).filter(([name]) => clientSettings.includes(name));
  const properties = Object.fromEntries([...ofServer, ...others]);
  return { ...given, contributes: { ...given.contributes, configuration: { ...configuration, properties } } };
}

/** A setting's schema with keys in place of its texts, which go to package.nls.json. */
function withKeys(schema, key) {
  texts[key] = schema.markdownDescription;
  const values = schema.markdownEnumDescriptions?.map((text, index) => {
    const value = `${key}.${schema.enum[index]}`;
    texts[value] = text;
    return `%${value}%`;
  });
  const entries = Object.entries(schema.properties ?? {}).map(([name, entry]) => [
    name,
    withKeys(entry, `${key}.${name}`),
  ]);
  return {
    ...schema,
    ...(values && { markdownEnumDescriptions: values }),
    ...(schema.properties && { properties: Object.fromEntries(entries) }),
    markdownDescription: `%${key}%`,
  };
}

/** What the manifest says, in words: `%key%` stands for a text of package.nls.json. */
function inWords(text) {
  return text.replace(/^%(.+)%$/, (_all, key) => texts[key] ?? text);
}

/** @param {readonly (readonly string[])[]} rows the first is the head */
function table(rows) {
  const lines = rows.map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`);
  return [lines[0], `|${' --- |'.repeat(rows[0].length)}`, ...lines.slice(1)].join('\n');
}

/** Markdown that shows Markdown. */
function fenced(markdown) {
  const longest = Math.max(2, ...Array.from(markdown.matchAll(/`+/g), ([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}markdown\n${markdown.trimEnd()}\n${fence}`;
}

/** What a rule says about a document, as the editor shows it. */
function reported(rule, markdown) {
  const service = createWorksheetService({ knowledge: knowledgeLibrary.combine([]), settings: DEFAULT_SETTINGS });
  const uri = 'file:///example.md';
  service.open(uri, 0, markdown);
  return service
    .diagnostics(uri)
    .filter(({ code }) => code === rule.id)
    .map(({ range: { start }, message }) => `- Line ${start.line + 1}: ${message}`)
    .join('\n');
}

function rulePage(rule) {
  const parts = [
    `# ${rule.id}`,
    rule.summary,
    rule.explanation,
    `Severity: ${rule.severity}. ${rule.fix ? 'It has a quick fix.' : 'It has no quick fix.'}`,
    `## ${rule.examples.length === 1 ? 'Example' : 'Examples'}`,
  ];
  for (const { name, markdown, fixed } of rule.examples) {
    const document = markdown.replaceAll(/<\||\|>/g, '');
    parts.push(`### ${name}`, fenced(document), reported(rule, document));
    if (fixed !== undefined) parts.push('After the quick fix:', fenced(fixed));
  }
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

function ruleTable(folder) {
  const rows = rules.map(({ id, severity, summary, fix }) => [
    `[${id}](${folder}${id}.md)`,
    severity,
    summary,
    fix ? 'yes' : '',
  ]);
  return table([['Rule', 'Severity', 'What it reports', 'Quick fix'], ...rows]);
}

function settingTable() {
  const settings = Object.entries(manifest.contributes.configuration.properties);
  const rows = settings.map(([name, setting]) => {
    const values = (setting.enum ?? []).map((value, index) => {
      const description = setting.markdownEnumDescriptions?.[index] ?? setting.enumDescriptions?.[index];
      return description ? `<br>\`${value}\`: ${inWords(description)}` : '';
    });
    const description = setting.markdownDescription ?? setting.description;
    return [`\`${name}\``, `\`${JSON.stringify(setting.default)}\``, inWords(description) + values.join('')];
  });
  return table([['Setting', 'Default', 'What it does'], ...rows]);
}

function commandList() {
  return manifest.contributes.commands.map(({ title }) => `- ${inWords(title)}`).join('\n');
}

function commandLineTable(folder) {
  const rows = commandLine.map(({ name, summary }) => [`[worksheets ${name}](${folder}${name}.md)`, summary]);
  return table([['Command', 'What it does'], ...rows]);
}

/** A file with its generated parts made anew; each part is named in the comment before it. */
function withParts(file, parts) {
  const text = read(file) ?? '';
  return text.replace(/(<!-- generated: (\w+) -->\n)[\s\S]*?(<!-- end -->)/g, (_all, start, name, end) => {
    if (!(name in parts)) throw new Error(`${file} asks for "${name}", expected ${Object.keys(parts).join(', ')}.`);
    return `${start}\n${parts[name]()}\n\n${end}`;
  });
}

/** @returns {Map<string, string | null>} each file, relative to the project, and its text; `null` for one to go */
function generate() {
  const pages = rules.map((rule) => [`${rulesFolder}/${rule.id}.md`, rulePage(rule)]);
  const files = new Map(pages);
  files.set('package.json', `${JSON.stringify(manifest, null, 2)}\n`);
  files.set('l10n/bundle.l10n.json', `${JSON.stringify(translatable, null, 2)}\n`);
  files.set('package.nls.json', `${JSON.stringify(texts, null, 2)}\n`);
  files.set(`${rulesFolder}/README.md`, `# Rules\n\nWhat the findings of a worksheet mean.\n\n${ruleTable('')}\n`);
  for (const command of commandLine) files.set(`${commandLineFolder}/${command.name}.md`, helpPage(command));
  files.set(`${commandLineFolder}/README.md`, `# Command line\n\n${commandLineTable('')}\n`);
  for (const folder of [rulesFolder, commandLineFolder]) {
    for (const name of existsSync(path.join(root, folder)) ? readdirSync(path.join(root, folder)) : []) {
      if (!files.has(`${folder}/${name}`)) files.set(`${folder}/${name}`, null);
    }
  }
  files.set(
    'README.md',
    withParts('README.md', {
      rules: () => ruleTable('docs/rules/'),
      settings: settingTable,
      commands: commandList,
      commandLine: () => commandLineTable('docs/cli/'),
    }),
  );
  return files;
}

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
const changed = [...generate()].filter(([file, text]) => text !== read(file));
if (!values.check) {
  for (const folder of [rulesFolder, commandLineFolder]) mkdirSync(path.join(root, folder), { recursive: true });
  for (const [file, text] of changed) {
    if (text === null) rmSync(path.join(root, file));
    else writeFileSync(path.join(root, file), text);
  }
} else if (changed.length > 0) {
  console.error('These differ from the sources. Run npm run docs.');
  process.exitCode = 1;
}
for (const [file] of changed) console.log(file);
