/** What a reader's hand does in the text beside experiments and questions: types against a model, flips a weight's bits, takes a run along. */
import { TAKE_ALONG } from '#words/src/components/hands/take-along-words';
import { TYPING } from '#words/src/components/hands/typing-words';
import { bookId, EDITION } from '../../tasks/storage/storage-keys.ts';
import { lastRun, runsIn, type OwnRun, type Takes } from './own-run.ts';
import { lateOf, middleOf, withTime } from './typing-times.ts';

/** After so long without a key the reader is told, once. */
const QUIET = 700;
const FIGURE = { width: 320, height: 70, most: 600 };
/** Bars have room for so many keys. */
const BARS = 40;

/** Wakes what a reader has come to, with what came first: the way to it, or a press already. Safe to call twice. */
export function wakeHand(element: HTMLElement, first: Event): void {
  const { hand } = element.dataset;
  if (hand === 'bits') {
    const coming = import('./bits.ts');
    coming.then((code) => code.wakeBits(element, first), console.warn);
    return;
  }
  if ('awake' in element.dataset) return;
  element.dataset['awake'] = '';
  if (hand === 'typing') wakeTyping(element);
  else takeIn(element, first);
}

function wakeTyping(element: HTMLElement): void {
  const part = <E extends Element>(name: string): E =>
    element.querySelector<E>(`[data-part="${name}"]`) as E;
  const slider = part<HTMLInputElement>('latency');
  const field = part<HTMLInputElement>('keys');
  // Who is quick has typed before this code came.
  let keys = field.value.length;
  let times: readonly number[] = [];
  let last: number | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tell = (): void => {
    const latency = slider.valueAsNumber;
    if (times.length > 0)
      part('status').textContent = TYPING.told(
        keys,
        times.length,
        middleOf(times),
        latency,
        lateOf(times, latency),
      );
  };
  const show = (): void => {
    const latency = slider.valueAsNumber;
    part('told').textContent = TYPING.ms(latency);
    if (times.length > 0) part('figure').replaceChildren(...drawn(times, latency));
    clearTimeout(timer);
    timer = setTimeout(tell, QUIET);
  };
  field.addEventListener('input', (event) => {
    const { inputType, timeStamp } = event as InputEvent;
    // What is pasted or corrected is no key.
    if (inputType !== 'insertText' && inputType !== 'insertCompositionText') return;
    keys += 1;
    if (last !== undefined) times = withTime(times, timeStamp - last);
    last = timeStamp;
    show();
  });
  slider.addEventListener('input', show);
}

/** A bar for each key, as high as the time to it, and the model's answer as a line across. */
function drawn(times: readonly number[], latency: number): readonly Element[] {
  const { width, height, most } = FIGURE;
  const floor = height - 2;
  const y = (time: number): number => floor - (Math.min(time, most) / most) * (floor - 2);
  const step = width / BARS;
  const path = (isLate: boolean): string =>
    times
      .map((time, i) =>
        time < latency === isLate
          ? `M${(i * step + 1).toFixed(1)} ${floor}V${y(time).toFixed(1)}h${step - 2}V${floor}z`
          : '',
      )
      .join('');
  const words = TYPING.axis(most);
  const figure = svg('svg', { class: 'figure', viewBox: `0 0 ${width} ${height}`, role: 'img' });
  figure.setAttribute('aria-label', words);
  figure.append(
    svg('path', { class: 'run-fill', d: path(false) }),
    svg('path', { class: 'before', d: path(true) }),
    svg('path', { class: 'sure-line', d: `M0 ${y(latency)}H${width}` }),
    svg('path', { class: 'hair', d: `M0 ${floor}H${width}` }),
  );
  const below = document.createElement('p');
  below.textContent = words;
  return [figure, below];
}

/** Made by hand: what figures are made of would be one more thing that scripts share, and fetch apart. */
function svg(name: string, attributes: Readonly<Record<string, string>>): Element {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}

/** Puts the reader's last run in the place of the book's. A press that came before is pressed again, for it was meant for that. */
function takeIn(element: HTMLElement, first: Event): void {
  const takes = JSON.parse(element.dataset['takes'] ?? '{}') as Takes;
  const own = lastRun(takes, storedRuns());
  const whose = element.querySelector('[data-part="whose"]');
  if (whose)
    whose.textContent = ` (${own === undefined ? TAKE_ALONG.none : `${TAKE_ALONG.yours}: ${own}`})`;
  const setUp = element.querySelector<HTMLElement>('.set-up');
  if (own === undefined || !setUp) return;
  setUp.dataset['settings'] = JSON.stringify({ [takes.param]: own });
  if (first.type === 'click') setUp.querySelector('button')?.click();
}

/**
 * All runs that are stored, as they stand there; none where storage is closed or holds something else. Their key is that of
 * the run store, written out: shared, it would lie in the script that every page begins with.
 */
function storedRuns(): readonly OwnRun[] {
  try {
    return runsIn(localStorage.getItem(`${bookId()}/${EDITION}/runs`) ?? '{}');
  } catch {
    return [];
  }
}
