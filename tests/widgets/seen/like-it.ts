/** Runs that a model might have led to: it is used otherwise, or has other answers. */
import { randomSettings } from '../../../src/tasks/kinds/reach/random.ts';
import type { AnySettings } from '../../../widgets/kit/contract/params.ts';
import type { AnyWidget, SeenRun } from '../../../widgets/kit/contract/widget.ts';
import { seeded, type Random } from '../../../widgets/kit/numbers/random.ts';

/** A run like a trained one: of the same model under other settings, or with shares and counts drawn by chance. */
export function likeIt(widget: AnyWidget, run: SeenRun, seed: number): SeenRun {
  const used = Object.keys(widget.params).filter((name) =>
    [
      ...['threshold', 'deployedShare', 'thresholdBy', 'missCost', 'alarmCost'],
      ...['columns', 'rows'],
      ...['arrived', 'merged', 'askBelow'],
    ].includes(name),
  );
  // Whoever may use a model on other digits finds nothing new by that: other answers do.
  if (!widget.reuse || used.length === 0)
    return { ...run, outcome: redrawn(run.outcome, seeded(seed, 'like it')) };
  const settings: AnySettings = { ...run.settings, ...randomSettings(widget, used, seed) };
  const outcome: unknown = widget.reuse(settings as never, run as never);
  return { settings, outcome };
}

/** Names of shares in an outcome, and of counts that add up to what they added up to. */
const SHARES = ['accuracy', 'confidence', 'clean', 'success', 'home', 'abroad', 'error'];
const COUNTS = ['right', 'wrong', 'readAs', 'unmarked'];

/** What was one share in an outcome stays one, wherever it stands. */
function redrawn(
  value: unknown,
  random: Random,
  name = '',
  known = new Map<number, number>(),
): unknown {
  if (Array.isArray(value)) {
    if (name === 'chances') return parts(value.length, random);
    if (!COUNTS.includes(name)) return value.map((one) => redrawn(one, random, '', known));
    return spread(value as number[], random);
  }
  if (typeof value === 'number' && SHARES.includes(name)) {
    const share = known.get(value) ?? shareBy(random);
    known.set(value, share);
    return share;
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, redrawn(one, random, key, known)]),
  );
}

/** Often near an end, where shares are alike. */
function shareBy(random: Random): number {
  const share = random.uniform() ** 4;
  return Math.round(1000 * (random.uniform() < 0.5 ? share : 1 - share)) / 1000;
}

function spread(counts: readonly number[], random: Random): number[] {
  const sum = counts.reduce((all, one) => all + one, 0);
  return parts(counts.length, random).map((part) => Math.round(sum * part));
}

/** So many shares of one whole, few of them large. */
function parts(count: number, random: Random): number[] {
  const some = Array.from({ length: count }, () => random.uniform() ** 6);
  const whole = some.reduce((all, one) => all + one, 0);
  return some.map((part) => part / whole);
}
