import { documentLimit } from './document-limit.ts';
import { frontMatter } from './front-matter.ts';
import { placeholderAnswer } from './placeholder-answer.ts';
import type { Rule } from './rule.ts';
import { unanswered } from './unanswered.ts';
import { unsureAnswer } from './unsure-answer.ts';

/** All rules, in the order of their pages. */
export const rules: readonly Rule[] = [documentLimit, frontMatter, placeholderAnswer, unanswered, unsureAnswer];
