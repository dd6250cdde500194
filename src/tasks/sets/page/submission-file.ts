/** Makes the hand-in when one of the buttons is pressed. */
import { saveFile } from '../../../../widgets/page/save-file.ts';
import { MADE, ITEMS } from '#words/src/tasks/sets/page/words';
import type { Assignment } from '../pure/format/assignment.ts';
import { bytesOf } from '../pure/submission/digest.ts';
import { submissionMarkdown } from '../pure/submission/markdown.ts';
import { fits, submissionText, signed } from '../pure/submission/write.ts';
import { normalised } from '../pure/variants/student.ts';
import { doneOf, submissionOf, type Work } from '../pure/work/work.ts';
import type { Press } from './let-go.ts';

/** What was handed in last, and when; `salt` hides in it what was taken back. */
let last: { work: Work; minutes: boolean; time: string; salt: string } | undefined;

/** Saves or shows it, with its receipt, and is true; says what to do where it would be too long. */
export function submission(
  press: Press,
  element: HTMLElement,
  assignment: Assignment,
  work: Work,
): boolean {
  const part = (name: string): HTMLElement | null => element.querySelector(`[data-part="${name}"]`);
  const minutes = element.querySelector<HTMLInputElement>('[name="minutes"]')?.checked === true;
  // The same work has one receipt, however often it is saved or read.
  if (last?.work !== work || last.minutes !== minutes) {
    const salt = crypto.getRandomValues(new Uint8Array(16)).join(' ');
    last = { work, minutes, time: new Date().toISOString(), salt };
  }
  const made = signed(submissionOf(work, assignment, last.time, last));
  const said = part('receipt');
  if (!said) return false;
  if (!fits(made)) {
    said.textContent = MADE.tooLong(longest(assignment, work));
    return false;
  }
  said.textContent = `${MADE.made(made.receipt)} ${press === 'text' ? '' : MADE.instead}`;
  const name = `${assignment.id}-${normalised(work.student.number)}`;
  if (press === 'file') saveFile(`${name}.json`, submissionText(made), 'application/json');
  else if (press === 'readable')
    saveFile(`${name}.md`, submissionMarkdown(assignment, made), 'text/markdown');
  else {
    const text = part('text') as HTMLTextAreaElement;
    text.value = submissionText(made);
    text.hidden = false;
    text.focus();
    text.select();
  }
  return true;
}

/** The three items that take the most room. */
function longest({ items }: Assignment, work: Work): readonly string[] {
  const size = (at: number): number => {
    const item = items[at];
    return item ? bytesOf(JSON.stringify(doneOf(work, item))) : 0;
  };
  return [...items.keys()]
    .toSorted((a, b) => size(b) - size(a))
    .slice(0, 3)
    .map((at) => ITEMS.item(at + 1));
}
