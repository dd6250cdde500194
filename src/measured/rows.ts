/** The predictions of a lesson as rows of the report: where each stands, what it asks, what the book's own runs give. Build only. */
import { experimentOf } from '../tasks/practice/author/context.ts';
import type { BookQuestion } from '../tasks/practice/contract.ts';
import { loadBook } from '../tasks/practice/author/load.ts';
import { pageData } from '../tasks/practice/author/page-data.ts';
import { inShown, type ShownMeasure } from '../tasks/judge/shown-measure.ts';
import type { Prediction, PredictionData } from '../tasks/kinds/prediction/form.ts';
import { rightOptions } from '../tasks/kinds/prediction/forms/choice/check.ts';
import type { ChoiceData, ChoicePrediction } from '../tasks/kinds/prediction/forms/choice/build.ts';
import type { CurveData } from '../tasks/kinds/prediction/forms/curve/data.ts';
import type { NumberData } from '../tasks/kinds/prediction/forms/number/build.ts';
import type { NumbersData } from '../tasks/kinds/prediction/forms/numbers/build.ts';
import type { OrderPrediction } from '../tasks/kinds/prediction/forms/order/build.ts';
import type { ReadingAsked } from '../tasks/kinds/prediction/runs/prove.ts';
import type { Scale } from '../tasks/kinds/prediction/judge/scale.ts';
import { setting } from '../../widgets/kit/draw/format.ts';
import type { AnySettings, Param, Table } from '../../widgets/kit/contract/params.ts';
import { bookRun } from '../../widgets/server/book-run.ts';
import { WIDGETS } from '../book/widgets.ts';
import { lessonPath, type Lesson } from '../book/lessons.ts';
import type { Asked, Line } from './pure/asked.ts';
import type { Named, Names } from './pure/pinned.ts';

/** One prediction. */
export interface Row {
  readonly asked: Asked;
  readonly href: string;
  /** The sentence of its prompt that asks. */
  readonly text: string;
  readonly gave: string;
}

/** An experiment of a lesson. */
export interface Placed {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly href: string;
}

/** What one form tells the report, and what the book's runs give. */
interface Told {
  readonly what: Asked['what'];
  readonly gave: string;
}
/** The value of a measure, under settings that differ from those of the prediction's run. */
type Value = (own: AnySettings, measure: string) => Promise<number | null>;

const context = () => ({ book: loadBook(), widgets: WIDGETS });

/** The experiments of a lesson, in its order. */
export function placedIn(lesson: Lesson): readonly Placed[] {
  const source = loadBook().lessons.find(({ id }) => id === lesson.id);
  return (source?.instances ?? []).flatMap(({ id, tag, title }) => {
    const widget = WIDGETS[tag];
    if (!widget) return [];
    const href = `${lessonPath(lesson)}#${id}`;
    const { version } = widget;
    return [{ id, version, title: title ?? widget.title, href }];
  });
}

/** The page carries the names of so many: the first three that have a value are shown. */
const MEASURES = 6;

/** What the experiments of some lessons call their settings and measures, and where each begins. */
export function namedIn(lessons: readonly Lesson[]): Named {
  const ids = new Set(lessons.map(({ id }) => id));
  const instances = loadBook().lessons.flatMap((one) => (ids.has(one.id) ? one.instances : []));
  return {
    names: namesOf(instances.map(({ tag }) => tag)),
    placed: Object.fromEntries(
      instances.map(({ id, tag, settings: start }) => [id, { tag, start }]),
    ),
  };
}

function namesOf(tags: readonly string[]): Readonly<Record<string, Names>> {
  const all = [...new Set(tags)].flatMap((tag): [string, Names][] => {
    const widget = WIDGETS[tag];
    if (!widget) return [];
    const { version, measures } = widget;
    const params: Table = widget.params;
    const settings = Object.entries(params).map(
      ([name, param]): [string, Names['settings'][string]] => {
        const { label, default: start } = param;
        const unit = param.kind !== 'number' ? undefined : param.isShare ? 'share' : param.unit;
        return [name, { label, start, unit, options: optionsOf(param) }];
      },
    );
    const shown = Object.entries(measures)
      .slice(0, MEASURES)
      .map(
        ([name, { label, digits, unit, figures, isDifference, says }]) =>
          [name, { label, digits, unit, figures, isDifference, says }] as const,
      );
    return [
      [
        tag,
        { version, settings: Object.fromEntries(settings), measures: Object.fromEntries(shown) },
      ],
    ];
  });
  return Object.fromEntries(all);
}

function optionsOf(param: Param): Readonly<Record<string, string>> | undefined {
  if (param.kind === 'number') return param.names;
  return (
    param.options && Object.fromEntries(param.options.map(({ value, label }) => [value, label]))
  );
}

/** The predictions of a lesson, in its order. */
export function rowsOf(lesson: Lesson): Promise<readonly Row[]> {
  const own = loadBook().questions.filter(
    ({ lesson: of, kind }) => of === lesson.id && kind.role === 'prediction',
  );
  return Promise.all(
    own.map(async (loaded) => {
      const { id, version, prompt } = loaded.question;
      const { what, gave } = await told(loaded);
      return {
        asked: { question: id, version, what },
        href: `${lessonPath(lesson)}#question-${id}`,
        text: asking(prompt),
        gave,
      };
    }),
  );
}

/** The last sentence of a prompt that asks something, or begins with what is to be drawn; without its Markdown. */
function asking(prompt: string): string {
  const plain = prompt.replaceAll(/[*_\\`]/g, '').replaceAll(/\s+/g, ' ');
  const sentences = plain.trim().split(/(?<=[.?!]) (?=[A-Z“])/);
  return sentences.findLast((one) => one.endsWith('?')) ?? sentences.at(-1) ?? plain;
}

function told(loaded: BookQuestion): Promise<Told> {
  const question = loaded.question as Prediction;
  const data = pageData(context(), loaded) as PredictionData;
  const { widget } = experimentOf(context(), loaded, question.instance);
  const value: Value = async (own, measure) =>
    (await bookRun(widget, { ...data.expected, ...own })).measures[measure] ?? null;
  switch (question.form) {
    case 'number':
      return numbers([{ ...(data as NumberData), own: {} }], value);
    case 'numbers':
      return numbers((data as NumbersData).numbers, value);
    case 'curve':
      return curve(data as CurveData, value);
    case 'choice':
      return choice(question as ChoicePrediction, data as ChoiceData, value);
    case 'order':
      return Promise.resolve(order(question as OrderPrediction));
    default:
      throw new Error(`${question.id}: the report knows no form of prediction "${question.form}"`);
  }
}

const shown = (value: number | null, how: ShownMeasure): string =>
  value === null ? '–' : inShown(value, how);

function lineOf({ min, max }: Scale, { unit, digits, figures }: ShownMeasure): Line {
  if (min === undefined || max === undefined) {
    throw new Error('a prediction that the report can measure needs min and max');
  }
  return { min, max, unit, digits, figures };
}

type AskedNumber = Scale &
  Pick<ReadingAsked, 'measure' | 'own' | 'shown'> & { readonly label?: string };

async function numbers(all: readonly AskedNumber[], value: Value): Promise<Told> {
  const gave = await Promise.all(
    all.map(async (one) => {
      const text = shown(await value(one.own, one.measure), one.shown);
      return one.label === undefined ? text : `${one.label}: ${text}`;
    }),
  );
  const lines = all.map((one) => ({ ...lineOf(one, one.shown), label: one.label }));
  return { what: { form: 'numbers', lines }, gave: gave.join('; ') };
}

async function curve({ spread, ...data }: CurveData, value: Value): Promise<Told> {
  const { param, values, label } = spread;
  const ends = [values[0] ?? 0, values.at(-1) ?? 0];
  const gave = await Promise.all(
    ends.map(
      async (at) =>
        `${shown(await value({ [param]: at }, data.measure), data.shown)} (${label} ${setting(at, undefined)})`,
    ),
  );
  const what = { form: 'curve', line: lineOf(data, data.shown), over: values } as const;
  return { what, gave: gave.join(' → ') };
}

async function choice(
  { id, options }: ChoicePrediction,
  { which, readings, ...data }: ChoiceData,
  value: Value,
): Promise<Told> {
  const seen = await Promise.all(
    readings.map(async ({ id: of, own, measure }) => ({
      id: of,
      value: (await value(own, measure)) ?? Number.NaN,
    })),
  );
  const [right] = rightOptions(data.options, which, seen);
  if (right === undefined) throw new Error(`${id}: no option is right`);
  const gave = options.find((one) => one.id === right)?.text ?? '';
  return { what: { form: 'choice', right, of: options.length }, gave };
}

function order({ items }: OrderPrediction): Told {
  const what = { form: 'order', order: items.map(({ id }) => id) } as const;
  return { what, gave: items.map(({ text }) => text).join(', ') };
}
