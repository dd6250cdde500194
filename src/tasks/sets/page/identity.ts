/** Who works on it: asked once, before anything is drawn; a change says what it would change before it does. */
import { IDENTITY, ITEMS } from '#words/src/tasks/sets/page/words';
import type { Assignment } from '../pure/format/assignment.ts';
import { normalised, type Student } from '../pure/variants/student.ts';
import { variantOf } from '../pure/variants/variant.ts';
import { begun, isDone, renamed, type Work } from '../pure/work/work.ts';
import type { AssignmentStore } from './store.ts';

/** The page, as far as it is asked here. */
export interface Asking {
  readonly part: (name: string) => HTMLElement;
  readonly field: (name: string) => HTMLInputElement;
  /** Asks before something changes; the press of the button does it. */
  readonly confirm: (sentence: string, button: string, does: () => void) => void;
  readonly say: (sentence: string) => void;
}

/** Wakes it; `onBegin` shows the items. */
export function wakeIdentity(
  { part, field, confirm, say }: Asking,
  { id, read }: { readonly id: string; readonly read: () => Promise<Assignment> },
  store: AssignmentStore,
  onBegin: () => void,
  onOther: (work: Work) => void,
): void {
  const typed = (): Student | undefined => {
    const name = field('student-name').value.trim();
    const number = field('student-number').value.trim();
    const missing = name === '' ? 'name' : normalised(number) === '' ? 'number' : undefined;
    if (missing === undefined) return { name, number };
    say(missing === 'name' ? IDENTITY.noName : IDENTITY.noNumber);
    field(`student-${missing}`).focus();
    return undefined;
  };
  const submitted = async (): Promise<void> => {
    const student = typed();
    if (!student) return;
    const { work } = store;
    if (!work) {
      store.keep(begun({ id }, student, newSession()));
      onBegin();
    } else if (normalised(student.number) === normalised(work.student.number)) {
      store.keep(renamed(work, student, work.session));
      onBegin();
      say(IDENTITY.renamed);
    } else {
      const assignment = await read();
      const others = assignment.items.flatMap((item, i) =>
        variantOf(assignment, item, work.student.number) ===
        variantOf(assignment, item, student.number)
          ? []
          : [ITEMS.item(i + 1)],
      );
      const answers = assignment.items.filter((item) => isDone(work, item)).length;
      confirm(
        IDENTITY.otherNumber(student.number, others, assignment.items.length, answers),
        IDENTITY.toNumber(student.number),
        () => onOther(renamed(work, student, newSession())),
      );
    }
  };
  part('identity').addEventListener('submit', (event) => {
    event.preventDefault();
    submitted().catch(() => say(IDENTITY.notCome));
  });
  part('who')
    .parentElement?.querySelector('[data-does="change"]')
    ?.addEventListener('click', () => {
      const { work } = store;
      field('student-name').value = work?.student.name ?? '';
      field('student-number').value = work?.student.number ?? '';
      part('identity').hidden = false;
      say(IDENTITY.changed);
      field('student-number').focus();
    });
}

/** Sixteen signs that nobody else has. */
function newSession(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
