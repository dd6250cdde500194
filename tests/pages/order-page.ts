/** A lesson with an order added to it: no lesson of the book need have one for its tests. */
import type { Page } from '@playwright/test';
import type { PageHead } from '../../src/tasks/practice/contract.ts';
import { sortedMarkup } from '../../src/tasks/fields/sorted-markup.ts';
import type { OrderKey } from '../../src/tasks/kinds/order/check.ts';
import { FIRST, WEB } from './book.ts';

const feedback = 'A few long waits pull which of the two?';
const DATA: PageHead & OrderKey = {
  ...{ id: 'test-order', version: 1, lesson: '01-latency-and-throughput' },
  ...{ hints: 0, hasSolution: false, kind: 'order' },
  order: ['median', 'mean', 'p95', 'p99'],
  wrong: [{ id: 'mean-first', order: ['mean', 'median'], misconception: '', feedback: '' }],
};

/** Opens the first lesson with the order at its foot, in the frame that `Question.astro` gives every question. */
export async function withOrder(page: Page): Promise<void> {
  const items = DATA.order.map((id) => ({ id, html: { markup: id } }));
  const markup = `<book-question id="question-test-order" class="question" data-question="test-order" data-kind="order">
    <div class="question-prompt" id="question-test-order-prompt"><p>Sort them.</p></div>
    <form class="question-form" autocomplete="off" novalidate>
      ${sortedMarkup(DATA, items, ['shortest', 'longest']).markup}
      <div class="question-verdict" role="status" data-part="verdict"></div>
      <div class="question-actions if-scripting">
        <button type="submit" class="question-main" data-part="submit">Check</button>
        <span class="question-saved" data-part="saved"></span>
      </div>
    </form>
    <template data-part="feedback"><span data-of="mean-first">${feedback}</span></template>
    <script type="application/json" data-part="data">${JSON.stringify(DATA)}</script>
  </book-question>`;
  await page.route(/\/lessons\/[^/]+\/(\?.*)?$/, async (route) => {
    const response = await route.fetch();
    const body = await response.text();
    const at = '<book-question id="question-latency-throughput"';
    await route.fulfill({ response, body: body.replace(at, `${markup}${at}`) });
  });
  await page.goto(WEB.at(FIRST));
}
