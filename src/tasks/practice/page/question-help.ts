/** Hints after a wrong try, one at a time; the solution on request, after any try, and so never before a hint. */
import { sayWhenLate } from '../../../../widgets/page/late.ts';
import { showHint } from '#words/src/tasks/judge/words';
import type { LogEntry } from '../../storage/pure/work.ts';
import { NOT_LOADED } from '#words/widgets/page/late-words';
import type { QuestionFrame } from './question-frame.ts';
import { showSolution } from './solution.ts';

/** Wakes the hints and the solution: what is offered follows the attempts in the store. */
export function wakeHelp(frame: QuestionFrame): void {
  frame.on('hint', () => showNextHint(frame));
  frame.on('solution', () => void openSolution(frame));
  const restore = (): void => {
    showHints(frame, hintsShown(frame));
    offer(frame);
    // Not found again (the line is down): the button stands there as it did before.
    if (wasOpened(frame) && !isOpen(frame)) {
      showSolution(frame).then(
        () => offer(frame),
        () => undefined,
      );
    }
  };
  frame.store.addEventListener('change', restore);
  restore();
}

const entriesOf = ({ store, data }: QuestionFrame): readonly LogEntry[] =>
  store.entries(data.id, data.version);
const hintsShown = (frame: QuestionFrame): number =>
  entriesOf(frame).filter((entry) => entry.kind === 'hint').length;
const wasOpened = (frame: QuestionFrame): boolean =>
  entriesOf(frame).some((entry) => entry.kind === 'solution');
const isOpen = (frame: QuestionFrame): boolean => frame.part('solution') !== null;

function offer(frame: QuestionFrame): void {
  const { element, data } = frame;
  const entries = entriesOf(frame);
  const isWrong = entries.some((entry) => entry.correct === false);
  const tried = entries.some(({ kind }) => kind !== 'hint' && kind !== 'solution');
  const shown = hintsShown(frame);
  const hintButton = element.querySelector<HTMLElement>('[data-does="hint"]');
  if (hintButton) {
    hintButton.hidden = !isWrong || shown >= data.hints;
    hintButton.textContent = showHint(shown + 1, data.hints);
  }
  const solutionButton = element.querySelector<HTMLElement>('[data-does="solution"]');
  if (solutionButton) solutionButton.hidden = !tried || !data.hasSolution || isOpen(frame);
}

function showNextHint(frame: QuestionFrame): void {
  const count = hintsShown(frame) + 1;
  showHints(frame, count);
  // The last hint takes its button away; the focus must not fall to the top of the page.
  if (count >= frame.data.hints) focusOn(frame.part('hints'));
  frame.record({ kind: 'hint' });
}

function showHints(frame: QuestionFrame, count: number): void {
  const list = frame.part('hints');
  if (!list) return;
  list.hidden = count === 0;
  for (const [i, item] of [...list.children].entries()) (item as HTMLElement).hidden = i >= count;
}

async function openSolution(frame: QuestionFrame): Promise<void> {
  try {
    await sayWhenLate(showSolution(frame), (sentence) => frame.say(sentence));
  } catch (error) {
    console.error(error);
    frame.say(NOT_LOADED);
    return;
  }
  focusOn(frame.part('solution'));
  frame.record({ kind: 'solution' });
}

function focusOn(place: HTMLElement | null): void {
  place?.setAttribute('tabindex', '-1');
  place?.focus();
}
