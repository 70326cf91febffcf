import { type Finding, isWorksheet } from '../inspect.ts';
import type { Format } from './format.ts';

/** An array of files with their findings, for programs. */
export const json: Format = (files) =>
  jsonArray(files, (file) => checkedAsJson({ ...file, worksheet: isWorksheet(file) }));

/** A file and its findings as programs get them: no more and no less than this. */
export function checkedAsJson({
  file,
  worksheet,
  findings,
}: {
  readonly file: string;
  readonly worksheet: boolean;
  readonly findings: readonly Omit<Finding, 'question'>[];
}): object {
  return {
    file,
    worksheet,
    findings: findings.map(({ rule, severity, message, range, fixable }) => ({
      rule,
      severity,
      message,
      range,
      fixable,
    })),
  };
}

/** An array as `JSON.stringify` writes it with two spaces, entry by entry. */
export async function* jsonArray<Entry>(
  entries: AsyncIterable<Entry> | Iterable<Entry>,
  asJson: (entry: Entry) => unknown,
): AsyncGenerator<string> {
  let before = '[\n';
  for await (const entry of entries) {
    yield `${before}  ${JSON.stringify(asJson(entry), null, 2).replaceAll('\n', '\n  ')}`;
    before = ',\n';
  }
  yield before === '[\n' ? '[]\n' : '\n]\n';
}
