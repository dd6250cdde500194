/** Pretended students who change a program, and what is true of what they paste. */
import type { ProgramItem, ProgramItemKey } from '../../../src/tasks/kinds/program/item.ts';
import { linesOf } from '../../../src/tasks/kinds/program/check.ts';
import type { Asked, HandedIn, Pretends, Share } from './contract.ts';

/** What the changed program prints; or the unchanged one, or only the first line of either. */
function give({
  key,
  seed,
  isRight,
  random,
}: Asked<ProgramItem, ProgramItemKey>): readonly string[] {
  const printed = key.answers[seed] ?? {};
  const guess = String(random.whole(90) + 1);
  if (isRight) return [guess, `$ python program.py\n${linesOf(printed, 'changed')}`];
  const lines = linesOf(printed, 'unchanged');
  return [guess, random.uniform() < 0.7 ? lines : (lines.split(' = ')[0] ?? '')];
}

/** By looking for each line. */
function share({
  key,
  seed,
  handed: { answer },
}: HandedIn<ProgramItem, ProgramItemKey>): Share | undefined {
  if (!Array.isArray(answer) || answer.length === 0) return undefined;
  const [typed = '', pasted = ''] = answer as readonly string[];
  const lines = new Map(
    pasted.split('\n').map((line) => line.split(' = ') as [string, string | undefined]),
  );
  const printed = Object.entries(key.answers[seed] ?? {});
  const isRead = typed !== '' && printed.every(([name]) => lines.get(name) !== undefined);
  if (!isRead) return { share: 0, state: 'unreadable' };
  const isRight = printed.every(
    ([name, { changed }]) => lines.get(name) === String(changed ?? 'none'),
  );
  return { share: isRight ? 1 : 0 };
}

export const PRETENDS: Pretends<ProgramItem, ProgramItemKey> = { give, share };
