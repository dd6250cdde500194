/** Proves a program to change in every variant: the book's own run prints what the unchanged one is said to, and the change shows. */
import { fullSettings } from '../../../../widgets/kit/contract/author-settings.ts';
import type { AnyWidget } from '../../../../widgets/kit/contract/widget.ts';
import { PRACTICE, sampleFaults, saysIn } from '../../sample.ts';
import { measureIn, widgetOf } from '../../practice/author/context.ts';
import type { ProofContext, Widgets } from '../../practice/contract.ts';
import { proverIn } from '../../practice/prover.ts';
import type { Proof, Prover } from '../../sets/author/prove/proof.ts';
import type { Variant } from '../../sets/author/prove/variants.ts';
import { settingsIn } from '../../sets/pure/variants/variant.ts';
import { check, linesOf, type ProgramKey } from './check.ts';
import type { ProgramItemKey } from './item.ts';
import { sampleOf } from './sample.ts';
import type { ProgramQuestion, ProgramSource } from './schema.ts';

/** What a question and an item both state. */
type Stated = Pick<
  ProgramSource,
  'edit' | 'measure' | 'near' | 'printed' | 'settings' | 'unit' | 'widget'
>;

/** How the predicted measure is judged. */
function headOf(
  { measure, unit, near }: Pick<Stated, 'measure' | 'near' | 'unit'>,
  widget: AnyWidget,
): Omit<ProgramKey, 'printed'> {
  const { scale } = measureIn(unit, widget, measure);
  return { kind: 'program', measure, unit, scale, near };
}

/** What is right in a lesson. */
export const keyOf = (question: ProgramQuestion, widgets: Widgets): ProgramKey => ({
  ...headOf(question, widgetOf(widgets, question.widget)),
  printed: question.printed,
});

/** A question as an item, in which nothing is drawn. */
export const sourceOf = ({
  widget,
  settings,
  edit,
  measure,
  unit,
  near,
  printed,
}: ProgramQuestion): Stated => ({
  ...{ widget, settings, edit, measure, unit, near },
  printed: [{ at: {}, of: printed }],
});

export async function proveQuestion(
  question: ProgramQuestion,
  context: ProofContext,
): Promise<readonly string[]> {
  const source = { ...sourceOf(question), solution: question.solution };
  return (await proveProgram(source, PRACTICE, proverIn(context))).faults;
}

/** The entry of what is printed that fits what is drawn. */
const printedAt = ({ printed }: Pick<ProgramSource, 'printed'>, { values }: Variant) =>
  printed.find(({ at }) => Object.entries(at).every(([name, value]) => values[name] === value))?.of;

export async function proveProgram(
  source: Pick<ProgramSource, 'solution'> & Stated,
  variants: readonly Variant[],
  { widgets, runs }: Pick<Prover, 'widgets' | 'runs'>,
): Promise<Proof<ProgramItemKey>> {
  const widget = widgetOf(widgets, source.widget);
  const { measure, solution } = source;
  const faults: string[] = [];
  const head = headOf(source, widget);
  const answers: Record<string, ProgramKey['printed']> = {};
  const settings = variants.map(({ values }) =>
    fullSettings(widget, settingsIn(source.settings, values), 'settings'),
  );
  const found = await runs(widget, settings);
  // The page asks all for the same lines.
  const asked = new Set(source.printed.map(({ of }) => Object.keys(of).join()));
  if (asked.size > 1) faults.push('"printed" has other measures for some than for others');
  for (const [i, variant] of variants.entries()) {
    const say = saysIn(variant, faults);
    const printed = printedAt(source, variant);
    if (!printed?.[measure]) {
      say(`"printed" lacks ${measure}, which is predicted`);
      continue;
    }
    const strange = Object.keys(printed).filter((name) => !Object.hasOwn(widget.measures, name));
    if (strange.length > 0) say(`${widget.tag} does not measure ${strange.join(', ')}`);
    for (const [name, { unchanged }] of Object.entries(printed)) {
      const value = found[i]?.measures[name] ?? null;
      if (unchanged !== value) say(`${name}: the unchanged program prints ${value ?? 'none'}`);
    }
    answers[variant.seed] = printed;
    const key = { ...head, printed };
    if (check(key, ['1', linesOf(key.printed, 'unchanged')]).correct)
      say('the changed program prints what the unchanged one does');
    for (const fault of sampleFaults(sampleOf(key), (answer) => check(key, answer))) say(fault);
  }
  return { key: { ...head, solution, answers }, faults };
}
