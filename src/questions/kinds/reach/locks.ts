/** What a teacher's link takes from a goal, said in it; fetched when the address takes something away. */
import type { ExperimentAttributes } from '../../../../widgets/kit/contract/border.ts';
import type { AnySettings } from '../../../../widgets/kit/contract/params.ts';
import { listed } from '../../judge/words.ts';
import type { QuestionFrame } from '../../page/question-frame.ts';
import type { ReachData } from './data.ts';
import { takenAway, withoutThem } from './link-limits.ts';

const LOCKS = {
  locked: (labels: readonly string[]) =>
    `The link that you followed hides or locks ${listed(labels)}, which this question needs.`,
  unlock: 'Open the page with these controls',
} as const;

type Frame = QuestionFrame<ReachData>;

/** Says which controls the address has taken away, and offers the page with them. */
export function sayLocks(frame: Frame): void {
  const { data } = frame;
  const place = frame.part('locks');
  const element = document.getElementById(data.instance);
  const usual = element ? (element.dataset as ExperimentAttributes).start : undefined;
  const names = takenAway(data, JSON.parse(usual ?? '{}') as AnySettings, location.search);
  if (!place || names.length === 0) return;
  const link = document.createElement('a');
  const address = new URL(location.href);
  address.search = withoutThem(location.search, data.instance, names);
  // In the one-file edition the hash says which page is shown.
  if (!address.hash.startsWith('#/')) address.hash = `question-${data.id}`;
  link.href = address.href;
  link.textContent = LOCKS.unlock;
  place.append(LOCKS.locked(names.map((name) => data.labels[name] ?? name)), ' ', link);
  place.hidden = false;
}
