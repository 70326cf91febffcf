import { t } from '@vscode/l10n';
import { type CodeAction, CodeActionKind, type Range } from 'vscode-languageserver-types';
import { BUILT_IN_SCHEME } from '../knowledge/built-in-scheme.ts';
import type { Snapshot } from './snapshot.ts';

/** The client's command that adds a term to a glossary. */
const command = 'worksheets.addToGlossary';
const mostWords = 5;

/**
 * "Add to glossary" for a selected word or a few, where no glossary of the workspace has it yet. What to write, and where, is for the
 * person to say: the action is a command of the client.
 */
export function addToGlossary({ document, knowledge }: Snapshot, range: Range): CodeAction[] {
  const { lines, text } = document;
  const term = text.slice(lines.offsetAt(range.start), lines.offsetAt(range.end)).replace(/[*_`]/g, '').trim();
  if (
    !/^\p{L}[^\r\n]*$/u.test(term) ||
    term.split(/\s+/).length > mostWords ||
    /[.!?:;,]/.test(term.slice(0, -1).replace(/\w[.]\w/g, ''))
  )
    return [];
  const own = knowledge.glossaries.filter(({ uri }) => !uri.startsWith(`${BUILT_IN_SCHEME}:`));
  if (knowledge.define(term).some(({ uri }) => own.some((glossary) => glossary.uri === uri))) return [];
  const title = t('Add "{0}" to a glossary', term);
  const glossaries = own.map(({ uri }) => uri).filter((uri) => !/\.ya?ml$/i.test(uri));
  return [{ title, kind: CodeActionKind.QuickFix, command: { title, command, arguments: [term, glossaries] } }];
}
