/** Hints after two wrong tries, one at a time; the solution on request, after one try. */
import { readAsset } from '../../../widgets/run/page/assets.ts';
import { setMarkup } from '../../../widgets/run/page/trusted-types.ts';
import type { PageData } from '../author/page-data.ts';
import type { QuestionFrame } from './question-frame.ts';
import type { LogEntry } from '../work/pure/work.ts';
import { CHANGING, WORK } from '../judge/words.ts';

/** Wrong tries after which hints are offered. */
const TRIES = 2;
type Frame = QuestionFrame<PageData>;

/** The solutions of a lesson, fetched once however many of them are opened. */
const fetched = new Map<string, Promise<Readonly<Record<string, string>>>>();

/** Wakes the hints and the solution; gives what must be called after each attempt. */
export function wakeHelp<D extends PageData>(frame: QuestionFrame<D>): () => void {
  const any = frame as unknown as Frame;
  const update = (): void => offer(any);
  frame.on('hint', () => hint(any));
  frame.on('solution', () => void solution(any));
  const restore = (): void => {
    showHints(any, hintsGiven(any));
    update();
    // Not found again (the line is down): the button stands there as it did before.
    if (wasOpened(any) && !isOpen(any)) void open(any).then(update, () => undefined);
  };
  frame.store.addEventListener('change', restore);
  restore();
  return update;
}

const entriesOf = ({ store, data }: Frame): readonly LogEntry[] =>
  store.entries(data.id, data.version);
const hintsGiven = (frame: Frame): number =>
  entriesOf(frame).filter((entry) => entry.kind === 'hint').length;
const wasOpened = (frame: Frame): boolean =>
  entriesOf(frame).some((entry) => entry.kind === 'solution');
const isOpen = (frame: Frame): boolean => frame.part('solution')?.hidden === false;

function offer(frame: Frame): void {
  const { element, data } = frame;
  const entries = entriesOf(frame);
  const wrong = entries.filter((entry) => entry.correct === false).length;
  const tried = entries.some(({ kind }) => kind !== 'hint' && kind !== 'solution');
  const given = hintsGiven(frame);
  const hintButton = element.querySelector<HTMLElement>('[data-does="hint"]');
  if (hintButton) {
    hintButton.hidden = wrong < TRIES || given >= data.hints;
    hintButton.textContent = CHANGING.hint(given + 1, data.hints);
  }
  const solutionButton = element.querySelector<HTMLElement>('[data-does="solution"]');
  if (solutionButton) solutionButton.hidden = !tried || !data.hasSolution || isOpen(frame);
}

function hint(frame: Frame): void {
  const given = hintsGiven(frame) + 1;
  showHints(frame, given);
  // The last hint takes its button away; the focus must not fall to the top of the page.
  if (given >= frame.data.hints) focusOn(frame.part('hints'));
  frame.record({ kind: 'hint' });
}

function showHints(frame: Frame, given: number): void {
  const list = frame.part('hints');
  if (!list) return;
  list.hidden = given === 0;
  for (const [i, item] of [...list.children].entries()) (item as HTMLElement).hidden = i >= given;
}

async function solution(frame: Frame): Promise<void> {
  try {
    await open(frame);
  } catch {
    frame.say(WORK.noSolution);
    return;
  }
  focusOn(frame.part('solution'));
  frame.record({ kind: 'solution' });
}

async function open(frame: Frame): Promise<void> {
  const place = frame.part('solution');
  const texts = await solutionsOf(frame.data.lesson);
  if (!place) return;
  setMarkup(place, { markup: texts[frame.data.id] ?? '' });
  place.hidden = false;
}

function solutionsOf(lesson: string): Promise<Readonly<Record<string, string>>> {
  const known = fetched.get(lesson);
  if (known) return known;
  const texts = readAsset(`solutions/${lesson}.json`).then(
    (bytes) => JSON.parse(new TextDecoder().decode(bytes)) as Record<string, string>,
  );
  fetched.set(lesson, texts);
  texts.catch(() => fetched.delete(lesson));
  return texts;
}

function focusOn(place: HTMLElement | null): void {
  place?.setAttribute('tabindex', '-1');
  place?.focus();
}
