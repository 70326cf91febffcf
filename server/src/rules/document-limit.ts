import type { LimitKind } from '../markdown/document.ts';
import type { Rule } from './rule.ts';

const reasons: Record<LimitKind, string> = {
  documentEffort: 'the document is too long',
  blockEffort: 'this part is too large to be read in one go',
  nesting: 'its lists and quotes are nested too deeply',
};

/** Reports what was not read because it would have held up the editor. */
export const documentLimit: Rule = {
  id: 'document-limit',
  severity: 'information',
  summary: 'A part of the document is not checked, because reading it would take too long.',
  explanation:
    'Reported once for each such part, on its first line; all around it is checked as usual. The limits are far above what people ' +
    'write: 100 levels of nested quotes or lists, about 150 KB in one paragraph, 2,000 cells in a table, 4 MB in a document. ' +
    'To have everything checked, split the part in two.',
  examples: [
    {
      name: 'More levels than anybody reads',
      markdown: `---\nworksheets: worksheet\n---\n\n<|${'> '.repeat(101)}What is a port?|>\n`,
    },
  ],
  check: ({ document }) =>
    document.limits.map(({ kind, span }) => {
      const first = document.lines.lineAt(span.start);
      const last = document.lines.lineAt(Math.max(span.start, span.end - 1));
      const part = first === last ? `Line ${first + 1} is` : `Lines ${first + 1} to ${last + 1} are`;
      return {
        rule: 'document-limit',
        severity: 'information',
        span: { start: span.start, end: Math.min(span.end, document.lines.lineEnd(first)) },
        message: `${part} not checked: ${reasons[kind]}.`,
        question: null,
      };
    }),
};
