import type { Knowledge, QuestionMatch } from './model.ts';

/** How many matches are remembered: the questions of a large worksheet, not those of a day's typing. */
const most = 20_000;

/** The same knowledge, which remembers what it has matched: every edit, and every worksheet of a class, asks about the same questions. */
export function rememberMatches(knowledge: Knowledge): Knowledge {
  const matches = new Map<string, QuestionMatch | null>();
  return {
    ...knowledge,
    match(asked) {
      const name = `${asked.kind}\n${asked.text}\n${asked.section.join('\n')}`;
      let match = matches.get(name);
      if (match === undefined) {
        if (matches.size >= most) matches.clear();
        match = knowledge.match(asked);
        matches.set(name, match);
      }
      return match;
    },
  };
}
