/** What can be set: the filter, how its advice is explained, and what the reader decides. */
import type { Settings, Table } from '#kit/contract';
import { amount, choice, first, more, revealed, seed, whole } from '#kit/contract';

/** The parameter table of `trust-or-override`. */
export const params = {
  threshold: {
    ...first('Flagged above'),
    help: 'An email is flagged as spam when its log-odds of spam lie above this: 0 means even odds, 2 odds of about 7 to 1.',
    ...amount({ min: -3, max: 5, step: 0.25, default: 0 }),
    spreadAt: [-3, -2, -1, 0, 1, 2, 3, 4, 5],
  },
  without: {
    ...revealed('Deleted'),
    help: 'What is taken out of every email before the filter is trained anew. The five are the heaviest of the filter that has all words.',
    ...choice({
      none: 'nothing',
      html: 'that it is written in HTML',
      five: 'the five heaviest words',
    }),
  },
  newsletters: {
    ...revealed('Newsletters to learn from'),
    help: 'This many genuine newsletters join the emails that it learns from. It is judged on 141 others.',
    ...whole({ min: 0, max: 100, step: 5, default: 0 }),
    spreadAt: [0, 5, 10, 20, 30, 50, 75, 100],
  },
  explanations: {
    ...more('Explanations'),
    help: 'What half of the emails come with. Another kind lays the emails out anew.',
    ...choice({
      none: 'none',
      words: 'the heaviest words',
      counterfactual: 'the fewest words that would free it',
    }),
  },
  desk: {
    label: 'Emails to decide',
    place: 'none',
    ...choice({ empty: 'none in view', twenty: 'twenty on the desk' }),
  },
  decisions: {
    kind: 'text',
    label: 'Decisions',
    place: 'none',
    default: '',
    byChance: 'a o ao oa aaoo',
    // In the order of the mails.
    parse: (text) => {
      if (/^[ao]{0,20}$/.test(text)) return text;
      throw new Error(
        'a for each email that is accepted and o for each that is overridden, up to 20',
      );
    },
  },
  seed: seed('Draws which emails it learns from, and which are on the desk.'),
} as const satisfies Table;

/** Settings of one run. */
export type TrustSettings = Settings<typeof params>;
