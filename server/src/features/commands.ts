/** Command of the server: writes the key's answer to a question; takes a `QuestionPlace`. */
export const ANSWER = 'worksheets.answer';

/** Command of the server: shows the hint for a question; takes a `QuestionPlace`. */
export const HINT = 'worksheets.hint';

/** Command of the server: opens the key at the question that a question was recognised as; takes a `QuestionPlace`. */
export const OPEN_KEY = 'worksheets.openKey';
