import { builtInKnowledge } from '../../server/src/knowledge/built-in.ts';
import { createKnowledge } from '../../server/src/knowledge/knowledge.ts';
import type { Glossary, Knowledge } from '../../server/src/knowledge/model.ts';
import { parseGlossary } from '../../server/src/knowledge/parse-glossary.ts';
import { parseAnswerKey } from '../../server/src/knowledge/parse-key.ts';
import { parseMarkdown } from '../../server/src/markdown/document.ts';

export const glossaryUri = 'file:///course/terms.md';
export const keyUri = 'file:///course/ports.key.md';

const glossary = `---
worksheets: glossary
---

# Cables and numbers

## Port number
What tells the processes of one host apart.
- Aliases: port, ports
- Source: [The book, chapter 3](https://example.org/book/3)

## Round trip
There and back again.
- Aliases: round trip time

## socket.open()
Opens a socket.
`;

const key = `---
worksheets: key
---

# Ports and hubs

### What is a port?

A **number of 16 bits** that tells the **processes of a host** apart. Servers listen on the lower ones.

- Hint: Think of the doors of a house.
- Source: [The book, chapter 3](https://example.org/book/3)

### Which steps does a hub take with a frame?

It takes three:

1. **Read** it.
2. **Repeat** it.

### A switch keeps a ____ of addresses.

table

- Accept: table, list
`;

/** Nothing is known. */
export const noKnowledge: Knowledge = createKnowledge([], []);

const builtIn = builtInKnowledge();

/** What comes with the extension. */
export const shippedKnowledge: Knowledge = createKnowledge(builtIn.glossaries, builtIn.keys);

/** A small glossary and a small answer key. */
export const someKnowledge: Knowledge = createKnowledge(
  [parseGlossary(glossaryUri, parseMarkdown(glossary))],
  [parseAnswerKey(keyUri, parseMarkdown(key))],
);

/** The knowledge of one answer key, given without its front matter. */
export const keyFrom = (body: string, ...glossaries: readonly Glossary[]): Knowledge =>
  createKnowledge(glossaries, [
    parseAnswerKey('file:///course/own.key.md', parseMarkdown(`---\nworksheets: key\n---\n\n${body}`)),
  ]);
