/** A prediction on the page: commit, then the experiment answers, then both stand side by side. */
import {
  OUTCOME,
  SPREAD,
  type OutcomeDetail,
  type ProposeDetail,
  type SpreadDetail,
} from '../../widgets/kit/events.ts';
import { plain, quantity } from '../../widgets/kit/format.ts';
import { checkPrediction, distance } from './check.ts';
import { curveField, numberField, type Field } from './prediction-field.ts';
import type { PredictionData } from './page-data.ts';
import { CHANCE, differing, propose } from './proposal.ts';
import type { QuestionFrame } from './question-frame.ts';
import { readNumber } from './read-number.ts';
import { asSaid, inShown } from './say.ts';
import type { Point } from './types.ts';
import type { Given } from './work.ts';
import { CHANGING, PREDICTIONS, VERDICTS } from './words.ts';

type Frame = QuestionFrame<PredictionData>;

/** Wakes a question that is answered before the experiment shows. */
export function wakePrediction(frame: Frame): void {
  const { data } = frame;
  const field = data.spread ? curveField(frame.element, data) : numberField(frame.element);
  const restore = (): void => {
    const { kept } = frame;
    if (!kept || 'committed' in frame.element.dataset) return;
    close(frame, field);
    field.write(kept.answer);
    const words = kept.saw ?? waiting(data, kept.answer, true);
    frame.say(kept.saw ? `${words} ${data.after}` : words, [], true);
    // The build has drawn what the veil hides; nothing needs to run.
    const veiled = document.getElementById(data.instance)?.dataset['veil'] === data.id;
    if (veiled) propose(data.instance, { settings: {}, reveal: true });
    const drawn = drawnCurve(data, kept.answer);
    if (drawn) propose(data.instance, { settings: {}, remember: true, ...drawn });
  };
  frame.onSubmit(() => {
    const answer = field.read();
    const verdict = checkPrediction(data, answer);
    const missing =
      typeof answer === 'string' ? 0 : (data.spread?.values.length ?? 0) - answer.length;
    if (verdict.readable && missing === 0) commit(frame, field, answer);
    else {
      frame.say(
        missing > 0 ? `${VERDICTS.draw} ${CHANGING.missingPoints(missing)}` : verdict.feedback,
      );
      field.focus();
    }
  });
  frame.on('skip', () => commit(frame, field, null));
  document.addEventListener(OUTCOME, (event) =>
    onRun(frame, (event as CustomEvent<OutcomeDetail>).detail),
  );
  document.addEventListener(SPREAD, (event) =>
    onSpread(frame, (event as CustomEvent<SpreadDetail>).detail),
  );
  frame.store.addEventListener('change', restore);
  restore();
}

function commit(
  frame: Frame,
  field: Field,
  answer: Given & (string | readonly Point[] | null),
): void {
  const { data } = frame;
  close(frame, field);
  if (answer === null) field.write(null);
  frame.record({ kind: 'prediction', answer }, { answer });
  const { spread, measure, when: settings } = data;
  const shows = spread
    ? (drawnCurve(data, answer) ?? { spread: { param: spread.param, measure } })
    : { run: true };
  const found = propose(data.instance, { settings, fresh: true, reveal: true, ...shows });
  frame.say(found ? waiting(data, answer, false) : PREDICTIONS.lost);
}

/** A drawn line as the experiment takes it: in the measure's own unit, over the spread that answers it. */
function drawnCurve(
  { spread, shown, measure }: PredictionData,
  answer: Given,
): Required<Pick<ProposeDetail, 'spread' | 'prediction'>> | undefined {
  if (!spread || !Array.isArray(answer)) return undefined;
  const points = answer as readonly Point[];
  return {
    spread: { param: spread.param, measure },
    prediction: points.map(({ x, y }) => ({ x, y: y / shown.scale })),
  };
}

function close(frame: Frame, field: Field): void {
  frame.element.dataset['committed'] = '';
  field.lock();
  const main = frame.part('submit');
  // Hiding the pressed button would drop the focus; the verdict takes it.
  const verdict = frame.part('verdict');
  const had = frame.element.contains(document.activeElement);
  for (const button of [main, frame.element.querySelector<HTMLElement>('[data-does="skip"]')]) {
    if (button) button.hidden = true;
  }
  if (had && verdict) {
    verdict.tabIndex = -1;
    verdict.focus();
  }
}

function waiting(data: PredictionData, answer: Given, isBack: boolean): string {
  if (answer === null) return isBack ? '' : PREDICTIONS.waitingSkipped;
  if (typeof answer !== 'string') return isBack ? PREDICTIONS.keptCurve : PREDICTIONS.waitingCurve;
  return (isBack ? PREDICTIONS.kept : PREDICTIONS.waiting)(said(data, answer));
}

function said(data: PredictionData, answer: string): string {
  const read = readNumber(answer, data.unit);
  return 'value' in read ? asSaid(read.value, data.unit) : answer;
}

function onRun(frame: Frame, run: OutcomeDetail): void {
  const { data, kept } = frame;
  if (data.spread || !kept || run.id !== data.instance || run.state !== 'done') return;
  if (differing(data.expected, run.settings, CHANCE).length > 0) return;
  const value = run.measures[data.measure] ?? null;
  if (value === null) {
    frame.say(PREDICTIONS.none(run.why[data.measure] ?? ''));
    return;
  }
  const here = inShown(value, data.shown);
  const guess = typeof kept.answer === 'string' ? said(data, kept.answer) : undefined;
  tell(
    frame,
    guess === undefined ? PREDICTIONS.skippedNumber(here) : PREDICTIONS.saidNumber(guess, here),
  );
}

function onSpread(frame: Frame, run: SpreadDetail): void {
  const { data, kept } = frame;
  const { spread, shown } = data;
  if (!spread || !kept || run.id !== data.instance) return;
  if (run.param !== spread.param || run.measure !== data.measure) return;
  if (differing(data.expected, run.settings, [...CHANCE, spread.param]).length > 0) return;
  const points = run.points.map(({ x, y }) => ({ x, y: y === null ? null : y * shown.scale }));
  const drawn = Array.isArray(kept.answer) ? (kept.answer as readonly Point[]) : [];
  const gap = distance(drawn, points);
  const words = (value: number): string => quantity(value, shown);
  tell(
    frame,
    gap
      ? PREDICTIONS.saidCurve(words(gap.mean), `${spread.label} ${plain(gap.at)}`, words(gap.most))
      : PREDICTIONS.skippedCurve,
  );
}

function tell(frame: Frame, sentence: string): void {
  frame.say(`${sentence} ${frame.data.after}`);
  frame.mark('told');
  // What the first run said is kept with the prediction; later runs are shown only.
  if (frame.kept && frame.kept.saw === undefined) frame.keepSaw(frame.kept, sentence);
}
