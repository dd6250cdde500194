/** The questions of lessons, whose answers are in the book anyway, as Moodle can ask them, and what it cannot. Build and Node only. */
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parse } from 'yaml';
import { CARRIED, LEFT_OUT } from '#words/src/lms/questions-words';
import { slugOf } from '../book/reading-order.ts';
import type { ChoiceQuestion } from '../tasks/kinds/choice/schema.ts';
import { whyOf } from '../tasks/kinds/match/check.ts';
import type { MatchingQuestion } from '../tasks/kinds/match/schema.ts';
import { widthOf } from '../tasks/kinds/number/check.ts';
import type { NumberQuestion } from '../tasks/kinds/number/schema.ts';
import type { OrderQuestion } from '../tasks/kinds/order/schema.ts';
import type { Prediction, PredictionData } from '../tasks/kinds/prediction/form.ts';
import type { ChoiceData, ChoicePrediction } from '../tasks/kinds/prediction/forms/choice/build.ts';
import { rightOptions } from '../tasks/kinds/prediction/forms/choice/check.ts';
import type { NumberData } from '../tasks/kinds/prediction/forms/number/build.ts';
import type { ReadingAsked } from '../tasks/kinds/prediction/runs/prove.ts';
import { asFound } from '../tasks/kinds/prediction/needed.ts';
import { experimentOf, runsOf } from '../tasks/practice/author/context.ts';
import { loadBook } from '../tasks/practice/author/load.ts';
import { proofContextOf } from '../tasks/practice/author/proofs.ts';
import type { BookQuestion, ProofContext, Question } from '../tasks/practice/contract.ts';
import { blocks } from '../tasks/server/markdown.ts';
import { shareOf, type Asks, type MoodleQuestion } from './pure/moodle-xml.ts';

/** How Moodle asks it, or a sentence that says why it cannot. */
type Carry<Q extends Question> = (
  loaded: BookQuestion<Q>,
  context: ProofContext,
) => Promise<Asks | string> | string;

/** By kind, of predictions also by form; any other is left out. */
const CARRIES: Readonly<Record<string, Carry<never>>> = {
  number: ({ question }: BookQuestion<NumberQuestion>) => {
    const { answer, tolerance, unit, wrong } = question;
    if (typeof answer !== 'number') return LEFT_OUT.goal;
    const known = wrong.map(({ value, feedback, tolerance: own = tolerance }) => {
      return { percent: 0, value, tolerance: widthOf(own, value), feedback };
    });
    return numbers(unit, [
      { percent: 100, value: answer, tolerance: widthOf(tolerance, answer) },
      ...known,
      { percent: 0, value: '*', feedback: CARRIED.other },
    ]);
  },
  // As the book counts: each right option earns its share, and each wrong one takes one back.
  choice: ({ question: { many, options } }: BookQuestion<ChoiceQuestion>) => {
    const each = shareOf(many ? options.filter((one) => one.correct).length : 1);
    if (each === undefined) return LEFT_OUT.share;
    return choice(!many, options, ({ correct }) => (correct ? each : many ? -each : 0));
  },
  order: ({ question: { items, wrong } }: BookQuestion<OrderQuestion>) => ordered(items, wrong),
  match: async ({ question, kind }: BookQuestion<MatchingQuestion>) => {
    const { left, right } = question;
    if (left.some((one) => one.right.length > 1)) return LEFT_OUT.pairs;
    const said = (ids: readonly string[]) =>
      listOf((kind.known?.(question) ?? []).filter(({ id }) => ids.includes(id)));
    const isGiven = (id: string) => left.some((one) => one.right.includes(id));
    return {
      type: 'matching',
      pairs: await each(left, async ({ text, right: [own] }) => {
        return [await blocks(text), right.find(({ id }) => id === own)?.text ?? ''] as const;
      }),
      others: right.flatMap(({ id, text }) => (isGiven(id) ? [] : text)),
      right: await said(left.map(({ id }) => whyOf(id))),
      wrong: await said(left.map(({ id }) => id)),
    };
  },
  'prediction choice': async (loaded: BookQuestion<ChoicePrediction>, context) => {
    const { options, which, readings, ...data } = dataOf<ChoiceData>(loaded, context);
    const right = rightOptions(options, which, await values(loaded, context, data, readings));
    return choice(true, loaded.question.options, ({ id }) => (right.includes(id) ? 100 : 0));
  },
  'prediction number': async (loaded: BookQuestion<Prediction>, context) => {
    const { measure, shown, near, min, max, unit, ...data } = dataOf<NumberData>(loaded, context);
    const [found] = await values(loaded, context, data, [{ id: measure, measure, own: {} }]);
    const value = Number(asFound(Number(found?.value) * shown.scale));
    const sides = (loaded.kind.known?.(loaded.question) ?? []).map(({ id, feedback }) => {
      const edge = id === 'low' ? value - (near ?? 0) : value + (near ?? 0);
      const end = (id === 'low' ? min : max) ?? edge;
      const tolerance = Math.max(0, id === 'low' ? edge - end : end - edge) / 2;
      return { percent: 0, value: (edge + end) / 2, tolerance, feedback };
    });
    // Where its author does not say what is near, every number is as good.
    const rest = { percent: near === undefined ? 100 : 0, value: '*' } as const;
    return numbers(unit, [{ percent: 100, value, tolerance: near }, ...sides, rest]);
  },
  'prediction order': ({ question }: BookQuestion<Prediction & Pick<OrderQuestion, 'items'>>) =>
    ordered(question.items, []),
  'prediction numbers': () => LEFT_OUT.numbers,
  'prediction curve': () => LEFT_OUT.curve,
  reach: () => LEFT_OUT.goal,
};

interface Said {
  readonly feedback?: string | undefined;
}
const each = <T, R>(list: readonly T[], of: (one: T) => Promise<R>): Promise<readonly R[]> =>
  Promise.all(list.map(of));
/** There nothing is said of a single pair or place: all of it stands under whatever is not quite right. */
const listOf = (said: readonly Said[]): Promise<string> =>
  blocks(said.map(({ feedback = '' }) => `- ${feedback}`).join('\n'));

const numbers = async (
  unit: string | undefined,
  answers: readonly (Said & {
    readonly percent: number;
    readonly value: number | '*';
    readonly tolerance?: number | undefined;
  })[],
): Promise<Asks> => ({
  type: 'numerical',
  unit,
  answers: await each(answers, async ({ feedback = '', tolerance = 0, ...one }) => {
    return { ...one, tolerance, feedback: await blocks(feedback) };
  }),
});

const choice = async <O extends Said & { readonly text: string }>(
  single: boolean,
  options: readonly O[],
  percent: (option: O) => number,
): Promise<Asks> => ({
  type: 'multichoice',
  single,
  answers: await each(options, async (one) => ({
    percent: percent(one),
    text: await blocks(one.text),
    feedback: await blocks(one.feedback ?? ''),
  })),
});

const ordered = async (
  items: readonly { readonly text: string }[],
  wrong: readonly Said[],
): Promise<Asks> => ({
  type: 'ordering',
  items: await each(items, ({ text }) => blocks(text)),
  wrong: await listOf(wrong),
});

const dataOf = <D extends PredictionData>(
  loaded: BookQuestion<Prediction>,
  context: ProofContext,
): D => loaded.kind.pageData(loaded, context, Number.NaN) as unknown as D;

/** What the book's own runs have measured. */
async function values(
  loaded: BookQuestion,
  context: ProofContext,
  { instance, expected }: Pick<PredictionData, 'instance' | 'expected'>,
  asked: readonly Omit<ReadingAsked, 'shown'>[],
) {
  const { widget } = experimentOf(context, loaded, instance);
  const runs = await runsOf(context, widget)(asked.map(({ own }) => ({ ...expected, ...own })));
  return asked.map(({ id, measure }, i) => ({
    id,
    value: runs[i]?.measures[measure] ?? Number.NaN,
  }));
}

/** What goes, and of what does not why, by the question's id. */
export interface OpenQuestions {
  readonly questions: readonly MoodleQuestion[];
  readonly left: readonly { readonly id: string; readonly why: string }[];
}
/** What only some kinds have. */
interface Written {
  readonly form: string;
  readonly after: string;
  readonly instance: string;
  readonly ends: readonly [string, string];
}

/** The lessons that ask something, as their addresses name them. */
export const askingLessons = (): readonly string[] => [
  ...new Set(loadBook().questions.map(({ lesson: id }) => slugOf({ id }))),
];

/** The questions of these lessons; without the address of the book nothing in them is a link. */
export async function openQuestions(
  lessons: readonly string[],
  site?: string,
): Promise<OpenQuestions> {
  const context = await proofContextOf();
  const { id: book, title } = titled(readFileSync('content/book.yaml', 'utf8'));
  const questions: MoodleQuestion[] = [];
  const left: OpenQuestions['left'][number][] = [];
  for (const asked of context.book.questions) {
    const { lesson, kind, file } = asked;
    const slug = slugOf({ id: lesson });
    if (!lessons.includes(slug)) continue;
    const question = withLinks(asked.question, site);
    const { id, version, alone = true, core, objective, solution = '' } = question;
    const { form, after = '', instance, ends } = question as Question & Partial<Written>;
    const carry = CARRIES[[question.kind, form ?? []].flat().join(' ')] as Carry<Question>;
    const asks = alone
      ? await (carry?.({ ...asked, question }, context) ?? LEFT_OUT.nothing)
      : LEFT_OUT.beside;
    if (typeof asks === 'string') {
      left.push({ id, why: asks });
      continue;
    }
    const name = titled(readFileSync(file.replace('.questions.yaml', '.mdx'), 'utf8')).title;
    const { ideas = [] } =
      context.book.ideas.find((one) => file.startsWith(dirname(one.file))) ?? {};
    const page = `/lessons/${slug}/${instance === undefined ? '' : `#${instance}`}`;
    const around = [
      ends && CARRIED.ends(...ends),
      'unit' in asks && asks.unit && CARRIED.unit(asks.unit),
      linked(CARRIED.lesson(name, page), site),
    ];
    questions.push({
      idnumber: `${book}-${id}-v${version}`,
      name: `${objective} (${id})`,
      category: [title, name, ideas.find((one) => one.id === question.idea)?.phrase ?? ''],
      text: await blocks([question.prompt, ...around].filter(Boolean).join('\n\n')),
      hints: await each(question.hints, blocks),
      solution: await blocks(`${solution}\n\n${after}`),
      // A prediction is never wrong: Moodle says what it has to say, and counts nothing.
      points: kind.role === 'graded' ? question.points : 0,
      tags: [question.kind, ...(core ? ['core'] : [])],
      asks,
    });
  }
  return { questions, left };
}

/** What stands at the head of a lesson, or of the book. */
const titled = (text: string) =>
  parse(text.split(/^---$/m)[1] ?? text) as { readonly id: string; readonly title: string };

/** What leads to a place of the book leads there from elsewhere too, or is plain text. */
const linked = (text: string, site: string | undefined): string =>
  text.replaceAll(/\[([^\]]*)\]\((\/[^)\s]*)\)/g, (_, words: string, to: string) =>
    site === undefined ? words : `[${words}](${site.replace(/\/$/, '')}${to})`,
  );

/** A question is JSON, and any of its texts may lead somewhere. */
const withLinks = (question: Question, site: string | undefined): Question =>
  JSON.parse(JSON.stringify(question), (_, value: unknown) =>
    typeof value === 'string' ? linked(value, site) : value,
  ) as Question;
