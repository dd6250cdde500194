/** The first lesson with a prediction added to it, made as the build makes it: no lesson need ask in every form for its tests. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { readBook } from '../../src/tasks/practice/author/load.ts';
import { pageData } from '../../src/tasks/practice/author/page-data.ts';
import { questionMarkup } from '../../src/tasks/practice/server/question-markup.ts';
import { loadWidgets } from '../../widgets/index.ts';
import { FIRST, WEB } from './book.ts';

const LESSON = `content/ml-systems-in-production/research-and-production/01-${FIRST}.mdx`;
const PLACE = '<book-question id="question-latency-throughput"';

/** Opens the lesson; `question` is what an author would write of a prediction about its experiment. */
export async function withPrediction(page: Page, question: object): Promise<void> {
  const written = {
    ...{ id: 'test-form', version: 1, kind: 'prediction', instance: 'latency-batching' },
    ...{ objective: 'o', prompt: 'What do you expect?', after: 'So it is.', ...question },
  };
  const book = readBook(
    new Map([
      [LESSON, readFileSync(LESSON, 'utf8')],
      [LESSON.replace('.mdx', '.questions.yaml'), JSON.stringify([written])],
    ]),
  );
  const [loaded] = book.questions;
  if (!loaded) throw new Error('no question');
  const data = pageData({ book, widgets: await loadWidgets() }, loaded);
  const { markup } = await questionMarkup(loaded, data);
  await page.route(/\/lessons\/[^/]+\/(\?.*)?$/, async (route) => {
    const response = await route.fetch();
    const body = await response.text();
    await route.fulfill({ response, body: body.replace(PLACE, `${markup}${PLACE}`) });
  });
  await page.goto(WEB.at(FIRST));
}
