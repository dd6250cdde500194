/** In `npm run test:all`: three engines walk ten lessons over http, and two from the one file. */
import { test } from '@playwright/test';
import { ALL } from '../../all.ts';
import { FIRST, SECOND } from '../book.ts';
import { ENGINES } from './engines.ts';
import { walk } from './walk.ts';
import { whileWatched } from './watched.ts';

/** Predictions by one number, by several and by a choice; figures with handles; what simulates and what trains. */
const TEN = [
  FIRST,
  SECOND,
  'more-than-a-model',
  'who-uses-it',
  'mind-or-data',
  'one-token-at-a-time',
  'fool-the-alarm',
  'two-districts',
  'small-enough-to-ship',
  'black-friday',
];
const LESSONS = { 'over http': TEN, 'from the one file': [FIRST, SECOND] } as const;

for (const way of ['over http', 'from the one file'] as const) {
  for (const lesson of ALL ? LESSONS[way] : []) {
    for (const [engine, within] of Object.entries(ENGINES)) {
      test(`${lesson} is walked ${way} in ${engine}`, () =>
        whileWatched((ways) => within((browser) => walk(browser, lesson, ways[way](lesson)))));
    }
  }
}
