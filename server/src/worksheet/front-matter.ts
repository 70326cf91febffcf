import { t } from '@vscode/l10n';
import { isMap, isNode, isScalar, isSeq } from 'yaml';
import type { MarkdownDocument } from '../markdown/document.ts';
import type { Span } from '../text/span.ts';
import type { Assistance, WorksheetFrontMatter } from './model.ts';
import { readYaml } from './yaml.ts';

const absent: WorksheetFrontMatter = {
  role: null,
  key: null,
  keySpan: null,
  assistance: null,
  disable: [],
  problems: [],
};
const cache = new WeakMap<object, WorksheetFrontMatter>();

/** What looks like an entry `worksheets`. */
const ENTRY = /(?:^[ \t]*|[{,]\s*)["']?worksheets["']?\s*:/m;

/**
 * What a document's front matter says under `worksheets`: `worksheet`, `glossary`, `key` or `off`, or a map with
 * `role`, `key`, `assistance` and `disable`. Other front matter, and none, is nobody's mistake.
 */
export function readFrontMatter(document: MarkdownDocument): WorksheetFrontMatter {
  const { frontMatter } = document;
  if (!frontMatter?.value.includes('worksheets')) return absent;
  let read = cache.get(frontMatter.block);
  if (!read) {
    // Front matter only stands at the very start: its offsets never shift, so the reading lives as long as the block.
    const valueStart = frontMatter.block.source.indexOf(frontMatter.value);
    read = interpret(frontMatter.value, document.partStart(0) + valueStart);
    cache.set(frontMatter.block, read);
  }
  return read;
}

/** Entries of a page that some site or forge builds from a document. */
const ofSite =
  /^(?:slug|sidebar_\w+|pagination_\w+|hide_\w+|authors?|permalink|description|keywords|id|about|labels|assignees)[ \t]*:|^title[ \t]*:.*\b(?:faqs?|asked questions)\b/im;

/** Whether a document's front matter is that of a page of a site, or of a form to report things with. */
export const isPageOfSite = ({ frontMatter }: MarkdownDocument): boolean =>
  frontMatter !== null && ofSite.test(frontMatter.value);

function interpret(yaml: string, start: number): WorksheetFrontMatter {
  const problems: { span: Span; message: string }[] = [];
  const { document: parsed, problem } = readYaml(yaml);
  const place = (range?: readonly number[] | null) =>
    range ? { start: start + range[0]!, end: start + range[1]! } : { start, end: start + yaml.length };
  if (problem) {
    // Where the word stands in some other entry, the front matter is none of ours.
    if (ENTRY.test(yaml)) {
      problems.push({
        span: place([problem.span.start, problem.span.end]),
        message: t('The front matter cannot be read as YAML from here on: {0}.', problem.advice),
      });
    }
    return { ...absent, problems };
  }
  const entry: unknown = isMap(parsed.contents) ? parsed.contents.get('worksheets', true) : undefined;
  let role: WorksheetFrontMatter['role'] = null;
  let key: string | null = null;
  let keySpan: Span | null = null;
  let assistance: Assistance | null = null;
  const disable: { id: string; span: Span }[] = [];
  const readRole = (value: unknown, range?: readonly number[] | null) => {
    // YAML 1.1 readers take `off` for `false`; both spellings mean the same here.
    if (value === 'off' || value === false) role = 'none';
    else if (value === 'worksheet' || value === true || value === 'on') role = 'worksheet';
    else if (value === 'glossary' || value === 'key') role = value;
    else
      problems.push({
        span: place(range),
        message:
          value === null
            ? t('An empty entry says nothing here. Write worksheet, glossary, key or off.')
            : t('"{0}" says nothing here. Write worksheet, glossary, key or off.', String(value)),
      });
  };
  if (isScalar(entry)) readRole(entry.value, entry.range);
  else if (isMap(entry)) {
    for (const { key: name, value } of entry.items) {
      const word = isScalar(name) ? String(name.value) : '';
      const range = isScalar(value) ? value.range : isScalar(name) ? name.range : null;
      const given = isScalar(value) ? value.value : null;
      if (word === 'role') readRole(given, range);
      else if (word === 'key') {
        key = given === null ? null : String(given);
        keySpan = key === null ? null : place(range);
      } else if (word === 'assistance') {
        const wanted = given === false ? 'off' : String(given).toLowerCase();
        if (wanted === 'answers' || wanted === 'hints' || wanted === 'off') assistance = wanted;
        else {
          // Who says something here wants less help than there would be otherwise.
          assistance = 'hints';
          problems.push({
            span: place(range),
            message: t(
              '"{0}" is no kind of assistance, so only hints are offered. Write answers, hints or off.',
              String(given),
            ),
          });
        }
      } else if (word === 'disable') {
        for (const item of isSeq(value) ? value.items : [value]) {
          if (isScalar(item) && typeof item.value === 'string')
            disable.push({ id: item.value, span: place(item.range) });
          else if (!isScalar(item) || item.value !== null)
            problems.push({
              span: place(isNode(item) ? item.range : range),
              message: t('The id of a rule is expected here.'),
            });
        }
      } else
        problems.push({
          span: place(isScalar(name) ? name.range : null),
          message: t('"{0}" says nothing here. Known are role, key, assistance and disable.', word),
        });
    }
  } else if (isNode(entry)) {
    problems.push({
      span: place(entry.range),
      message: t('A list says nothing here. Write worksheet, glossary, key or off.'),
    });
  }
  return { role, key, keySpan, assistance, disable, problems };
}
