/** What whoever reads an answer is shown: all of it the grader’s own, but for what was given. */
import { plain } from '../../../../../widgets/kit/draw/format.ts';
import { runKey, type Runnable } from '../../../../../widgets/kit/record/run-key.ts';
import { READINGS } from '#words/src/tasks/grading/pure/grade/words';
import type { Key } from '../../../sets/pure/format/assignment.ts';
import type { HandedItem } from '../../../sets/pure/submission/submission.ts';
import { inOwn } from '../../../sets/pure/variants/in-own.ts';
import { drawn, settingsIn, variantOf } from '../../../sets/pure/variants/variant.ts';
import type { Item, ItemKey } from '../../../tables/item.ts';
import { judgeOf } from '../../../sets/judges.ts';
import type { Beside } from './judging.ts';
import type { ToRead } from './reading.ts';
import type { Reruns } from './reruns.ts';
import { givenText, toldIn } from './told.ts';
import { solutionIn } from './right.ts';

/** Texts are Markdown, with the numbers of the student’s own variant in them. */
export interface Shown {
  /** Empty where the key was made before keys had it. */
  readonly question: string;
  readonly given: string;
  /** A sentence for each cited run; with `run` where it was repeated, and so can be drawn. */
  readonly runs: readonly { readonly says: string; readonly run?: Runnable }[];
  readonly findings: readonly string[];
  /** What there are points for: never nothing. */
  readonly rubric: Beside['rubric'];
  readonly remarks: Beside['remarks'];
  readonly solution: string;
}

type Read = Pick<ToRead, 'student' | 'item' | 'of' | 'answer' | 'runs'>;

/** An answer as it is read. */
export function shownOf(key: Key, one: Read, reruns: Reruns): Shown {
  const item = key.assignment.items.find(({ id }) => id === one.item);
  const own = Object.hasOwn(key.items, one.item) ? key.items[one.item] : undefined;
  const all = { id: 'all', text: READINGS.all, points: one.of };
  if (!item || !own || own.kind !== item.kind) {
    const given = givenText(one.answer, {});
    const runs = one.runs.map(({ widget }) => ({ says: widget }));
    return { question: '', given, runs, findings: [], rubric: [all], remarks: [], solution: '' };
  }
  const seed = variantOf(key.assignment, item, one.student.number);
  const values = drawn(item, seed);
  const texts = Object.entries(own.texts ?? {}).map(([id, text]) => [id, inOwn(text, values)]);
  const beside = besideOf(item, own, seed, one, reruns);
  const says = beside?.runs.map(({ name, settings, measures, why }) =>
    READINGS.cited(
      name,
      settings,
      why ?? measures.map(({ label, value }) => `${label} ${value}`).join(', '),
    ),
  );
  return {
    question: inOwn(own.prompt ?? '', values),
    given: givenText(one.answer, Object.fromEntries(texts) as Readonly<Record<string, string>>),
    runs: one.runs.map((run, at) => {
      const { widget, version, settings } = run;
      const isDone = reruns.get(runKey(run))?.state === 'done';
      return {
        says: says?.[at] ?? citedLine(item, seed, run, reruns),
        ...(isDone && { run: { widget, version, settings } }),
      };
    }),
    findings: beside?.findings ?? [],
    rubric: beside && beside.rubric.length > 0 ? beside.rubric : [all],
    remarks: beside?.remarks ?? ('wrong' in own ? toldIn(own, item, seed).wrong : []),
    solution: solutionIn(item, own, seed),
  };
}

function besideOf(
  item: Item,
  key: ItemKey,
  seed: number,
  { answer, runs }: Read,
  reruns: Reruns,
): Beside | undefined {
  const handed: HandedItem = {
    ...{ version: item.version, variant: seed, note: '', answer, runs, tries: 0, hints: 0 },
  };
  return judgeOf(item).beside?.({ item, key: toldIn(key, item, seed), seed, handed, reruns });
}

/** A run of a kind that has no words of its own for it: what was moved, and what came of it. */
function citedLine(item: Item, seed: number, run: Read['runs'][number], reruns: Reruns): string {
  const start = 'vary' in item ? settingsIn(item.start, drawn(item, seed)) : {};
  const asked = 'goal' in item ? item.goal : undefined;
  const moved = Object.entries(run.settings).filter(([name, value]) => start[name] !== value);
  const rerun = reruns.get(runKey(run));
  const found =
    rerun?.state === 'done'
      ? pairs(Object.entries(rerun.measures).filter(([name]) => !asked || name in asked))
      : READINGS.notRepeated;
  return READINGS.cited(run.widget, pairs(moved), found);
}

const pairs = (all: readonly (readonly [string, unknown])[]): string =>
  all
    .map(([name, value]) => `${name} ${typeof value === 'number' ? plain(value) : String(value)}`)
    .join(', ');

/** The texts of an answer in a share of the reading that another page has made; what is no such thing is nothing. */
export function shownIn(value: unknown): Shown | undefined {
  const one = value as Partial<Shown> | null | undefined;
  const isText = (text: unknown): boolean => typeof text === 'string' && text.length <= 50_000;
  const areAll = (list: unknown, texts: readonly string[]): boolean =>
    Array.isArray(list) &&
    list.every((part: Readonly<Record<string, unknown>> | null) =>
      texts.every((name) => isText(part?.[name])),
    );
  const isOne =
    [one?.question, one?.given, one?.solution].every(isText) &&
    areAll(one?.runs, ['says']) &&
    Array.isArray(one?.findings) &&
    one.findings.every(isText) &&
    areAll(one.rubric, ['id', 'text']) &&
    one.rubric?.every(({ points }) => Number.isFinite(points)) === true &&
    areAll(one.remarks, ['feedback']);
  return isOne ? (one as Shown) : undefined;
}
