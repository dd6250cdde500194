/** Code that does not come: a stalled import cannot be given up, so it is said what happens and what to do. */
import { ASKING, LATE, NO_ANSWER } from '#words/widgets/page/late-words';

/** Time after which a reader is told, in milliseconds. */
export const LATE_AFTER = 8000;

/** Says that the work is late when it has not settled after eight seconds; says nothing (`''`) again when it has. */
export function sayWhenLate<T>(work: Promise<T>, say: (sentence: string) => void): Promise<T> {
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    say(LATE);
  }, LATE_AFTER);
  return work.finally(() => {
    clearTimeout(timer);
    if (isLate) say('');
  });
}

/** What could not be brought, by what brings it, which names its file. */
const failed = new Set<string>();
/** The button that was pressed last. */
let pressed: Element | null = null;
const PRESSED = 'pressed';

/**
 * What every `import()` of a page goes through (`scripts/build/fetch-ahead.mjs`). Browsers keep a module that came empty or cut
 * short: what fails again upon a press is asked for with the whole page. Rejects, too, where an empty file has come; what is done
 * with the code is therefore asked of it in a statement of its own, as the bundler takes what follows at once along.
 */
export async function bring<T>(load: () => Promise<T>, name = String(load)): Promise<T> {
  try {
    const code = await load();
    if (isEmpty(code)) throw new TypeError(name);
    failed.delete(name);
    return code;
  } catch (error) {
    const place = pressed?.closest('.experiment, [data-question], book-work');
    const told = place?.querySelector('[data-part="verdict"], [data-part="status"]');
    const say = (sentence: string): void => void (told && (told.textContent = sentence));
    const isAgain = failed.has(name) && navigator.userActivation.isActive;
    failed.add(name);
    // After whoever waits for it has said that it failed.
    if (isAgain) setTimeout(() => void askAgain(say, () => failed.has(name)));
    throw error;
  }
}

/** Whether none of what a module exports has come. The bundler takes it out of the module where it knows what is asked for. */
const isEmpty = (code: unknown): boolean =>
  code === undefined ||
  (Object.prototype.toString.call(code) === '[object Module]' &&
    Object.keys(code as object).length === 0);

/** Presses what was pressed when the page had to be loaded anew, and notes what is pressed from now on. */
export function repeatPress(): void {
  document.addEventListener(
    'click',
    ({ target }) => (pressed = (target as Element).closest('button')),
    true,
  );
  try {
    const [page, id, at] = JSON.parse(sessionStorage.getItem(PRESSED) ?? '[]') as [
      string?,
      string?,
      number?,
    ];
    sessionStorage.removeItem(PRESSED);
    if (page === location.pathname) buttonsBy(id)[at ?? 0]?.click();
  } catch {
    // Storage is closed: who pressed presses once more.
  }
}

function keepPress(): void {
  if (!pressed) return;
  const id = pressed.closest('[id]:not(button)')?.id;
  const at = buttonsBy(id).findIndex((one) => one === pressed);
  try {
    if (at >= 0) sessionStorage.setItem(PRESSED, JSON.stringify([location.pathname, id, at]));
  } catch {
    // As above.
  }
}

const buttonsBy = (id = ''): HTMLElement[] => [
  ...(document.getElementById(id)?.querySelectorAll('button') ?? []),
];

/**
 * What pressing again does: no browser fetches a module again that has stalled, and Firefox none that has failed, so the page
 * is loaded anew as soon as its site answers, and the press repeated; `isOut` tells that the code is still not here by then.
 */
export async function askAgain(
  say: (sentence: string) => void,
  isOut: () => boolean,
): Promise<void> {
  say(ASKING);
  const isThere = await siteAnswers();
  if (!isOut()) return;
  if (!isThere) {
    say(NO_ANSWER);
    return;
  }
  keepPress();
  location.reload();
}

/** Whether the page's scripts can be had, past what the browser holds: somebody else's page in their place is no answer. */
async function siteAnswers(): Promise<boolean> {
  const asked = performance.getEntriesByType('resource').map(({ name }) => name);
  const files = new Set([import.meta.url, ...asked.filter((name) => name.endsWith('.js'))]);
  const signal = AbortSignal.timeout(LATE_AFTER);
  const answers = [...files].map(async (file) => {
    const { ok, headers } = await fetch(file, { cache: 'reload', signal });
    return ok && /script/.test(headers.get('content-type') ?? '');
  });
  return Promise.all(answers).then(
    (all) => all.every(Boolean),
    () => false,
  );
}
