import fc from 'fast-check';

/** How one worksheet writes its questions and answers. */
interface Layout {
  readonly name: string;
  /** @param number 1-based in its part */
  question(number: number, text: string): string;
  /** Lines below the question. */
  answer(number: number, text: string): string;
  /** What stands below a question without an answer; nothing where left out. */
  readonly slot?: (number: number) => string;
  /** Blank lines between a question with its answer and the next one. */
  readonly gap: number;
}

const spaces = (number: number) => ' '.repeat(`${number}. `.length);

/** Every layout can be told from its neighbours by a reader who sees nothing but the text. */
const layouts: readonly Layout[] = [
  { name: 'numbered, nested bullet', question: (n, q) => `${n}. ${q}`, answer: (n, a) => `${spaces(n)}- ${a}`, gap: 0 },
  {
    name: 'numbered, bullet at two columns, empty slot',
    question: (n, q) => `${n}. ${q}`,
    answer: (_, a) => `  - ${a}`,
    slot: () => '  -',
    gap: 0,
  },
  {
    name: 'numbered, nested bullet, empty slot',
    question: (n, q) => `${n}. ${q}`,
    answer: (n, a) => `${spaces(n)}- ${a}`,
    slot: (n) => `${spaces(n)}-`,
    gap: 1,
  },
  { name: 'numbered, paragraph', question: (n, q) => `${n}. ${q}`, answer: (n, a) => `\n${spaces(n)}${a}`, gap: 1 },
  {
    name: 'numbered, label',
    question: (n, q) => `${n}. ${q}`,
    answer: (n, a) => `\n${spaces(n)}A: ${a}`,
    slot: (n) => `\n${spaces(n)}A: `,
    gap: 1,
  },
  {
    name: 'numbered, quote',
    question: (n, q) => `${n}) ${q}`,
    answer: (n, a) => `${spaces(n)}> ${a}`,
    slot: (n) => `${spaces(n)}>`,
    gap: 1,
  },
  { name: 'numbered bold', question: (n, q) => `${n}. **${q}**`, answer: (n, a) => `${spaces(n)}- ${a}`, gap: 1 },
  { name: 'bullets', question: (_, q) => `- ${q}`, answer: (_, a) => `  - ${a}`, gap: 0 },
  { name: 'bullets, paragraph', question: (_, q) => `* ${q}`, answer: (_, a) => `\n  ${a}`, gap: 1 },
  { name: 'headings', question: (_, q) => `### ${q}`, answer: (_, a) => `\n${a}`, gap: 1 },
  { name: 'headings, right below', question: (_, q) => `### ${q}`, answer: (_, a) => a, gap: 1 },
  { name: 'numbered headings', question: (n, q) => `### ${n}. ${q}`, answer: (_, a) => `\n${a}`, gap: 1 },
  { name: 'headings, bullet', question: (_, q) => `### ${q}`, answer: (_, a) => `\n- ${a}`, slot: () => '\n-', gap: 1 },
  { name: 'headings, quote', question: (_, q) => `### ${q}`, answer: (_, a) => `\n> ${a}`, slot: () => '\n>', gap: 1 },
  { name: 'bold', question: (_, q) => `**${q}**`, answer: (_, a) => `\n${a}`, gap: 1 },
  { name: 'bold with number', question: (n, q) => `**${n}. ${q}**`, answer: (_, a) => `\n${a}`, gap: 1 },
  { name: 'Q and A', question: (_, q) => `Q: ${q}`, answer: (_, a) => `A: ${a}`, slot: () => 'A:', gap: 1 },
  {
    name: 'bold Q and A',
    question: (_, q) => `**Q:** ${q}`,
    answer: (_, a) => `\n**A:** ${a}`,
    slot: () => '\n**A:**',
    gap: 1,
  },
  { name: 'paragraphs', question: (_, q) => q, answer: (_, a) => `\n${a}`, gap: 1 },
];

const things = [
  'port',
  'hub',
  'switch',
  'frame',
  'packet',
  'segment',
  'mask',
  'router',
  'cable',
  'socket',
  'window',
  'proxy',
];
const wordings: readonly ((thing: string) => string)[] = [
  (thing) => `What is a ${thing}?`,
  (thing) => `How does a ${thing} work?`,
  (thing) => `When would you use a ${thing}? Why?`,
  (thing) => `Describe what a ${thing} does.`,
  (thing) => `Explain the use of a ${thing} to a friend`,
  (thing) => `A ${thing} has ____ ends.`,
];
const statements = [
  'It is one of many.',
  'Nobody has seen one yet, but the book shows two.',
  'A *small* box with `eight` holes.',
  'It depends on the layer; see the drawing.',
  'Two',
];

/** A worksheet with questions answered and blank, all laid out alike. */
export interface GeneratedWorksheet {
  readonly layout: string;
  readonly text: string;
  readonly questions: number;
  readonly blank: number;
}

/** Worksheets with at least one blank question. */
export const worksheets: fc.Arbitrary<GeneratedWorksheet> = fc
  .record({
    layout: fc.constantFrom(...layouts),
    parts: fc.array(
      fc.array(
        fc.record({
          wording: fc.constantFrom(...wordings),
          answer: fc.option(fc.constantFrom(...statements), { freq: 1 }),
        }),
        { minLength: 1, maxLength: 4 },
      ),
      { minLength: 1, maxLength: 3 },
    ),
    title: fc.boolean(),
    eol: fc.constantFrom('\n', '\r\n'),
    endsWithLineEnd: fc.boolean(),
  })
  .filter(({ parts }) => parts.flat().length >= 3 && parts.flat().some(({ answer }) => answer === null))
  .map(({ layout, parts, title, eol, endsWithLineEnd }) => {
    let count = 0;
    const blocks = parts.map((questions, part) => {
      const written = questions.map(({ wording, answer }, index) => {
        const number = index + 1;
        const question = layout.question(number, wording(things[count++ % things.length]!));
        const below = answer === null ? layout.slot?.(number) : layout.answer(number, answer);
        return below === undefined ? question : `${question}\n${below}`;
      });
      return `## Part ${part + 1}\n\n${written.join('\n'.repeat(layout.gap + 1))}`;
    });
    const body = `${title ? '# Networks\n\n' : ''}${blocks.join('\n\n')}${endsWithLineEnd ? '\n' : ''}`;
    const all = parts.flat();
    return {
      layout: layout.name,
      text: body.replaceAll('\n', eol),
      questions: all.length,
      blank: all.filter(({ answer }) => answer === null).length,
    };
  });

/** A worksheet that its author has filled in as a key, each answer and hint in words that stand nowhere else. */
export interface FilledWorksheet {
  readonly layout: string;
  readonly text: string;
  readonly questions: number;
  readonly answers: readonly string[];
  readonly hints: readonly string[];
}

/** Answers of one line and of several, with the marks that keys have. */
const keyAnswers: readonly ((word: string) => readonly string[])[] = [
  (word) => [`It is a ${word}.`],
  (word) => [`**${word}**`],
  (word) => [`A **${word}** on a *line* of its own; see \`${word}()\`.`],
  (word) => [`First the ${word}.`, `Then more of the ${word}.`],
];

/** Keys with all questions answered, some of them with a list of labels below. */
export const filledWorksheets: fc.Arbitrary<FilledWorksheet> = fc
  .record({
    layout: fc.constantFrom(...layouts),
    questions: fc.array(
      fc.record({
        wording: fc.constantFrom(...wordings.slice(0, -1)),
        answer: fc.constantFrom(...keyAnswers),
        labelled: fc.boolean(),
      }),
      { minLength: 3, maxLength: 6 },
    ),
    eol: fc.constantFrom('\n', '\r\n'),
  })
  .map(({ layout, questions, eol }) => {
    const written = questions.map(({ wording, answer, labelled }, index) => {
      const number = index + 1;
      const [first, ...more] = answer(`secret${number}`) as [string, ...string[]];
      const question = layout.question(number, wording(things[index % things.length]!));
      const below = layout.answer(number, first);
      const last = below.split('\n').at(-1)!;
      const indent = /^[ \t]*/.exec(last)![0];
      const lead = /^[ \t]*(?:> |- )?/.exec(last)![0].replace('- ', '  ');
      const rest = more.map((line) => `\n${lead}${line}`);
      const labels = labelled
        ? `\n\n${indent}- Hint: think of hint${number}.\n${indent}- Accept: accepted${number}`
        : '';
      return `${question}\n${below}${rest.join('')}${labels}`;
    });
    return {
      layout: layout.name,
      text: `## Part 1\n\n${written.join('\n'.repeat(layout.gap + 1))}\n`.replaceAll('\n', eol),
      questions: questions.length,
      answers: questions.map((_, index) => `secret${index + 1}`),
      hints: questions.flatMap((_, index) => [`hint${index + 1}`, `accepted${index + 1}`]),
    };
  });

/** Seeds for a property: one that never changes, and one that does; the second is part of the test's name. */
export const seeds: readonly number[] = [20_011, Number(process.env.FUZZ_SEED ?? Date.now() % 0x7fffffff)];
