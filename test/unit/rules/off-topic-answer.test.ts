import assert from 'node:assert/strict';
import { checkDocument } from '../../../server/src/rules/check.ts';
import { offTopicAnswer } from '../../../server/src/rules/off-topic-answer.ts';
import type { Assistance } from '../../../server/src/worksheet/model.ts';
import { shippedKnowledge } from '../../support/knowledge.ts';
import { snapshotOf } from '../../support/snapshot.ts';

function report(section: string, question: string, answer: string, assistance: Assistance = 'answers') {
  const text = `---\nworksheets: worksheet\n---\n\n# Reading\n\n## ${section}\n\n1. ${question}\n   - ${answer}\n2. What is a hub?\n   - A box.\n`;
  return checkDocument(snapshotOf(text, shippedKnowledge, { assistance }), [offTopicAnswer]).map(
    ({ span, message }) => ({
      said: text.slice(span.start, span.end),
      message,
    }),
  );
}

const video = 'What are a couple of key takeaways from this video?';
const friend = 'Translate the gist of this video to a non-technical friend';
const uses =
  'A WebSocket is right for chats and scores. With a WebSocket nobody has to reload the page, and every message arrives at once.';

describe('off-topic-answer', () => {
  for (const assistance of ['answers', 'hints'] as const) {
    it(`reports the topic of another question, with ${assistance}`, () =>
      assert.deepEqual(report('OSI Model Explained', video, uses, assistance), [
        { said: uses, message: 'This answer speaks of WebSocket; the question asks about the OSI model.' },
      ]));
  }

  it('is silent where no help is allowed', () =>
    assert.deepEqual(report('OSI Model Explained', video, uses, 'off'), []));

  const silent: [name: string, section: string, question: string, answer: string][] = [
    ['a short answer', 'OSI Model Explained', video, 'WebSockets. And again: WebSockets!'],
    [
      'a comparison',
      'TCP Handshakes Explained',
      friend,
      'You knock at a door, somebody asks who is there, you say that it is you, and then both of you sit down and talk for hours.',
    ],
    [
      'one mention',
      'OSI Model Explained',
      video,
      'It made me understand where a WebSocket would have its place and why so many people had to agree before any of this worked.',
    ],
    ['both topics', 'OSI Model Explained', video, `${uses} It lives in the application layer of the OSI model.`],
    ['a layer by its name', 'OSI Model Explained', video, `${uses} Below there is the data link layer.`],
    [
      'an answer of one\u2019s own',
      'Reflection',
      'What are your learning goals after reading and reviewing the class README?',
      uses,
    ],
    ['what the key speaks of too', 'Socket.io vs Web Sockets', 'When would you use Socket.IO?', uses],
    ['a question that no key knows', 'Gardening', 'How deep do tulips grow?', uses],
  ];
  for (const [name, section, question, answer] of silent) {
    it(`leaves alone: ${name}`, () => assert.deepEqual(report(section, question, answer), []));
  }
});
