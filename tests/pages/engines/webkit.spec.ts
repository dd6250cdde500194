/** WebKitGTK, in `npm run test:all`: a lesson that simulates and one that trains over http, and the latter from the one file. */
import { test } from '@playwright/test';
import { ALL } from '../../all.ts';
import { FIRST, SECOND } from '../book.ts';
import { inWebKit } from './driver.ts';
import { programOf } from './engine.ts';
import { walk } from './walk.ts';
import { whileWatched } from './watched.ts';

const WALKED = [
  [FIRST, 'over http'],
  [SECOND, 'over http'],
  [SECOND, 'from the one file'],
] as const;

for (const [lesson, way] of ALL ? WALKED : []) {
  test(`${lesson} is walked ${way} in WebKitGTK`, async () => {
    const driver = programOf('WEBKIT');
    await whileWatched(async (addresses) =>
      inWebKit(driver, async (browser) => walk(browser, lesson, addresses[way](lesson))),
    );
  });
}
