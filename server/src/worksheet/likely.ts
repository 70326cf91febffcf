/** Likeness from which the wording alone makes a question, where nothing speaks against it. */
export const likely = 0.7;
