import assert from 'node:assert/strict';
import MarkdownIt from 'markdown-it';
import { drawMarks, withMarks } from '../../../client/src/preview-marks.ts';
import { createWorksheetService } from '../../../server/src/service.ts';
import { knowledgeLibrary } from '../../../server/src/workspace/knowledge-library.ts';

const uri = 'file:///course/week-1.md';
const front = '---\nworksheets: worksheet\n---\n\n';

/** A worksheet as a preview draws it. */
function draw(body: string): string {
  const text = front + body;
  const service = createWorksheetService({
    knowledge: knowledgeLibrary.combine([]),
    settings: { assistance: 'answers' },
  });
  service.open(uri, 1, text);
  const markdown = new MarkdownIt({ html: true });
  drawMarks(markdown, 'Not answered yet');
  const tokens = markdown.parse(text, {});
  const before = JSON.stringify(tokens);
  const html = markdown.renderer.render(withMarks(tokens, service.previewMarks(uri)!), markdown.options, {});
  assert.equal(JSON.stringify(tokens), before, 'the tokens stay as they are');
  return html.slice(html.indexOf('</h2>') + 6);
}

const open = '<span class="worksheets-open">Not answered yet</span>';

describe('what a preview shows', () => {
  it('marks open questions, in every layout, and no others', () => {
    assert.equal(
      draw('1. What is a yak?\n2. What is a gnu?\n   - An animal.\n'),
      `<ol>\n<li>What is a yak? ${open}</li>\n<li>What is a gnu?\n<ul>\n<li>An animal.</li>\n</ul>\n</li>\n</ol>\n`,
    );
    assert.match(draw('### What is a yak?\n\n### What is a gnu?\n\nAn animal.\n'), new RegExp(`yak\\? ${open}</h3>`));
    assert.match(
      draw('| Question | Answer |\n| --- | --- |\n| What is a yak? | |\n| What is a gnu? | |\n'),
      new RegExp(`yak\\? ${open}</td>`),
    );
  });

  it('marks a question at the end of its own line', () =>
    assert.match(draw('1. What is a yak?\nWhat is a gnu?\n'), new RegExp(`yak\\? ${open}\nWhat is a gnu\\? ${open}`)));

  it('explains terms in text and code, with the text as it was', () => {
    const html = draw('1. What is a yak?\n   - An *ACK* of `socket.emit()` & a WebSocket.\n');
    assert.match(html, /<em><abbr class="worksheets-term" title="[^"]*acknowledg[^"]*">ACK<\/abbr><\/em>/i);
    assert.match(html, /<code class="worksheets-term" title="[^"]+">socket\.emit\(\)<\/code> &amp; a /);
    assert.equal(
      html.replaceAll(/<[^>]*>/g, '').trim(),
      'What is a yak?\n\nAn ACK of socket.emit() &amp; a WebSocket.',
    );
  });

  it('shows a definition as text, whatever is in it', () => {
    const markdown = new MarkdownIt();
    drawMarks(markdown, '<b>');
    const tokens = markdown.parse('A port.', {});
    const marks = { terms: [{ line: 0, text: 'port', definition: '"><script>' }], open: [0] };
    const html = markdown.renderer.render(withMarks(tokens, marks), markdown.options, {});
    assert.equal(
      html,
      '<p>A <abbr class="worksheets-term" title="&quot;&gt;&lt;script&gt;">port</abbr>. <span class="worksheets-open">&lt;b&gt;</span></p>\n',
    );
  });

  it('adds nothing to a document that is no worksheet', () => {
    const service = createWorksheetService({
      knowledge: knowledgeLibrary.combine([]),
      settings: { assistance: 'answers' },
    });
    service.open(uri, 1, '# A tool\n\nIt speaks WebSocket.\n');
    assert.deepEqual(service.previewMarks(uri), { terms: [], open: [] });
  });
});
