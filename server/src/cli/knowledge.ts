import { URI } from 'vscode-uri';
import type { AnswerKey, Glossary } from '../knowledge/model.ts';
import { isContextivePath } from '../knowledge/parse-contextive.ts';
import { parseMarkdown } from '../markdown/document.ts';
import { LineIndex } from '../text/line-index.ts';
import { readFrontMatter } from '../worksheet/front-matter.ts';
import { mayHoldKnowledge } from '../workspace/file-access.ts';
import { knowledgeLibrary } from '../workspace/knowledge-library.ts';
import { type KnowledgeRole, knowledgeRole, mayBeKnowledge } from '../workspace/knowledge-role.ts';
import { InputError, type Io } from './command.ts';
import { filesOf, type NamedFile } from './operands.ts';
import { type FileHead, readWhole } from './read-files.ts';

/**
 * Reads what `--key` names as knowledge: files, and folders with glossaries and keys. A file that is named itself and does not
 * say what it is counts as a key. What is broken in a file is said, and the rest of it counts.
 *
 * @throws InputError where one of them cannot be read
 */
export async function readKeys(names: readonly string[], io: Io): Promise<readonly (Glossary | AnswerKey)[]> {
  const { files, lost } = await filesOf(names, mayHoldKnowledge, io);
  if (lost[0] !== undefined) throw new InputError(lost[0]);
  return files.flatMap((file) => {
    const read = readWhole(file);
    if ('reason' in read) throw new InputError(`"${file.name}" cannot be read: ${read.reason}.`);
    const known = asKnowledge(file, read.text, names.includes(file.name) ? 'key' : null);
    if (known !== null) for (const problem of brokenIn(file, read.text, known)) io.err(`worksheets: ${problem}\n`);
    return known ?? [];
  });
}

/** The glossaries and keys among files, in their order. */
export function knowledgeAmong(heads: readonly FileHead[]): readonly (Glossary | AnswerKey)[] {
  return heads.flatMap(({ file, head }) => {
    if (!mayBeKnowledge(head) && !isContextivePath(file.path)) return [];
    const read = readWhole(file);
    return ('text' in read && asKnowledge(file, read.text, null)) || [];
  });
}

/** The URI by which a file is known. */
export function uriOf({ path }: Pick<NamedFile, 'path'>): string {
  return URI.file(path).toString();
}

function asKnowledge(file: NamedFile, text: string, otherwise: KnowledgeRole | null): Glossary | AnswerKey | null {
  const uri = uriOf(file);
  if (isContextivePath(file.path)) return knowledgeLibrary.parseContextive(uri, text);
  const document = parseMarkdown(text);
  const role = knowledgeRole(document) ?? otherwise;
  return role === null ? null : knowledgeLibrary.parse(role, uri, document);
}

/** Why there is less in a file than its author thinks, one sentence each. */
function brokenIn({ name, path }: NamedFile, text: string, known: Glossary | AnswerKey): readonly string[] {
  const broken = isContextivePath(path)
    ? known.problems.filter(({ rule }) => rule === 'front-matter')
    : readFrontMatter(parseMarkdown(text)).problems;
  const lines = LineIndex.of(text);
  const places = broken.map(({ span, message }) => `${name}:${lines.lineAt(span.start) + 1}: ${message}`);
  const entries = known.kind === 'key' ? known.questions : known.terms;
  if (places.length > 0 || entries.length > 0) return places;
  return [`There are no ${known.kind === 'key' ? 'questions' : 'terms'} in "${name}".`];
}
