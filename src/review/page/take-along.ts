/** What a reader saves from the page: a calendar, and cards for Anki. */
import { saveFile } from '../../../widgets/page/save-file.ts';
import { bookJson } from '../../book/book-json.ts';
import { REVIEW } from '#words/src/review/words';
import type { WorkStore } from '../../tasks/storage/store.ts';
import { ankiFile, calendar } from '../pure/files.ts';
import { daysToCome, type Stocked } from '../pure/schedule.ts';
import { nodesOf, questionOf } from './asked.ts';

const DAY = 86_400_000;

export function saveCalendar({ review, work: { book } }: WorkStore): void {
  const due = [...daysToCome(review.all, review.today)].map(([day, n]) => ({
    day: new Date(day * DAY).toISOString().slice(0, 10),
    summary: REVIEW.summary(n),
  }));
  const made = `${new Date().toISOString().replaceAll(/[-:]|\.\d+Z/g, '')}Z`;
  const text = calendar(due, { book, made, url: location.href });
  saveFile(`${book}-review.ics`, text, 'text/calendar');
}

/** What was brought back and answered; resolves with the number of cards. */
export async function saveCards(store: WorkStore, stock: readonly Stocked[]): Promise<number> {
  const { answers, log, book } = store.work;
  const answered = new Set(
    [...Object.values(answers), ...log.filter(({ kind }) => kind === 'answer')].map(
      ({ question }) => question,
    ),
  );
  const wanted = stock.filter(({ id }) => {
    const brought = store.review.of(id);
    return brought && !brought.isStopped && answered.has(id);
  });
  const cards = await Promise.all(
    wanted.map(async (one) => ({
      id: `${book}/${one.id}`,
      front: asText(await questionOf(one)),
      back: plain(nodesOf((await solutionsOf(one.lesson))[one.id] ?? '')),
    })),
  );
  const deck = document.querySelector('.bar-long')?.textContent ?? book;
  if (cards.length > 0) saveFile(`${book}-anki.txt`, ankiFile(cards, deck), 'text/plain');
  return cards.length;
}

const solutionsOf = (lesson: string): Promise<Readonly<Record<string, string>>> =>
  bookJson(`solutions/${lesson}.json`);

/** The prompt, and what there is to choose from, to sort or to match: each once. */
function asText(question: HTMLElement): string {
  const textsOf = (selector: string): readonly string[] =>
    [...question.querySelectorAll(selector)].map(({ textContent }) => `– ${textContent.trim()}`);
  const options = [...textsOf('.answer-option, [data-text-of]'), ...textsOf('.answer-match label')];
  const prompt = question.querySelector('.question-prompt');
  return [prompt ? plain(prompt) : '', ...new Set(options)].join('\n');
}

/** A line for each paragraph. */
const plain = (node: ParentNode): string =>
  [...node.children].map(({ textContent }) => textContent.trim()).join('\n');
