/** Who works on it: asked once, before anything is drawn; a change says what it would change before it does. */
import { IDENTITY, ITEMS } from '#words/src/tasks/sets/page/words';
import type { Assignment } from '../pure/format/assignment.ts';
import { normalised, type Student } from '../pure/variants/student.ts';
import { variantOf } from '../pure/variants/variant.ts';
import { begun, isDone, renamed, type Work } from '../pure/work/work.ts';
import type { AssignmentStore } from './store.ts';

/** The page, as far as it is asked who works on it, and whether something is to change. */
export interface Asking {
  readonly store: AssignmentStore;
  readonly part: (name: string) => HTMLElement;
  readonly field: (name: string) => HTMLInputElement;
  /** Asks before something changes; the press of the button does it. */
  readonly confirm: (sentence: string, button: string, does: () => void) => void;
  readonly say: (sentence: string) => void;
  /** Turns to other work, if there is room for it, and to an item; `isLast` takes it for what was done last. */
  readonly turn: (to: Work, item?: string, isLast?: boolean) => void;
}

/** Wakes it; `onBegin` shows the items. */
export function wakeIdentity(
  { store, part, field, confirm, say, turn }: Asking,
  { id, read }: { readonly id: string; readonly read: () => Promise<Assignment> },
  onBegin: () => void,
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
    if (work && normalised(student.number) === normalised(work.student.number)) {
      store.keep(renamed(work, student, work.session));
      onBegin();
      say(IDENTITY.renamed);
      return;
    }
    // A number that has worked here before has its ticket and its answers back.
    const before = await store.asideOf(student.number);
    const next = before
      ? renamed(before, student, before.session)
      : begun({ id }, student, newSession());
    if (!work) {
      store.turnTo(next);
      onBegin();
    } else {
      const assignment = await read();
      const others = assignment.items.flatMap((item, i) =>
        variantOf(assignment, item, work.student.number) ===
        variantOf(assignment, item, student.number)
          ? []
          : [ITEMS.item(i + 1)],
      );
      const answers = (of: Work): number =>
        assignment.items.filter((item) => isDone(of, item)).length;
      confirm(
        [
          IDENTITY.otherNumber(student.number, others, assignment.items.length),
          IDENTITY.stays(work.student.number, answers(work)),
          ...(before ? [IDENTITY.returns(student.number, answers(before))] : []),
        ].join('\n'),
        IDENTITY.toNumber(student.number),
        () => turn(next),
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
