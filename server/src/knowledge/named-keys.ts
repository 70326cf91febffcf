import { decodeUri } from '../text/uri.ts';
import type { AnswerKey } from './model.ts';

/** The keys that a worksheet means by a name: a file's name, the end of its path, or a title. Empty where none is at hand. */
export function keysNamed(keys: readonly AnswerKey[], name: string): readonly AnswerKey[] {
  const file = `/${name.replace(/^\.?\//, '')}`;
  return keys.filter(({ uri, title }) => title === name || decodeUri(uri).endsWith(file));
}
