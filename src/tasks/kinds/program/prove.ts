/** Proves a program to change: the book's own run prints what the unchanged one is said to, and the change shows. */
import { fullSettings } from '../../../../widgets/kit/contract/author-settings.ts';
import { sampleFaults } from '../../sample.ts';
import { measureIn, runsOf, widgetOf } from '../../practice/author/context.ts';
import type { BookContext, ProofContext } from '../../practice/contract.ts';
import { check, type ProgramKey } from './check.ts';
import { linesOf, sampleOf } from './sample.ts';
import type { ProgramQuestion } from './schema.ts';

/** What a question is judged by. */
export function keyOf(
  { widget: tag, measure, unit, near, printed }: ProgramQuestion,
  { widgets }: BookContext,
): ProgramKey {
  const { scale } = measureIn(unit, widgetOf(widgets, tag), measure);
  return { kind: 'program', measure, unit, scale, near, printed };
}

export async function proveProgram(
  question: ProgramQuestion,
  context: ProofContext,
): Promise<readonly string[]> {
  const widget = widgetOf(context.widgets, question.widget);
  const { measure, printed } = question;
  const strange = Object.keys(printed).filter((name) => !Object.hasOwn(widget.measures, name));
  if (strange.length > 0) return [`${widget.tag} does not measure ${strange.join(', ')}`];
  if (!printed[measure]) return [`"printed" lacks ${measure}, which is predicted`];
  const own = fullSettings(widget, question.settings, 'settings');
  const [run] = await runsOf(context, widget)([own]);
  const key = keyOf(question, context);
  const faults = Object.entries(printed).flatMap(([name, { unchanged }]) => {
    const value = run?.measures[name] ?? null;
    return unchanged === value ? [] : [`${name}: the unchanged program prints ${value ?? 'none'}`];
  });
  if (check(key, ['1', linesOf(key, 'unchanged')]).correct)
    faults.push('the changed program prints what the unchanged one does');
  return [...faults, ...sampleFaults(sampleOf(key), (answer) => check(key, answer))];
}
