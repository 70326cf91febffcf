import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createKnowledge } from '../../../server/src/knowledge/knowledge.ts';
import { glossary, namesIn, shown } from './support.ts';

const LAYERS = ['Physical', 'Data link', 'Network', 'Transport', 'Session', 'Presentation', 'Application'];

const TERMS = glossary(
  [
    '# Words',
    ...LAYERS.map((name, at) => `## ${name} layer\nText.\n- Aliases: layer ${at + 1}`),
    '## WebSocket\nText.',
    '## Opening handshake\nText.\n- Aliases: WebSocket handshake',
    '## Socket.IO\nText.',
    '## Full duplex\nText.',
    '## Three-way handshake\nText.\n- Aliases: `SYN, SYN-ACK, ACK`',
    '## Proxy\nText.',
    "## Nagle's algorithm\nText.",
    '## PUT\nText.',
    '## FIN\nText.',
    '## TCP\nText.',
    '## HTTP\nText.',
    '## Abnormal closure\nThe connection was closed.\n- Aliases: 1006',
    '## Switching Protocols\nText.\n- Aliases: 101',
    '## `io.on()`\nText.',
    '## `socket.emit()`\nText.',
    '## `socket.to()`\nText.',
    '## Main namespace\nText.\n- Aliases: `io.of("/")`',
    '## `io.of()`\nText.',
    '## ws URI\nText.\n- Aliases: `ws://`',
    '## Upgrade header\nText.\n- Aliases: `Upgrade: websocket`, upgrade field',
    '## To\nText.\n- Aliases: on',
  ].join('\n\n'),
);
const knowledge = createKnowledge([TERMS], []);
const found = (text: string) => shown(text, knowledge.findTerms(text));
const inCode = (code: string) => shown(code, knowledge.findTermsInCode(code));

describe('findTerms', () => {
  it('finds nothing in what is left of a "not"', () => {
    const words = createKnowledge([glossary('# W\n\n## ISN\nText.')], []);
    assert.deepEqual(namesIn(words, "It isn't one, and isn’t that."), []);
    assert.deepEqual(namesIn(words, "The isn's size"), ['ISN']);
  });

  it('ignores case, separators, plural and possessive', () => {
    for (const written of ['WebSocket', 'web socket', 'websockets', 'Web-Socket', 'WEB SOCKET', 'web\nsocket']) {
      assert.deepEqual(found(`A ${written} is`), [`${written}: WebSocket`]);
    }
    assert.deepEqual(found("the WebSocket's and Web Sockets' use"), ['WebSocket: WebSocket', 'Web Sockets: WebSocket']);
    for (const written of ['Socket.IO', 'socket io', 'SocketIO', 'socket.io']) {
      assert.deepEqual(found(`use ${written} here`), [`${written}: Socket.IO`]);
    }
    assert.deepEqual(found('full-duplex, fullduplex'), ['full-duplex: Full duplex', 'fullduplex: Full duplex']);
    assert.deepEqual(found('proxies'), ['proxies: Proxy']);
    assert.deepEqual(found('Nagle’s algorithm'), ["Nagle’s algorithm: Nagle's algorithm"]);
  });

  it('finds whole words only', () => {
    assert.deepEqual(found('WebSocketServer, http2, proxyfied, tcpdump'), []);
  });

  it('joins no words over the end of a sentence or a paragraph', () => {
    assert.deepEqual(found('the web. Socket'), []);
    assert.deepEqual(found('the web\n\nsocket'), []);
    assert.deepEqual(found('web, socket'), []);
  });

  it('prefers the longest name', () => {
    assert.deepEqual(found('the WebSocket handshake'), ['WebSocket handshake: Opening handshake']);
  });

  it('goes on over the line breaks of a quote', () => {
    assert.deepEqual(found('> a web\n> socket'), ['web\n> socket: WebSocket']);
  });

  it('shows all terms that bear one name, owners first', () => {
    const other = glossary('# Other\n\n## Gadget\nText.\n- Aliases: WebSocket', 'file:///other.md');
    const both = createKnowledge([other, TERMS], []);
    assert.deepEqual(namesIn(both, 'a WebSocket'), ['WebSocket', 'Gadget']);
  });

  it('takes acronyms that are English words only as they are written', () => {
    assert.deepEqual(found('put it in, fin; PUT it, FIN'), ['PUT: PUT', 'FIN: FIN']);
    assert.deepEqual(found('tcp and http'), ['tcp: TCP', 'http: HTTP']);
  });

  it('never finds a function word', () => {
    assert.deepEqual(found('based on that'), []);
  });

  it('finds names written with punctuation only so', () => {
    assert.deepEqual(found('SYN, SYN-ACK, ACK'), ['SYN, SYN-ACK, ACK: Three-way handshake']);
    assert.deepEqual(found('Upgrade: websocket'), ['Upgrade: websocket: Upgrade header']);
    assert.deepEqual(found('upgrade websocket'), ['websocket: WebSocket']);
    assert.deepEqual(found('with ws:// in front'), ['ws://: ws URI']);
  });

  it('finds nothing inside an address', () => {
    assert.deepEqual(found('see https://socket.io/http/websocket and www.http.example'), []);
  });

  it('finds calls in prose', () => {
    assert.deepEqual(found('io.on() listens, socket.emit("x", data) sends; socket.emit too'), [
      'io.on(): io.on()',
      'socket.emit("x", data): socket.emit()',
      'socket.emit: socket.emit()',
    ]);
    assert.deepEqual(found('the io on my desk'), []);
  });

  describe('layers', () => {
    it('counts them by number in every way', () => {
      for (const written of ['layer 4', 'Layer 4', 'L4', 'layer four', 'fourth layer', '4th layer']) {
        assert.deepEqual(found(`at ${written}.`), [`${written}: Transport layer`]);
      }
    });

    it('takes a bare name before "layers"', () => {
      assert.deepEqual(found('the network and transport layers'), [
        'network: Network layer',
        'transport layers: Transport layer',
      ]);
    });

    it('takes bare names in a list of layers', () => {
      assert.deepEqual(
        namesIn(knowledge, 'Physical, data link, network, transport, session, presentation and application.'),
        LAYERS.map((name) => `${name} layer`),
      );
      assert.equal(found('- application\n- presentation\n- session').length, 3);
    });

    it('leaves bare names alone elsewhere', () => {
      assert.deepEqual(found('An application sends data over a network; the session ends; a physical key.'), []);
      assert.deepEqual(found('They changed the transport: a bus, and the session: noon.'), []);
      assert.deepEqual(found('WebSocket is one transport of several.'), ['WebSocket: WebSocket']);
    });

    it('takes less common names where the text is about the OSI model', () => {
      assert.deepEqual(namesIn(knowledge, 'In the OSI model, the transport does that.'), ['Transport layer']);
    });
  });

  it('takes a bare number only where the text speaks of its matter', () => {
    assert.deepEqual(found('It closed with 1006.'), ['1006: Abnormal closure']);
    assert.deepEqual(found('In 1006 there were 101 knights.'), []);
    assert.deepEqual(found('The server answers with status 101.'), ['101: Switching Protocols']);
  });

  const text = fc
    .array(
      fc.constantFrom(
        ...[
          'WebSocket',
          'web',
          'socket',
          'Socket.IO',
          'layers',
          'transport',
          'network',
          '4',
          'L4',
          'io.on(',
          ')',
          '"x"',
        ],
        ...[
          'SYN',
          ', ',
          '-',
          ' ',
          '\n',
          '\r\n',
          '.',
          '://',
          'http',
          '1006',
          'closed',
          "'s",
          '’',
          'ACK',
          '𝒜',
          '`',
          '\0',
        ],
      ),
      { maxLength: 30 },
    )
    .map((parts) => parts.join(''));

  for (const seed of [20_260_101, Date.now() % 2 ** 31]) {
    it(`finds spans in order that lie in the text and do not overlap (seed ${seed})`, function () {
      this.timeout(20_000);
      fc.assert(
        fc.property(fc.oneof(text, fc.string({ unit: 'binary' })), (prose) => {
          for (const occurrences of [knowledge.findTerms(prose), knowledge.findTermsInCode(prose)]) {
            let from = 0;
            for (const { span, terms } of occurrences) {
              assert.ok(span.start >= from && span.end > span.start && span.end <= prose.length);
              assert.ok(terms.length > 0);
              from = span.end;
            }
          }
        }),
        { seed, numRuns: 500 },
      );
    });
  }
});

describe('findTermsInCode', () => {
  it('finds a call whatever its arguments', () => {
    assert.deepEqual(inCode('io.on()'), ['io.on(): io.on()']);
    assert.deepEqual(inCode('io.on'), ['io.on: io.on()']);
    assert.deepEqual(inCode('io.on("connection", ...)'), ['io.on("connection", ...): io.on()']);
    assert.deepEqual(inCode("socket.emit('x', data)"), ["socket.emit('x', data): socket.emit()"]);
  });

  it('finds calls within calls and in chains', () => {
    assert.deepEqual(inCode('io.on("connection", (socket) => socket.emit("hi"))'), [
      'io.on: io.on()',
      'socket.emit("hi"): socket.emit()',
    ]);
    assert.deepEqual(inCode('socket.to("room").emit("hi")'), ['socket.to("room"): socket.to()']);
  });

  it('tells a call with its own argument from the call in general', () => {
    assert.deepEqual(inCode("io.of('/')"), ["io.of('/'): Main namespace"]);
    assert.deepEqual(inCode('io.of("/admin")'), ['io.of("/admin"): io.of()']);
  });

  it('passes over what strings say', () => {
    assert.deepEqual(inCode('send("websocket")'), []);
  });

  it('finds names that are no calls', () => {
    assert.deepEqual(inCode('Upgrade: websocket'), ['Upgrade: websocket: Upgrade header']);
    assert.deepEqual(inCode('new WebSocket(url)'), ['WebSocket: WebSocket']);
  });
});
