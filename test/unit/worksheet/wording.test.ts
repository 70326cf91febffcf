import assert from 'node:assert/strict';
import { rateWording } from '../../../server/src/worksheet/wording.ts';

/** From here on the wording alone makes a question. */
const LIKELY = 0.7;

/** Below this a line is none even among its like, unless a number stands before it. */
const UNLIKELY = 0.35;

function rate(text: string) {
  return rateWording(text, /_{2,}/.test(text));
}

describe('wording of a question', () => {
  const questions = [
    'What is a port?',
    'what is a port',
    'What’s a port?',
    "What's the difference between a hub and a switch?",
    'Why does a router keep a table',
    'How many bits has an IPv6 address',
    'How do you close a socket?',
    'Which layers does a switch read?',
    'Which of the seven layers is the lowest?',
    'Who decides on port numbers?',
    'When would you prefer datagrams?',
    'Where is the checksum kept?',
    'Is UDP reliable?',
    'Does a frame have a length? Why?',
    "Isn't a datagram a packet?",
    'Can a server open a connection to a browser? Explain.',
    'What is the use of a mask? (think envelopes and postcards).',
    'What is the use of a mask? (think envelopes and postcards)',
    'Describe how a connection is closed.',
    'Describe, in your own words, how a connection is closed.',
    'Define: latency',
    'Explain flow control to a child',
    'Briefly explain flow control',
    'In your own words, describe a segment.',
    'In one or two sentences, summarize the chapter',
    'Please define latency.',
    'List three advantages of caching.',
    'Name a lower layer.',
    'Give an example of a multicast address',
    'Compare and contrast the two models',
    'Translate the idea into the language of a cook',
    'Using the table above, name two reserved ports',
    'State why the window grows',
    'Fill in the missing names',
    'Put these steps in order',
    'True or false: a port has 32 bits',
    'T/F Every frame is acknowledged.',
    'Within a browser, what does an origin consist of?',
    'After the third step, is the connection open?',
    'The opposite of latency is?',
    'Have you heard of QUIC?',
    'What three parts make up a URL? Give an example of each.',
    'A switch works on layer ____.',
    'The ______ bit ends a connection',
    'What happens when a cable breaks',
    'How often are keys renewed',
    'Given `f = (x) => x`, how would you call it?',
    'Using the table above, please colour two ports',
    'Given the list `ports = [22, 80]`, how would you get at the second port?',
  ];
  for (const text of questions)
    it(text, () => {
      assert.ok(rate(text).likeness >= LIKELY, `rated ${rate(text).likeness}`);
      assert.equal(rate(text).questionEnd, null);
    });

  const weak = [
    // Their place among questions has to say whether they are asked.
    'How routers learn',
    'What you need to know',
    'List layers',
    'State machines',
    'Create a table of the flags',
    'This topic matters because ...',
    'A lease ends after a day. Describe what a host does then.',
    'A lease ends after a day. **Describe what a host does then.**',
    'Leases end (e.g. after a day). Tell us where the end is noted. Be sure to name the file.',
    'In the space below, create a table of all leases',
    'For each of these leases, say whether it has ended',
  ];
  for (const text of weak)
    it(`perhaps: ${text}`, () => {
      const { likeness } = rate(text);
      assert.ok(likeness > 0 && likeness < LIKELY, `rated ${likeness}`);
    });
});

describe('wording of anything else', () => {
  const others = [
    '',
    '?',
    '- ',
    'A port is a number.',
    'Ports',
    'Web sockets',
    'Reading 12: transport',
    'Read 12 - Transport',
    'For more of this, please visit the library',
    'Overview of the handshake',
    'When you open a page, the browser asks for a name.',
    'What you see is a frame.',
    'Where the checksum fails, the frame is dropped.',
    'How to install',
    'Is',
    'Description of the packet',
    'Names of ports',
    'Lists and maps',
    'It asks whether the line is free.',
    'See https://example.org/search?q=port for more',
    '[the manual](https://example.org/?page=2)',
    'Two, three and four',
    '1,024 or more',
    'request',
    'connect(url, options?)',
    'listen(port, host?, backlog?)',
  ];
  for (const text of others)
    it(JSON.stringify(text), () => {
      const { likeness } = rate(text);
      assert.ok(likeness < UNLIKELY, `rated ${likeness}`);
    });

  it('announces questions without being one', () => {
    for (const text of [
      'Answer the following questions:',
      'Please answer the questions below.',
      'Read the chapter and answer these questions',
    ])
      assert.deepEqual(rate(text), { likeness: 0, announces: true, questionEnd: null, possibleEnd: null }, text);
  });

  it('does not take a question about questions for an announcement', () => {
    for (const text of ['What kinds of questions does a resolver ask?', 'Questions'])
      assert.equal(rate(text).announces, false, text);
  });

  it('rates words in a dialogue low', () => {
    assert.ok(rate('Client: "Are you there?"').likeness < LIKELY);
    assert.ok(rate('Server: “Yes. Are you?”').likeness < LIKELY);
  });
});

describe('end of a question with its answer behind it', () => {
  const lines: [question: string, answer: string][] = [
    ['What is a port?', ' A number.'],
    ['What is a port?', ' A number. Right?'],
    ['Is UDP reliable?', ' No.'],
    ['Is UDP reliable? Why not?', ' It never asks for an acknowledgement.'],
    ['Who assigns ports (and why)?', ' IANA does.'],
    ['Within a browser, what is an origin?', ' Scheme, host and port.'],
    ['What is at https://example.org/?a=1 now?', ' A page.'],
    ['Describe what a relay does.', ' It passes on what it hears.'],
    ['How do you renew a lease?', ' Use the release command first.'],
    ['What does a release command do?', ' Create leases for all of them.'],
    ['What should you do when a lease ends?', ' Ask for a new one.'],
    ['Explain how a relay knows its neighbours.', ' A relay sends its name to all neighbours.'],
  ];
  for (const [question, answer] of lines)
    it(question + answer, () => {
      const { likeness, questionEnd } = rateWording(question + answer, false);
      assert.equal(questionEnd, question.length);
      assert.ok(likeness >= LIKELY);
    });

  const whole = [
    'Is UDP reliable? Why or why not?',
    'What is a port? Give an example.',
    'What is a port? Explain!',
    'Do frames have a length? If so, where does it stand?',
    'What is a port? (Hint: it is a number.)',
    'When is a frame dropped? In which cases is it _not_?',
    'Are both cables plugged in? 🤔 If not, what would happen?',
    'What did you learn from the chapter? Want to know more? Is there a part that you would leave out?',
    'What is a subnet? Use a subnet to divide the office.',
    'Where would you use a mask? In your example, why is a mask better than a list?',
  ];
  for (const text of whole)
    it(`belongs together: ${text}`, () => assert.deepEqual([rate(text).questionEnd, rate(text).likeness], [null, 1]));

  for (const order of [
    'Describe a relay. Use your own words for all of it.',
    'Explain the relay below. It should be enough to name its parts.',
    'Explain how a relay works. Compare the relay with a hub.',
    'Describe a relay. Nobody ever saw one.',
  ])
    it(`belongs to the order: ${order}`, () => assert.equal(rateWording(order, false).questionEnd, null));

  it('finds no question in a statement that asks for agreement at its end', () => {
    const { likeness } = rate('Ports are numbers, I think. They start at zero, right?');
    assert.ok(likeness < 0.75, `rated ${likeness}`);
  });
});
