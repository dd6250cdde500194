/** Tells a student what is in the file that they are about to hand in: whose it is, and whether it is what they have done. */
import { CHECKED, ITEMS, TIMES } from '#words/src/tasks/sets/page/words';
import type { Assignment } from '../pure/format/assignment.ts';
import { canonical } from '../pure/submission/digest.ts';
import { receiptOf } from '../pure/submission/receipt.ts';
import type { HandedItem, Submission } from '../pure/submission/submission.ts';
import { normalised } from '../pure/variants/student.ts';
import { whatFile } from '../pure/work/what-file.ts';
import { submissionOf, type Work } from '../pure/work/work.ts';
import { decoded } from './decoded.ts';

/** So much of a file is looked at, in bytes: far more than a hand-in has, or a backup. */
const MOST = 5_000_000;

/** The hand-in in a file, or what else it is: read as the grader reads it. */
export const fileIs = async (
  file: File,
  assignment: Assignment,
): Promise<ReturnType<typeof whatFile>> =>
  whatFile(decoded(new Uint8Array(await file.slice(0, MOST).arrayBuffer())), assignment);

/** Says it at a place. */
export async function checkFile(
  place: Element,
  assignment: Assignment,
  work: Work | undefined,
  file: File,
): Promise<void> {
  const found = await fileIs(file, assignment);
  if (typeof found === 'string') {
    place.textContent = `${CHECKED.is[found]} ${CHECKED.upload}`;
    return;
  }
  const list = document.createElement('dl');
  for (const [name, value] of told(found, assignment, work)) {
    const [term, is] = [document.createElement('dt'), document.createElement('dd')];
    term.textContent = name;
    is.textContent = value;
    list.append(term, is);
  }
  place.replaceChildren(list);
}

/** What is told of a hand-in, each with its name. */
export function told(
  submission: Submission,
  assignment: Assignment,
  work: Work | undefined,
): readonly (readonly [string, string])[] {
  const { student, made, incomplete, receipt } = submission;
  const { length } = Object.keys(submission.items);
  const when = new Date(made).toLocaleString(TIMES, { dateStyle: 'long', timeStyle: 'short' });
  return [
    [CHECKED.whose, `${student.name}, ${student.number}`],
    [CHECKED.set, assignment.title],
    [CHECKED.made, when],
    [CHECKED.answers, CHECKED.ofItems(length - incomplete.length, length)],
    [CHECKED.state, stateOf(submission, assignment, work)],
    [CHECKED.receipt, receipt],
  ];
}

function stateOf(submission: Submission, assignment: Assignment, work: Work | undefined): string {
  if (receiptOf(submission) !== submission.receipt) return CHECKED.altered;
  if (submission.edition !== assignment.edition) return CHECKED.edition(submission.edition);
  if (!work) return CHECKED.noWork;
  if (normalised(work.student.number) !== normalised(submission.student.number))
    return CHECKED.another;
  const now = submissionOf(work, assignment, submission.made).items;
  const given = (items: typeof now, id: string): string => {
    const { answer, runs, hints } = (items[id] ?? {}) as Partial<HandedItem>;
    return canonical([answer ?? null, runs ?? [], hints ?? 0]);
  };
  const older = assignment.items.flatMap(({ id }, i) =>
    given(now, id) === given(submission.items, id) ? [] : [ITEMS.item(i + 1)],
  );
  return older.length === 0 ? CHECKED.newest : CHECKED.older(older);
}
