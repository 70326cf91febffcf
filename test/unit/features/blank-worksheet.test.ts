import assert from 'node:assert/strict';
import { blankWorksheet } from '../../../server/src/features/blank-worksheet.ts';
import { parseMarkdown } from '../../../server/src/markdown/document.ts';

const blank = (text: string) => blankWorksheet(parseMarkdown(`---\nworksheets: key\n---\n${text}`));

describe('a new worksheet from a key', () => {
  it('keeps headings and questions, and loses answers, hints and front matter', () => {
    assert.equal(
      blank(
        '# Ports\n\n## Homework\n\n### What is a port?\n\nA **number**.\n\nIt has 16 bits.\n\n- Hint: A door.\n- Also asked: Define port.\n\n### What is a hub?\n\nA **box**.\n',
      ),
      '# Ports\n\n## Homework\n\n### What is a port?\n\n### What is a hub?\n',
    );
  });

  it('keeps the marks that answers stand behind', () => {
    assert.equal(
      blank('1. What is a port?\n   - A **number**.\n2. What is a hub?\n   - A **box**.\n'),
      '1. What is a port?\n   -\n2. What is a hub?\n   -\n',
    );
    assert.equal(
      blank('What is a port?\n\nA: A **number**.\n\nWhat is a hub?\n\nA: A **box**.\n'),
      'What is a port?\n\nA:\n\nWhat is a hub?\n\nA:\n',
    );
    assert.equal(
      blank('- What is a port?\n  > A **number**.\n- What is a hub?\n  > A **box**.\n'),
      '- What is a port?\n  >\n- What is a hub?\n  >\n',
    );
  });

  it('opens the blanks again', () => {
    assert.equal(
      blank('1. A frame starts with the ____ bit.\n   - **FIN**\n2. What is a port?\n   - A **number**.\n'),
      '1. A frame starts with the ____ bit.\n   -\n2. What is a port?\n   -\n',
    );
    assert.equal(
      blank('1. A frame starts with the ____FIN____ bit.\n2. What is a port? A **number**.\n'),
      '1. A frame starts with the ____ bit.\n2. What is a port?\n',
    );
  });

  it('keeps Windows line ends', () =>
    assert.equal(
      blank('### What is a port?\r\n\r\nA **number**.\r\n\r\n### What is a hub?\r\n\r\nA **box**.\r\n').replaceAll(
        '\r\n',
        '|',
      ),
      '### What is a port?||### What is a hub?|',
    ));
});
