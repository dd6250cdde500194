/** Says what is amiss with the kept work. */
import { amissWords } from './pure/amiss.ts';
import type { Amiss } from './pure/parts.ts';
import { questionLabel } from './question-label.ts';

/** The sentence, with the questions as the page calls them. */
export const sentenceOf = (amiss: Amiss): string => amissWords(amiss, questionLabel);
