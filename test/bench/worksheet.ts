/** A worksheet of at least `length` UTF-16 code units, with the layouts that people write. */
export function worksheetOf(length: number): string {
  let text = '# Reading\n\n';
  for (let number = 0; text.length < length; number++) {
    if (number % 10 === 0) text += topic(number / 10);
    text += question(number);
  }
  return text;
}

function topic(number: number): string {
  return `## Topic ${number}

| event | sent by |
| --- | --- |
| connect | the client |
| message ${number} | either side |

\`\`\`js
io.on('connection', (socket) => socket.emit('hello', ${number}));
\`\`\`

`;
}

function question(number: number): string {
  return `### ${number}. What does the event handler \`io.on(${number})\` do, and when would you use it?

The handler runs **each time** event ${number} arrives; see [the docs](https://socket.io/docs/v4/#${number}) and the _notes_.

- first point about sockets and rooms
- second point, with a ____ to fill in
    - nested detail

1. Web Sockets let the server send content to a client without first receiving a ____ from that client.

   request?

`;
}
