/** What a teacher's link takes from a question: controls that it hides or holds fast. */
import { readableQuery } from '../../../../widgets/kit/contract/query.ts';
import type { ReachData } from './data.ts';

type GoalControls = Pick<ReachData, 'instance' | 'vary' | 'start'>;
const PARTS = ['hide', 'lock'] as const;

/**
 * Names of the controls that a goal needs and the address takes away: those that may be moved and are hidden or locked,
 * and those that are locked at another value than the question's start. `usual` is what the experiment starts with.
 */
export function takenAway(
  { instance, vary, start }: GoalControls,
  usual: Readonly<Record<string, unknown>>,
  search: string,
): readonly string[] {
  const query = new URLSearchParams(readableQuery(search));
  const [hidden, locked] = PARTS.map((part) => namesIn(query.get(`${instance}.${part}`)));
  const moved = vary.filter((name) => hidden?.includes(name) || locked?.includes(name));
  const fixed = (locked ?? []).filter((name) => {
    const value = query.get(`${instance}.${name}`) ?? String(usual[name]);
    return Object.hasOwn(start, name) && !vary.includes(name) && value !== String(start[name]);
  });
  return [...moved, ...fixed];
}

/** The same address without hiding or locking these controls; all else in it stays. */
export function withoutThem(search: string, instance: string, names: readonly string[]): string {
  const query = new URLSearchParams(readableQuery(search));
  for (const part of PARTS) {
    const key = `${instance}.${part}`;
    const left = namesIn(query.get(key)).filter((name) => !names.includes(name));
    if (left.length > 0) query.set(key, left.join(','));
    else query.delete(key);
  }
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}

function namesIn(list: string | null): readonly string[] {
  return list ? list.split(',') : [];
}
