import { t } from '@vscode/l10n';
import { isBuiltIn } from './built-in-scheme.ts';
import { type QuestionReading, readKey } from './key-wordings.ts';
import type { AnswerKey, Glossary, Knowledge, KnowledgeProblem } from './model.ts';
import { nameKey } from './parse-glossary.ts';
import { isCommonWord } from './term-index.ts';

/**
 * What the author of a glossary or key should mend: what was found when it was parsed, and what only shows among the other
 * files in force. A workspace's file may define and answer anew what a built-in one does; that is no problem.
 *
 * @returns empty for a file that is no knowledge
 */
export function knowledgeProblems(knowledge: Knowledge, uri: string): readonly KnowledgeProblem[] {
  const glossary = knowledge.glossaries.find((file) => file.uri === uri);
  if (glossary !== undefined) {
    return [...glossary.problems, ...sharedNames(knowledge, glossary), ...lostReferences(knowledge, glossary)];
  }
  const key = knowledge.keys.find((file) => file.uri === uri);
  return key === undefined ? [] : [...key.problems, ...alikeQuestions(knowledge, key)];
}

/** The files whose authors can settle something with the author of `file`. */
const neighbours = <T extends Glossary | AnswerKey>(files: readonly T[], file: T): T[] =>
  files.filter((other) => isBuiltIn(other.uri) === isBuiltIn(file.uri));

function sharedNames({ glossaries }: Knowledge, glossary: Glossary): KnowledgeProblem[] {
  const elsewhere = new Map(
    neighbours(glossaries, glossary)
      .filter((other) => other !== glossary)
      .flatMap(({ terms }) => terms)
      .flatMap((term) => [term.name, ...term.aliases].map((text) => [nameKey(text), term] as const)),
  );
  return glossary.terms.flatMap((term) =>
    [...new Map([term.name, ...term.aliases].map((text) => [nameKey(text), text]))].flatMap(([key, text]) => {
      const other = elsewhere.get(key);
      // An everyday word is only looked up, and then everything it stands for is shown.
      if (other === undefined || isCommonWord(text)) return [];
      const message = t(
        '"{0}" also stands for "{1}" in the glossary "{2}". Leave it to one of them.',
        text,
        other.name,
        other.glossary,
      );
      return [{ rule: 'claimed-twice', span: term.span, message }];
    }),
  );
}

function lostReferences(knowledge: Knowledge, glossary: Glossary): KnowledgeProblem[] {
  return glossary.terms.flatMap((term) =>
    term.seeAlso
      .filter((text) => knowledge.define(text).length === 0)
      .map((text) => ({ rule: 'unknown-see-also', span: term.span, message: t('No glossary has "{0}".', text) })),
  );
}

function alikeQuestions(knowledge: Knowledge, key: AnswerKey): KnowledgeProblem[] {
  const readingsOf = (file: AnswerKey) => readKey(file, knowledge.glossaries, knowledge.findTerms);
  const all = neighbours(knowledge.keys, key).flatMap(readingsOf);
  const owners = new Map<string, QuestionReading[]>();
  for (const reading of all) {
    for (const signature of signatures(reading)) {
      const known = owners.get(signature);
      if (known) known.push(reading);
      else owners.set(signature, [reading]);
    }
  }
  return readingsOf(key).flatMap((reading) => {
    const other = [...signatures(reading)].flatMap((it) => owners.get(it)!.find((each) => each !== reading) ?? [])[0];
    if (other === undefined) return [];
    const message = t(
      'This asks the same as "{0}" in "{1}". Word them further apart.',
      other.question.text,
      other.question.key,
    );
    return [{ rule: 'alike-questions', span: reading.question.span, message }];
  });
}

/** For each way to ask a question what it asks for, and in which section: that may tell two questions apart. */
function signatures({ section, wordings }: QuestionReading): ReadonlySet<string> {
  const keys = (units: readonly { readonly key: string }[]) => units.map(({ key }) => key).join(' ');
  return new Set(
    wordings.map(({ units, quests, hasBlank }) => [keys(units), quests.join(' '), hasBlank, keys(section)].join('\n')),
  );
}
