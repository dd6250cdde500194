/** A prediction on the page: commit, then the experiment answers, then both stand side by side. */
import {
  experimentAttributes,
  OUTCOME,
  PREDICTED,
  questionAttributes,
  SPREAD,
  type ProposeDetail,
} from '../../../../widgets/kit/contract/border.ts';
import { checkPrediction } from '../../judge/check.ts';
import { curveField, numberField, type PredictionField } from './field.ts';
import { toldBy, waitingFor, type AskState } from './comparison.ts';
import type { PredictionData } from '../../author/page-data.ts';
import { propose } from '../../page/proposal.ts';
import type { QuestionFrame } from '../../page/question-frame.ts';
import { inTurn } from './queue.ts';
import type { Point } from '../../judge/types.ts';
import type { GivenAnswer } from '../../work/pure/work.ts';
import { CHANGING, PREDICTIONS, VERDICTS } from '../../judge/words.ts';

type Frame = QuestionFrame<PredictionData>;

/** Wakes a question that is answered before the experiment shows. */
export function wakePrediction(frame: Frame): void {
  const { data } = frame;
  const field = data.spread ? curveField(frame.element, data) : numberField(frame.element);
  const restore = (): void => {
    const { kept } = frame;
    if (!kept || isCommitted(frame.element)) return;
    close(frame, field);
    field.write(kept.answer);
    if (kept.saw === undefined) showStage(frame, 'unasked', true);
    else frame.say(`${kept.saw} ${data.after}`, [], true);
    remember(data, kept.answer);
  };
  frame.onSubmit(() => {
    const answer = field.read();
    const verdict = checkPrediction(data, answer);
    const missing =
      typeof answer === 'string' ? 0 : (data.spread?.values.length ?? 0) - answer.length;
    frame.refuse(!verdict.readable);
    if (verdict.readable && missing === 0) commit(frame, field, answer);
    else {
      frame.say(
        missing > 0 ? `${VERDICTS.draw} ${CHANGING.missingPoints(missing)}` : verdict.feedback,
      );
      field.focus();
    }
  });
  frame.on('skip', () => commit(frame, field, null));
  frame.on('compare', () => ask(frame));
  for (const name of [OUTCOME, SPREAD]) {
    document.addEventListener(name, (event) => hear(frame, event));
  }
  frame.store.addEventListener('change', restore);
  restore();
  keepDrafts(frame, field);
}

/** Until it is committed, what is typed or drawn is kept as it stands. */
function keepDrafts(frame: Frame, field: PredictionField): void {
  const { element, draft } = frame;
  const isOpen = (): boolean => !isCommitted(element);
  const keep = (): void => {
    if (!isOpen()) return;
    frame.refuse(false);
    frame.keepDraft(field.read());
  };
  if ('touched' in element.dataset) keep();
  else if (draft !== undefined && isOpen()) {
    field.write(draft);
    frame.tellDraft();
  }
  element.addEventListener('input', keep);
  // A stroke ends where the pointer leaves the sheet.
  if (frame.data.spread) element.addEventListener('pointerup', keep);
}

function commit(
  frame: Frame,
  field: PredictionField,
  answer: GivenAnswer & (string | readonly Point[] | null),
): void {
  close(frame, field);
  if (answer === null) field.write(null);
  frame.record({ kind: 'prediction', answer }, { answer });
  ask(frame);
}

/** Lets the experiment answer, now or after what it is answering. */
function ask(frame: Frame): void {
  const { data, kept } = frame;
  const { spread, measure, when: settings, instance } = data;
  const answer = kept?.answer ?? null;
  const shows = spread
    ? (drawnCurve(data, answer) ?? { spread: { param: spread.param, measure } })
    : { run: true };
  const element = document.getElementById(instance);
  if (!element) {
    frame.say(PREDICTIONS.lost);
    return;
  }
  const run = (): void => {
    showStage(frame, 'running');
    propose(instance, { settings, fresh: true, reveal: true, ...shows });
  };
  const isNow = inTurn(instance, spread ? SPREAD : OUTCOME, run, () => {
    if (isRunning(frame)) showStage(frame, 'unasked', true);
  });
  if (isNow) return;
  showStage(frame, 'queued');
  // What is out of sight waits there: the reader is taken to the run that comes first.
  element.scrollIntoView({ block: 'nearest' });
}

/** After a reload: the veil lifts where its answer, or the run that the address asks for, has been seen before. */
function remember(data: PredictionData, answer: GivenAnswer): void {
  const element = document.getElementById(data.instance);
  const veil = element ? experimentAttributes(element).veil : undefined;
  // The build has drawn what the veil hides; nothing needs to run.
  const isSeen = veil === data.id || location.search.includes(`${data.instance}.`);
  if (veil !== undefined && isSeen) propose(data.instance, { settings: {}, reveal: true });
  const drawn = drawnCurve(data, answer);
  if (drawn) propose(data.instance, { settings: {}, remember: true, ...drawn });
}

/** A drawn line as the experiment takes it: in the measure's own unit, over the spread that answers it. */
function drawnCurve(
  { spread, shown, measure }: PredictionData,
  answer: GivenAnswer,
): Required<Pick<ProposeDetail, 'spread' | 'prediction'>> | undefined {
  if (!spread || !Array.isArray(answer)) return undefined;
  const points = answer as readonly Point[];
  return {
    spread: { param: spread.param, measure },
    prediction: points.map(({ x, y }) => ({ x, y: y / shown.scale })),
  };
}

function close(frame: Frame, field: PredictionField): void {
  questionAttributes(frame.element).committed = '';
  field.lock();
  for (const name of ['[data-part="submit"]', '[data-does="skip"]']) hide(frame, name, true);
  frame.element.dispatchEvent(new Event(PREDICTED, { bubbles: true }));
}

/** Hiding a pressed button would drop the focus; the verdict takes it. */
function hide(frame: Frame, name: string, isHidden: boolean): void {
  const button = frame.element.querySelector<HTMLElement>(name);
  const verdict = frame.part('verdict');
  if (isHidden && verdict && frame.element.contains(document.activeElement)) {
    verdict.tabIndex = -1;
    verdict.focus();
  }
  if (button) button.hidden = isHidden;
}

const isCommitted = (element: HTMLElement): boolean =>
  questionAttributes(element).committed !== undefined;

const isRunning = ({ element }: Frame): boolean => element.dataset['stage'] === 'running';

function showStage(frame: Frame, standing: AskState, quietly = false): void {
  frame.element.dataset['stage'] = standing;
  hide(frame, '[data-does="compare"]', standing !== 'unasked');
  frame.say(waitingFor(frame.data, frame.kept?.answer ?? null, standing), [], quietly);
}

function hear(frame: Frame, event: Event): void {
  const { data, kept } = frame;
  const { id } = (event as CustomEvent<{ readonly id: string }>).detail;
  if (!kept || id !== data.instance) return;
  const told = toldBy(data, kept.answer, event);
  if (told) tell(frame, told);
  // Another run than the one that would have answered: the reader may ask for it again.
  else if (isRunning(frame) && (event.type === SPREAD) === (data.spread !== undefined)) {
    showStage(frame, 'unasked', true);
  }
}

function tell(frame: Frame, told: NonNullable<ReturnType<typeof toldBy>>): void {
  frame.element.dataset['stage'] = 'told';
  hide(frame, '[data-does="compare"]', true);
  if ('why' in told) {
    frame.say(PREDICTIONS.none(told.why));
    return;
  }
  frame.say(`${told.sentence} ${frame.data.after}`);
  frame.mark('told');
  // What the first run said is kept with the prediction; later runs are shown only.
  if (frame.kept && frame.kept.saw === undefined) frame.keepSaw(frame.kept, told.sentence);
}
