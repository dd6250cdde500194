/** What a question sends to the page: enough to check and to say, and no text of its solution. Build only. */
import {
  spreadsByFactors,
  type AnySettings,
  type Table,
} from '../../../widgets/kit/contract/params.ts';
import { fullSettings } from '../../../widgets/kit/contract/author-settings.ts';
import { shownMeasure, experimentOf, type ShownMeasure, type Widgets } from './context.ts';
import type { Book, Loaded } from './load.ts';
import type { PredictionQuestion, ReachQuestion } from './schema.ts';
import type {
  ChoiceAsked,
  NumberAsked,
  OrderAsked,
  PredictionAsked,
  ReachAsked,
} from '../judge/types.ts';

interface QuestionHead {
  readonly id: string;
  readonly version: number;
  readonly lesson: string;
  readonly hints: number;
  readonly hasSolution: boolean;
}
export interface NumberData extends QuestionHead, NumberAsked {}
export interface ChoiceData extends QuestionHead, ChoiceAsked {}
export interface OrderData extends QuestionHead, OrderAsked {}
export interface ReachData extends QuestionHead, ReachAsked {
  readonly instance: string;
  /** All settings of the start; what the reader may not move must stay so. */
  readonly start: AnySettings;
  readonly vary: readonly string[];
  readonly shown: Readonly<Record<string, ShownMeasure>>;
  /** Names of the controls as the reader sees them. */
  readonly labels: Readonly<Record<string, string>>;
}
export interface PredictionData extends QuestionHead, PredictionAsked {
  readonly instance: string;
  readonly measure: string;
  readonly when: AnySettings;
  /** All settings of the run that answers. */
  readonly expected: AnySettings;
  readonly shown: ShownMeasure;
  readonly after: string;
  readonly spread?: {
    readonly param: string;
    readonly values: readonly number[];
    readonly label: string;
    readonly unit?: string | undefined;
    readonly isLog: boolean;
  };
}
export type PageData = NumberData | ChoiceData | OrderData | ReachData | PredictionData;

/** The data of one question; `answer` is a number question's, computed where a widget gives it. */
export function pageData(book: Book, widgets: Widgets, loaded: Loaded, answer: number): PageData {
  const { question, lesson } = loaded;
  const place: QuestionHead = {
    id: question.id,
    version: question.version,
    lesson,
    hints: question.hints.length,
    hasSolution: question.solution !== undefined,
  };
  if (question.kind === 'number') {
    // Feedback is in the page as rendered text, not here; misconceptions are for questions.json.
    const wrong = question.wrong.map((w) => ({ ...w, misconception: '', feedback: '' }));
    const { kind, unit, tolerance } = question;
    return { ...place, kind, answer, unit, tolerance, wrong };
  }
  if (question.kind === 'choice') {
    const options = question.options.map(({ id, correct, feedback }) => ({
      id,
      text: '',
      correct,
      feedback: feedback === undefined ? undefined : '',
    }));
    return { ...place, kind: question.kind, many: question.many, options };
  }
  if (question.kind === 'order') {
    const wrong = question.wrong.map((w) => ({ ...w, misconception: '', feedback: '' }));
    return { ...place, kind: question.kind, order: question.items.map(({ id }) => id), wrong };
  }
  const { widget, start } = experimentOf(book, widgets, loaded, question.instance);
  return question.kind === 'reach'
    ? reachData(place, question, widget)
    : predictionData(place, question, widget, start);
}

type AnyWidget = Widgets[string];

function reachData(place: QuestionHead, question: ReachQuestion, widget: AnyWidget): ReachData {
  const { kind, instance, goal, vary } = question;
  const start = fullSettings(widget, question.start, 'start');
  const shown = Object.keys(goal).map((name) => [name, shownMeasure(widget, name)] as const);
  const labels = Object.entries(widget.params as Table).map(([k, p]) => [k, p.label] as const);
  return {
    ...place,
    kind,
    instance,
    goal,
    vary,
    start,
    shown: Object.fromEntries(shown),
    labels: Object.fromEntries(labels),
  };
}

function predictionData(
  place: QuestionHead,
  question: PredictionQuestion,
  widget: AnyWidget,
  start: AnySettings,
): PredictionData {
  const { kind, form, instance, measure, when, after, min, max } = question;
  const shown = shownMeasure(widget, measure);
  const unit = question.unit ?? shown.unit;
  const spread = spreadData(question, widget);
  const expected = { ...start, ...when };
  return {
    ...place,
    ...{ kind, form, instance, measure, when, expected, after, min, max, unit },
    shown: { ...shown, unit },
    ...(spread && { spread }),
  };
}

function spreadData(question: PredictionQuestion, widget: AnyWidget): PredictionData['spread'] {
  if (!question.spread) return undefined;
  const { param: name, values } = question.spread;
  const param = (widget.params as Table)[name];
  if (param?.kind !== 'number') return undefined;
  const isLog = spreadsByFactors(param, values);
  return { param: name, values, label: param.label, unit: param.unit, isLog };
}
