/** What is wrong with the places of a lesson's experiments: in the front matter, and after their predictions. */
import type { z } from 'astro/zod';
import type { Instance } from './placements.ts';
import type { BookQuestion, LessonSource } from '../contract.ts';

/** The faults of one lesson's experiments, each with what to do; `own` are its questions, `tags` those of all widgets. */
export function experimentFaults(
  lesson: LessonSource,
  own: readonly BookQuestion[],
  tags: readonly string[],
): string[] {
  const { file, named, instances: all } = lesson;
  const instances = all.filter(({ tag }) => tags.includes(tag));
  const predictions = own
    .filter(({ kind }) => kind.role === 'prediction')
    .map(({ question }) => question.id);
  return [
    ...all.filter((one) => !instances.includes(one)).map((one) => unknownFault(one, tags)),
    ...(named ? namedFaults(named, instances) : []),
    ...instances.flatMap((instance) => waitFaults(lesson, instance, predictions)),
  ].map((fault) => `${file}: ${fault}`);
}

/** What has an id is an experiment or a question: another name is a misspelt one. */
function unknownFault({ id, name }: Instance, tags: readonly string[]): string {
  const known = tags.map((tag) => `<${componentOf(tag)}>`).join(', ');
  return `<${name} id="${id}"/>: there is no <${name}>; there are <Question>, ${known}`;
}

const componentOf = (tag: string): string =>
  tag.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());

function namedFaults(named: readonly unknown[], instances: readonly Instance[]): string[] {
  const placed = instances.map(({ id }) => id);
  return [
    ...named
      .filter((id) => !placed.includes(String(id)))
      .map(
        (id) =>
          `the front matter names the experiment "${String(id)}", which the lesson does not place; it places ${placed.join(', ') || 'none'}`,
      ),
    ...placed
      .filter((id) => !named.includes(id))
      .map((id) => `add the experiment "${id}" to experiments in the front matter`),
  ];
}

/** An experiment waits for a prediction of its own lesson, which the reader meets first: else nothing ever ends the wait. */
function waitFaults(
  { placed }: LessonSource,
  { id, veil, ladder, after, at }: Instance,
  predictions: readonly string[],
): string[] {
  const faults =
    veil !== undefined && ladder !== undefined
      ? [`experiment "${id}" has both veil and ladder; keep one`]
      : [];
  for (const [prop, waits] of Object.entries({ veil, ladder })) {
    if (waits === undefined) continue;
    const question = placed.find((one) => one.id === waits);
    if (!predictions.includes(waits)) {
      faults.push(
        `experiment "${id}": ${prop}="${waits}" is no prediction of this lesson; it has ${predictions.join(', ') || 'none'}`,
      );
    } else if (question && question.at > at) {
      faults.push(
        `experiment "${id}" waits for <Question id="${waits}"/>; place the question before it`,
      );
    }
  }
  for (const [name, waits] of Object.entries(after)) {
    if (predictions.includes(waits)) continue;
    faults.push(
      `experiment "${id}": ${name} waits for "${waits}", which is no prediction of this lesson; it has ${predictions.join(', ') || 'none'}`,
    );
  }
  return faults;
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a table of names and values',
  record: 'a table of names and values',
};

/** A sentence for a fault that the schema itself has no words for; nothing where its own words are plain. */
export function faultWords(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code === 'unrecognized_keys') {
    const [name = ''] = issue.keys;
    return `there is no “${name}” here; check the spelling, or take it away`;
  }
  if (issue.code === 'invalid_union') {
    return issue.input === undefined ? 'it is missing' : 'it is none of what may stand here';
  }
  if (issue.code !== 'invalid_type') return undefined;
  if (issue.input === undefined) return 'it is missing';
  return `wanted is ${KINDS[issue.expected] ?? issue.expected}, this is ${nameOf(issue.input)}`;
}

function nameOf(value: unknown): string {
  if (value === null) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  return KINDS[typeof value] ?? typeof value;
}
