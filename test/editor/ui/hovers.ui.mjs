import assert from 'node:assert/strict';
import { workbench } from './session.mjs';

/** A drawing loses its meaning with its columns: each of these lines stands as it is written, whole, and in this order. */
const drawings = [
  {
    name: 'the seven layers',
    text: 'transport layer',
    says: /^Transport layer · OSI model and networks · ITU-T X\.200, clause 7\.4/,
    lines: [
      '  7 Application   data     HTTP DNS SMTP    hosts, proxies',
      '> 4 Transport     segment  TCP UDP          hosts',
    ],
  },
  {
    name: 'the three-way handshake',
    text: 'three-way handshake',
    says: /^Three-way handshake · TCP · RFC 9293, section 3\.5\n/,
    lines: ['  |           SYN  seq=100                |', '  |      SYN-ACK  seq=300  ack=101        |'],
  },
  {
    name: 'the layout of a frame',
    text: 'WebSocket frame',
    says: /^WebSocket frame · WebSocket protocol · RFC 6455, section 5/,
    lines: ['+-+-+-+-+-------+-+-------------+'],
  },
  {
    name: 'the opening handshake',
    text: 'opening handshake',
    says: /^Opening handshake · WebSocket protocol · RFC 6455, section 1\.3/,
    lines: ['Upgrade: websocket', 'HTTP/1.1 101 Switching Protocols'],
  },
];

describe('the hover of a term', () => {
  for (const { name, text, says, lines } of drawings) {
    it(`draws ${name}`, async () => {
      await workbench.openFile('networks.md');
      const said = (await workbench.hoverOver(text, text.match(/\S+$/)[0])).replaceAll('\u00a0', ' ');
      await workbench.screenshot(`hover-${name.replaceAll(' ', '-')}`);
      assert.match(said.replace(/\n+/g, '\n'), says);
      let from = 0;
      for (const line of lines) {
        const at = said.indexOf(line, from);
        assert.ok(at >= 0, `${line}\nis not in\n${said}`);
        from = at + 1;
      }
      const code = workbench.page
        .locator(
          '.monaco-hover:not(.hidden) pre, .monaco-hover:not(.hidden) .code-hover-contents, .monaco-hover:not(.hidden) .monaco-tokenized-source',
        )
        .first();
      assert.ok(await code.evaluate((element) => element.scrollWidth <= element.clientWidth), 'it is not cut off');
    });
  }

  it('is there for code, too', async () => {
    await workbench.openFile('2-socket-io.md');
    const said = await workbench.hoverOver('io.on()', 'registers a listener');
    assert.match(said, /^io\.on\(\) · Socket\.IO/);
  });

  it('leads to its source', async () => {
    await workbench.openFile('networks.md');
    await workbench.hoverOver('transport layer', 'Transport layer');
    const link = workbench.page.locator('.monaco-hover:not(.hidden) a', { hasText: 'ITU-T X.200' });
    assert.equal(await link.getAttribute('data-href'), 'https://www.itu.int/rec/T-REC-X.200');
  });
});

describe('the hover of a question', () => {
  it('has a hint, and the finding', async () => {
    await workbench.openFile('hints.md');
    const said = await workbench.hoverOver('What is a', 'Hint:');
    assert.match(said, /Hint: Compare a telephone call/);
    assert.match(said, /Not answered yet\./);
    await workbench.screenshot('hover-of-a-question');
  });
});
