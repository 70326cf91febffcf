import { t } from '@vscode/l10n';
import { isMap, isScalar, isSeq, type Node as YamlNode } from 'yaml';
import { fileNameOf } from '../text/uri.ts';
import { readYaml } from '../worksheet/yaml.ts';
import type { Glossary, KnowledgeProblem, Term } from './model.ts';

/** Whether a path or URI names a glossary of Contextive's. */
export function isContextivePath(path: string): boolean {
  return /\.glossary\.ya?ml$/i.test(path);
}

/**
 * Reads a glossary in the YAML format of Contextive (`contexts`, each with `name` and `terms`, each of those with `name`,
 * `definition`, `aliases` and `examples`), so that its users need not write theirs anew. A context's name is the name of its
 * terms' glossary. Never throws: what cannot be understood is left out, and said in `problems`.
 */
export function parseContextive(uri: string, text: string): Glossary {
  const problems: KnowledgeProblem[] = [];
  const terms: Term[] = [];
  const title = fileTitle(uri);
  const yaml = readYaml(text);
  if (yaml.problem) {
    const message = t('This file cannot be read as YAML from here on: {0}.', yaml.problem.advice);
    problems.push({ rule: 'front-matter', span: yaml.problem.span, message });
    return { kind: 'glossary', uri, title, terms, problems };
  }
  const { document, lines } = yaml;
  const named = itemsOf(document.contents, 'contexts').map((context) => textOf(context, 'name'));
  itemsOf(document.contents, 'contexts').forEach((context, index) => {
    for (const term of itemsOf(context, 'terms')) {
      const name = textOf(term, 'name');
      if (!name) continue;
      const [start = 0, , end = start] = (isMap(term) ? term.range : null) ?? [];
      const examples = listOf(term, 'examples').map((example) => `> ${example}`);
      terms.push({
        name,
        aliases: listOf(term, 'aliases'),
        definition: [textOf(term, 'definition') ?? '', ...examples].filter(Boolean).join('\n\n'),
        seeAlso: [],
        sources: [],
        glossary: named[index] || title,
        uri,
        line: lines.linePos(start).line - 1,
        span: { start, end },
      });
    }
  });
  return { kind: 'glossary', uri, title: named[0] || title, terms, problems };
}

function fieldOf(node: unknown, name: string): unknown {
  return isMap(node) ? node.get(name, true) : undefined;
}

function itemsOf(node: YamlNode | null | unknown, name: string): readonly unknown[] {
  const field = fieldOf(node, name);
  return isSeq(field) ? field.items : [];
}

function textOf(node: unknown, name: string): string | null {
  const field = fieldOf(node, name);
  return isScalar(field) && field.value !== null ? String(field.value).trim() : null;
}

function listOf(node: unknown, name: string): string[] {
  return itemsOf(node, name).flatMap((item) =>
    isScalar(item) && item.value !== null ? [String(item.value).trim()] : [],
  );
}

function fileTitle(uri: string): string {
  return fileNameOf(uri)
    .replace(/\.glossary\.ya?ml$/i, '')
    .replace(/[-_]+/g, ' ');
}
