/**
 * Which files count where several bear one number. Where the platform says who has uploaded, the account decides: all of its files
 * for its own number are one work. Elsewhere the ticket does: the same one is a newer version of the same work, and another one may
 * be anybody’s. Then the better file counts meanwhile, so that nobody loses by what another has handed in, and a person decides.
 */
import type { Assignment } from '../../../sets/pure/format/assignment.ts';
import type { HandedItem, Submission } from '../../../sets/pure/submission/submission.ts';
import { normalised, type Student } from '../../../sets/pure/variants/student.ts';
import { isAnswered } from '../../../sets/pure/work/answered.ts';
import type { Item } from '../../../tables/item.ts';
import { grouped } from '../grouped.ts';
import { checked, vouched } from './checked.ts';

/** Which of a student’s files counts. */
export type Rule = 'last' | 'best' | 'first';

/** A file that could count. */
export interface Taken {
  readonly file: string;
  readonly submission: Submission;
  readonly owner?: Student | undefined;
  /** The account that has uploaded it, where a platform says so. */
  readonly account?: string | undefined;
}

/** What counts: the submission of the file, with what others of the same hand have more lately. */
export interface Counted extends Taken {
  /** The file of each item that stands in another one. */
  readonly from: Readonly<Record<string, string>>;
  /** All other files with this number; `rivals`: those that may be another student’s. */
  readonly others: readonly string[];
  readonly rivals: readonly string[];
}

type Option = Omit<Counted, 'others' | 'rivals'> & { readonly hand: readonly Taken[] };

/** What could count of the files with one number: of each hand one, or by the rule `best` every sound one. `all` has one at least. */
export function optionsIn(
  assignment: Assignment,
  all: readonly Taken[],
  rule: Rule,
): readonly Option[] {
  const level = Math.max(...all.map(levelOf));
  const heard = all.filter((one) => levelOf(one) === level);
  // Two accounts may have one number in a list: on some platforms anybody types their own.
  const hands = grouped(heard, ({ account, submission }) => account ?? submission.session);
  return [...hands.values()].flatMap((hand): readonly Option[] => {
    // No edited file ever replaces one that is as the page wrote it.
    const sound = hand.some(isSound) ? hand.filter(isSound) : hand;
    const isAccount = hand.every(({ account }) => account !== undefined);
    if (rule === 'last' && isAccount) return [{ ...unitedOf(assignment, sound), hand }];
    return PICKED[rule](sound).map((one) => ({ ...one, from: {}, hand }));
  });
}

/** What counts of the files with one number; `pointsOf` is asked where there is a choice. */
export function countedOf(
  assignment: Assignment,
  all: readonly Taken[],
  rule: Rule,
  pointsOf: (submission: Submission) => number,
): Counted {
  const options = optionsIn(assignment, all, rule);
  const points = new Map(
    options.length === 1 ? [] : options.map((one) => [one, pointsOf(one.submission)]),
  );
  const isBetter = (a: Option, b: Option): boolean => {
    const more =
      Number(isSound(a)) - Number(isSound(b)) || (points.get(a) ?? 0) - (points.get(b) ?? 0);
    return more > 0 || (more === 0 && isLater(a, b));
  };
  const { hand, ...chosen } = options.reduce((a, b) => (isBetter(b, a) ? b : a));
  const others = all.filter(({ file }) => file !== chosen.file);
  const rivals = options.flatMap((one) => (one.hand === hand ? [] : one.hand));
  return {
    ...chosen,
    others: others.map(({ file }) => file),
    rivals: [...new Set(rivals.map(({ file }) => file))],
  };
}

/** Its account’s own number; no account, or none that is known; another student’s account. */
const [OWN_ACCOUNT, NO_ACCOUNT, OTHER_ACCOUNT] = [2, 1, 0];

function levelOf(one: Taken): number {
  if (!isOwn(one)) return OTHER_ACCOUNT;
  // A name of a file is no account: whoever saved it has chosen it.
  return one.owner && one.account !== undefined ? OWN_ACCOUNT : NO_ACCOUNT;
}

/** Whether it came in under the name of the student whose number it bears, as far as names of files tell. */
export const isOwn = ({ submission, owner }: Taken): boolean =>
  owner === undefined || normalised(owner.number) === normalised(submission.student.number);

const isSound = ({ submission }: Pick<Taken, 'submission'>): boolean =>
  checked(submission).isSigned && checked(submission).isWhole;

/**
 * Of two with one ticket the one in which more was done is the later, whatever its clock said; else the later counts, by its
 * file’s name where both are of one moment.
 */
function isLater(a: Taken, b: Taken): boolean {
  const steps = stepsOf(a.submission) - stepsOf(b.submission);
  if (a.submission.session === b.submission.session && steps !== 0) return steps > 0;
  return (
    a.submission.made > b.submission.made ||
    (a.submission.made === b.submission.made && a.file > b.file)
  );
}

const latest = (all: readonly Taken[]): Taken => all.reduce((a, b) => (isLater(b, a) ? b : a));

const PICKED: Readonly<Record<Rule, (sound: readonly Taken[]) => readonly Taken[]>> = {
  last: (sound) => [latest(sound)],
  first: (sound) => [sound.reduce((a, b) => (isLater(b, a) ? a : b))],
  best: (sound) => sound,
};

const stepsOf = ({ log }: Submission): number => log.before.count + log.entries.length;

/** How much had been done when an item was last answered. */
function placeOf({ log }: Submission, id: string): number {
  const at = log.entries.findLastIndex(({ item, what }) => item === id && what !== 'hint');
  return at < 0 ? 0 : log.before.count + at + 1;
}

/** The latest file, and in it of each item the answer that was saved last, in whichever file; a hint that was opened in any is open. */
function unitedOf(assignment: Assignment, all: readonly Taken[]): Omit<Option, 'hand'> {
  const main = latest(all);
  if (all.length === 1) return { ...main, from: {} };
  const items: Record<string, HandedItem> = { ...main.submission.items };
  const from: Record<string, string> = {};
  for (const item of assignment.items) {
    const having = all.filter((one) => handedIn(one, item)?.version === item.version);
    const one = lastAnswered(item, having);
    const own = one && handedIn(one, item);
    if (!own) continue;
    const most = (of: (handed: HandedItem) => number): number =>
      Math.max(...having.map((other) => of(handedIn(other, item) ?? own)));
    items[item.id] = {
      ...own,
      hints: most(({ hints }) => hints),
      tries: most(({ tries }) => tries),
    };
    if (one.file !== main.file) from[item.id] = one.file;
  }
  const submission = vouched({ ...main.submission, items }, main.submission);
  return { ...main, submission, from };
}

/** Of each ticket the file in which it was answered last; of several tickets the latest file that has an answer. */
function lastAnswered(item: Item, having: readonly Taken[]): Taken | undefined {
  const tickets = grouped(having, ({ submission }) => submission.session);
  const lasts = [...tickets.values()].map((files) =>
    files.reduce((a, b) => {
      const more = placeOf(b.submission, item.id) - placeOf(a.submission, item.id);
      return more > 0 || (more === 0 && isLater(b, a)) ? b : a;
    }),
  );
  const answered = lasts.filter((one) => {
    const handed = handedIn(one, item);
    return handed && isAnswered(item, handed);
  });
  const [some = lasts] = [answered].filter(({ length }) => length > 0);
  return some.length > 0 ? latest(some) : undefined;
}

const handedIn = ({ submission: { items } }: Taken, { id }: Item): HandedItem | undefined =>
  Object.hasOwn(items, id) ? items[id] : undefined;
