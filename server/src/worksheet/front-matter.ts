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
  const reading = new Reading(yaml, start);
  const { document, problem } = readYaml(yaml);
  if (document) reading.readContents(document.contents);
  // Where the word stands in some other entry, the front matter is none of ours.
  else if (ENTRY.test(yaml)) {
    const { span, advice } = problem;
    reading.report([span.start, span.end], t('The front matter cannot be read as YAML from here on: {0}.', advice));
  }
  return reading.found;
}

/** Where something stands in the YAML. */
type Range = readonly number[] | null | undefined;

class Reading {
  readonly #yaml: string;
  readonly #start: number;
  readonly #problems: { span: Span; message: string }[] = [];
  readonly #disable: { id: string; span: Span }[] = [];
  #role: WorksheetFrontMatter['role'] = null;
  #key: string | null = null;
  #keySpan: Span | null = null;
  #assistance: Assistance | null = null;

  /** @param start where the YAML starts in the document */
  constructor(yaml: string, start: number) {
    this.#yaml = yaml;
    this.#start = start;
  }

  get found(): WorksheetFrontMatter {
    return {
      role: this.#role,
      key: this.#key,
      keySpan: this.#keySpan,
      assistance: this.#assistance,
      disable: this.#disable,
      problems: this.#problems,
    };
  }

  report(range: Range, message: string): void {
    this.#problems.push({ span: this.#place(range), message });
  }

  readContents(contents: unknown): void {
    const entry: unknown = isMap(contents) ? contents.get('worksheets', true) : undefined;
    if (isScalar(entry)) this.#readRole(entry.value, entry.range);
    else if (isMap(entry)) for (const { key, value } of entry.items) this.#readEntry(key, value);
    else if (isNode(entry)) {
      this.report(entry.range, t('A list says nothing here. Write worksheet, glossary, key or off.'));
    }
  }

  #readEntry(name: unknown, value: unknown): void {
    const word = isScalar(name) ? String(name.value) : '';
    const nameRange = isScalar(name) ? name.range : null;
    const [given, range] = isScalar(value) ? [value.value, value.range] : [null, nameRange];
    if (word === 'role') this.#readRole(given, range);
    else if (word === 'key') this.#readKey(given, range);
    else if (word === 'assistance') this.#readAssistance(given, range);
    else if (word === 'disable') {
      for (const item of isSeq(value) ? value.items : [value]) this.#readDisabled(item, range);
    } else this.report(nameRange, t('"{0}" says nothing here. Known are role, key, assistance and disable.', word));
  }

  #readRole(value: unknown, range: Range): void {
    // YAML 1.1 readers take `off` for `false`; both spellings mean the same here.
    if (value === 'off' || value === false) this.#role = 'none';
    else if (value === 'worksheet' || value === true || value === 'on') this.#role = 'worksheet';
    else if (value === 'glossary' || value === 'key') this.#role = value;
    else if (value === null) {
      this.report(range, t('An empty entry says nothing here. Write worksheet, glossary, key or off.'));
    } else {
      this.report(range, t('"{0}" says nothing here. Write worksheet, glossary, key or off.', String(value)));
    }
  }

  #readKey(value: unknown, range: Range): void {
    this.#key = value === null ? null : String(value);
    this.#keySpan = value === null ? null : this.#place(range);
  }

  #readAssistance(value: unknown, range: Range): void {
    const wanted = value === false ? 'off' : String(value).toLowerCase();
    if (wanted === 'answers' || wanted === 'hints' || wanted === 'off') {
      this.#assistance = wanted;
      return;
    }
    // Who says something here wants less help than there would be otherwise.
    this.#assistance = 'hints';
    this.report(
      range,
      t('"{0}" is no kind of assistance, so only hints are offered. Write answers, hints or off.', String(value)),
    );
  }

  #readDisabled(item: unknown, range: Range): void {
    if (isScalar(item) && typeof item.value === 'string') {
      this.#disable.push({ id: item.value, span: this.#place(item.range) });
    } else if (!isScalar(item) || item.value !== null) {
      this.report(isNode(item) ? item.range : range, t('The id of a rule is expected here.'));
    }
  }

  /** The place in the document; all of the YAML where it is not known better. */
  #place(range: Range): Span {
    const [from, to] = range ?? [0, this.#yaml.length];
    return { start: this.#start + from!, end: this.#start + to! };
  }
}
