/** A reader's answers and what the browser keeps of them, as seen from one tab. */
import type { Page } from 'playwright';
import type { Random } from '../../../widgets/kit/numbers/random.ts';

/** An answer as the log must hold it. */
export interface Given {
  readonly question: string;
  /** What was given, as JSON: a typed number, or the picked options. */
  readonly answer: string;
}

/** What the browser keeps: how many entries, and each answer once for each time that it was given. */
export interface Kept {
  readonly entries: number;
  readonly ids: number;
  readonly answers: readonly string[];
  readonly inOrder: boolean;
}

/** The questions of a page that are answered by typing a number or by picking options. */
export function questionsOn(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[data-question]')]
      .filter((one) => ['number', 'choice'].includes(one.dataset['kind'] ?? ''))
      .map((one) => one.dataset['question'] ?? ''),
  );
}

/** Answers a question as a hand would, with an answer that chance gives. */
export function give(page: Page, question: string, random: Random): Promise<Given> {
  const draws = [random.uniform(), random.uniform()] as const;
  return page.evaluate(giveInPage, { question, draws });
}

/** Runs in the page: it can use nothing from out here. */
function giveInPage(order: { question: string; draws: readonly [number, number] }): Given {
  const { question, draws } = order;
  const element = document.querySelector<HTMLElement>(`[data-question="${question}"]`);
  const form = element?.querySelector('form');
  const inputs = [...(element?.querySelectorAll('input') ?? [])];
  const [first] = inputs;
  if (!form || !first) throw new Error(`${question} has no field.`);
  const tell = (one: HTMLElement, type: string): boolean =>
    one.dispatchEvent(new Event(type, { bubbles: true }));
  // Small numbers may be asked about: a share typed for per cent is no answer yet.
  let answer: string | string[] = String(100 + Math.floor(draws[0] * 9000));
  if (first.type === 'text') first.value = answer;
  else {
    for (const one of inputs) one.checked = false;
    const picked = inputs[Math.floor(draws[1] * inputs.length)] ?? first;
    picked.checked = true;
    answer = [picked.value];
  }
  tell(first, 'input');
  tell(first, 'change');
  form.requestSubmit();
  return { question, answer: JSON.stringify(answer) };
}

/** What the browser keeps now. */
export function keptBy(page: Page): Promise<Kept> {
  return page.evaluate(() => {
    const key = Object.keys(localStorage).find((name) => /^[^/]+\/[^/]+\/work$/.test(name)) ?? '';
    const text = localStorage.getItem(key) ?? '{"log":[]}';
    const { log } = JSON.parse(text) as {
      log: { id: string; kind: string; question: string; answer: unknown; time: string }[];
    };
    const times = log.map(({ time }) => time);
    return {
      entries: log.length,
      ids: new Set(log.map(({ id }) => id)).size,
      answers: log
        .filter(({ kind }) => kind === 'answer')
        .map(({ question, answer }) => `${question} ${JSON.stringify(answer)}`),
      inOrder: times.every((time, i) => i === 0 || time >= (times[i - 1] ?? '')),
    };
  });
}

/** Makes the storage of this tab refuse to write, or write again. */
export function fill(page: Page, isFull: boolean): Promise<void> {
  return page.evaluate((full) => {
    const world = globalThis as unknown as { writes?: Storage['setItem'] };
    world.writes ??= Storage.prototype.setItem;
    Storage.prototype.setItem = full
      ? () => {
          throw new DOMException('full', 'QuotaExceededError');
        }
      : world.writes;
  }, isFull);
}

/** Counts, from now on, how often this tab hears that another one has written. */
export async function countEvents(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const world = globalThis as unknown as { heard: number };
    world.heard = 0;
    addEventListener('storage', () => (world.heard += 1));
  });
  return () => page.evaluate(() => (globalThis as unknown as { heard: number }).heard);
}
