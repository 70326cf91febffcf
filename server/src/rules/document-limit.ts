import { t } from '@vscode/l10n';
import type { LimitKind } from '../markdown/document.ts';
import type { Rule } from './rule.ts';

const reasons: Record<LimitKind, () => string> = {
  documentEffort: () => t('the document is too long'),
  blockEffort: () => t('this part is too large to be read in one go'),
  nesting: () => t('its lists and quotes are nested too deeply'),
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
      return {
        rule: 'document-limit',
        severity: 'information',
        span: { start: span.start, end: Math.min(span.end, document.lines.lineEnd(first)) },
        message:
          first === last
            ? t('Line {0} is not checked: {1}.', first + 1, reasons[kind]())
            : t('Lines {0} to {1} are not checked: {2}.', first + 1, last + 1, reasons[kind]()),
        question: null,
      };
    }),
};
