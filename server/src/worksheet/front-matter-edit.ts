import { isMap, isScalar, isSeq, type Pair, type YAMLMap } from 'yaml';
import type { MarkdownDocument } from '../markdown/document.ts';
import type { Edit } from '../text/edit.ts';
import { shift } from '../text/span.ts';
import { readYaml } from './yaml.ts';

/**
 * The edit after which a document's front matter says `disable: [rule]` under `worksheets`, all else in it as it was; null
 * where the front matter cannot be read, or has something in that place which nobody expects there.
 */
export function disableRule(document: MarkdownDocument, rule: string): Edit | null {
  const { frontMatter, text } = document;
  const eol = /\r\n?|\n/.exec(text)?.[0] ?? '\n';
  if (!frontMatter) {
    const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
    const lines = ['---', 'worksheets:', `  disable: [${rule}]`, '---', '', ''];
    return insert(start, lines.join(eol));
  }
  const { block, value } = frontMatter;
  const { document: yaml, problem } = readYaml(value);
  if (problem || !(yaml.contents === null || isMap(yaml.contents))) return null;
  const blockStart = document.partStart(0);
  const entry = yaml.contents && pairOf(yaml.contents, 'worksheets');
  if (!entry) {
    if (yaml.contents?.flow) return null;
    return insert(blockStart + block.source.lastIndexOf('---'), `worksheets:${eol}  disable: [${rule}]${eol}`);
  }
  const edit = inEntry(value, entry, rule, eol);
  return edit && { ...edit, span: shift(edit.span, blockStart + block.source.indexOf(value, 3)) };
}

/** Offsets are those of the YAML text, here and below. */
function inEntry(yaml: string, { value }: Pair, rule: string, eol: string): Edit | null {
  if (isScalar(value) && value.range && value.value !== null) {
    const [start, end] = value.range;
    return { span: { start, end }, newText: `{ role: ${yaml.slice(start, end)}, disable: [${rule}] }` };
  }
  return isMap(value) && value.range ? inMap(yaml, value, rule, eol) : null;
}

function inMap(yaml: string, map: YAMLMap, rule: string, eol: string): Edit | null {
  const listed = pairOf(map, 'disable')?.value;
  if (isSeq(listed) && listed.range) {
    const last = listed.items.at(-1);
    if (listed.flow) return insert(beforeBracket(yaml, listed.range[1]), last === undefined ? rule : `, ${rule}`);
    if (!isScalar(last) || !last.range) return null;
    const dash = yaml.slice(lineStart(yaml, last.range[0]), last.range[0]);
    return /^[ \t]*-[ \t]+$/.test(dash) ? insert(last.range[1], `${eol}${dash}${rule}`) : null;
  }
  if (isScalar(listed) && listed.range && listed.value !== null) {
    const [start, end] = listed.range;
    return { span: { start, end }, newText: `[${yaml.slice(start, end)}, ${rule}]` };
  }
  if (pairOf(map, 'disable')) return null;
  if (map.flow) {
    return insert(
      beforeBracket(yaml, map.range![1]),
      map.items.length > 0 ? `, disable: [${rule}]` : `disable: [${rule}]`,
    );
  }
  const first = map.items[0]?.key;
  if (!isScalar(first) || !first.range) return null;
  const indent = yaml.slice(lineStart(yaml, first.range[0]), first.range[0]);
  return /^[ \t]+$/.test(indent) ? insert(first.range[0], `disable: [${rule}]${eol}${indent}`) : null;
}

function pairOf(map: YAMLMap, name: string): Pair | null {
  return map.items.find(({ key }) => isScalar(key) && key.value === name) ?? null;
}

/** Behind the last thing before the bracket that ends at `end`. */
function beforeBracket(yaml: string, end: number): number {
  return yaml.slice(0, end - 1).trimEnd().length;
}

const lineStart = (yaml: string, offset: number) =>
  Math.max(yaml.lastIndexOf('\n', offset - 1), yaml.lastIndexOf('\r', offset - 1)) + 1;

const insert = (offset: number, newText: string): Edit => ({ span: { start: offset, end: offset }, newText });
