/** What a teacher's link takes from a question: controls that it hides or holds fast. */
import type { ExperimentAttributes } from '../../../../widgets/kit/contract/border.ts';
import type { AnySettings } from '../../../../widgets/kit/contract/params.ts';
import { readableQuery } from '../../../../widgets/kit/contract/query.ts';
import type { QuestionFrame } from './question-frame.ts';
import { LIMITS } from '#words/src/tasks/practice/page/words';

/** What a question needs of its experiment. */
export interface NeededControls {
  readonly instance: string;
  /** Controls that the reader, or the question, moves. */
  readonly vary: readonly string[];
  /** Settings that must stand as they are. */
  readonly start: AnySettings;
}
const PARTS = ['hide', 'lock'] as const;
/**
 * Says which controls that a question needs the address has taken away, and offers the page with them; gives their names.
 * What a link has locked stays so whatever a question proposes: its instructor meant it.
 */
export function sayTakenAway(
  frame: QuestionFrame,
  needed: NeededControls,
  labels: Readonly<Record<string, string>>,
): readonly string[] {
  const element = document.getElementById(needed.instance);
  const usual = element ? (element.dataset as ExperimentAttributes).start : undefined;
  const names = takenAway(needed, JSON.parse(usual ?? '{}') as AnySettings, location.search);
  if (names.length === 0) return names;
  const link = document.createElement('a');
  const address = new URL(location.href);
  address.search = withoutThem(location.search, needed.instance, names);
  // In the one-file edition the hash says which page is shown.
  if (!address.hash.startsWith('#/')) address.hash = `question-${frame.data.id}`;
  link.href = address.href;
  link.textContent = LIMITS.unlock;
  const place = document.createElement('p');
  place.className = 'answer-locks';
  place.append(LIMITS.locked(names.map((name) => labels[name] ?? name)), ' ', link);
  frame.part('verdict')?.before(place);
  return names;
}

/**
 * Names of the controls that a question needs and the address takes away: those that are moved and are hidden or locked,
 * and those that are locked at another value than the question's. `usual` is what the experiment starts with.
 */
export function takenAway(
  { instance, vary, start }: NeededControls,
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
