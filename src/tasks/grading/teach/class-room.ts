/** All that the worker knows of a class: its files, its runs, what was decided, and how it stands. */
import type { Key } from '../../sets/pure/format/assignment.ts';
import { gradeClass, type ClassResult, type Submitted } from '../pure/grade/class.ts';
import { ownerIn } from '../pure/grade/owner.ts';
import { earlierIn, ofAnother } from '../pure/grade/earlier.ts';
import { gradingOf, ownersIn, rollOf, saidOf, without } from './grading.ts';
import { type Merged, type ReadParcel } from '../pure/grade/parcels.ts';
import {
  answersOf,
  countedIn,
  decisionsIn,
  ofLaterRevision,
  refOf,
  toRead,
  type ToRead,
  withDecision,
} from '../pure/grade/reading.ts';
import { shownOf } from '../pure/grade/shown.ts';
import { changesBetween, type Change } from '../pure/grade/regrade.ts';
import type { Rerun } from '../pure/grade/reruns.ts';
import type { Decision } from '../pure/grade/verdict.ts';
import type { Submission } from '../../sets/pure/submission/submission.ts';
import type { ClassList } from '../pure/out/class-list.ts';
import { maximaIn, pointsIn } from '../pure/out/given-back.ts';
import { compared } from '../pure/out/lines.ts';
import { NO_RULE } from '../pure/rules/late.ts';
import type { Saved } from '../pure/rules/term.ts';
import { pseudonymous } from '../pure/out/pseudonymous.ts';
import { calledBy, handsOf, type VivaHand } from '../pure/viva/hand.ts';
import { itemStats, type ItemStats } from '../pure/stats/items.ts';
import { NO_MEMORY, type Memory } from '../pure/stats/memory.ts';
import { together } from '../pure/stats/together.ts';
import { normalised } from '../../sets/pure/variants/student.ts';
import { EARLIER } from '#words/src/tasks/grading/pure/grade/words';
import { ROOM } from '#words/src/tasks/grading/teach/words';
import type { Encoded } from './encoded.ts';
import type { GradeSide, ReadNow, Standing, TableName } from './protocol.ts';
import {
  changesRows,
  flagsRows,
  gradesRows,
  itemsRows,
  refusedRows,
  togetherRows,
  type Rows,
} from './rows.ts';

type Choices = Parameters<GradeSide['choose']>[0];

const CHOICES: Choices = {
  ...{ rule: 'last', isPseudonymous: false, deleteBy: '', course: '', late: NO_RULE },
  ...{ column: '', isScaled: true, withSolutions: false },
};

export class ClassRoom {
  readonly files = new Map<string, Submitted>();
  readonly reruns = new Map<string, Rerun>();
  readonly readParcels = new Map<string, ReadParcel>();
  choices = CHOICES;
  /** What the instructor has decided; what assistants agree on stands behind it. */
  own: readonly Decision[] = [];
  queue: readonly ToRead[] = [];
  /** Class lists and worksheets by the names of their files, each with how its bytes are written. */
  readonly lists = new Map<string, ClassList & Pick<Encoded, 'bytesOf'>>();
  /** Gradings of the class’s other sets. */
  sets: readonly Saved[] = [];
  memory: Memory = NO_MEMORY;
  last: readonly [Key, ClassResult] | undefined;
  /** The grading that changes are told against: the last one by another key or another rule, or one that was saved. */
  #before: readonly [Key, ClassResult] | undefined;
  #key: Key | undefined;
  #assistants: readonly Decision[] = [];
  /** What two readers say of an answer on which they differ, by its name. */
  #open = new Map<string, string>();
  /** What is to be read once more. */
  #again: readonly ToRead[] = [];
  #changes: readonly Change[] = [];
  #tables = new Map<TableName, Rows>();
  #stats: readonly ItemStats[] | undefined;

  get key(): Key {
    if (!this.#key) throw new Error(ROOM.noKey);
    return this.#key;
  }

  /** A room with the same key and nobody in it. */
  emptied(): ClassRoom {
    const room = new ClassRoom();
    room.#key = this.#key;
    return room;
  }

  /** Another key for what is graded already: what it changes is told from here on, decisions too. */
  takeKey(key: Key): void {
    this.#key = key;
    this.#before = this.last;
  }

  /** A rule that counts other files is a change like another key. */
  choose(choices: Choices): void {
    if (choices.rule !== this.choices.rule) this.#before = this.last;
    this.choices = choices;
  }

  /** What was saved another day: its decisions, and the marks that changes are told against. Says why nothing of it is taken. */
  takeSaved(text: string): string | undefined {
    const earlier = earlierIn(text);
    const problem = !this.#key
      ? ROOM.noKey
      : earlier
        ? ofAnother(this.#key, earlier)
        : EARLIER.none;
    if (problem !== undefined) return problem;
    for (const one of decisionsIn(text)) this.own = withDecision(this.own, one);
    this.#before = earlier;
    return undefined;
  }

  get allLists(): readonly ClassList[] {
    return [...this.lists.values()];
  }

  /** Files, each with the student whose name the course’s system gave it. */
  get submitted(): readonly Submitted[] {
    const owner = ownerIn(ownersIn(this.allLists));
    return [...this.files.values()].map((one) => ({ ...one, owner: owner(one.file) }));
  }

  /** The assignments that the files say they answer, by their ids. */
  get answered(): readonly string[] {
    const found = [...this.files.values()].map(({ read }) =>
      'assignment' in read ? read.assignment.id : [],
    );
    return [...new Set(found.flat())];
  }

  get decisions(): readonly Decision[] {
    const mine = new Set(this.own.map(nameOf));
    return [...this.own, ...this.#assistants.filter((one) => !mine.has(nameOf(one)))];
  }

  get stats(): readonly ItemStats[] {
    return (this.#stats ??= this.last ? itemStats(this.last[1]) : []);
  }

  /** The files that count, in the order of their students. */
  get submissions(): readonly Submission[] {
    const counted = countedIn([...this.files.values()]);
    return (this.last?.[1].students ?? []).flatMap((one) => counted(one) ?? []);
  }

  grade(): Standing {
    const files = this.submitted;
    const result = this.#graded(this.decisions);
    this.last = [this.key, result];
    const { assignment } = this.key;
    const of = pointsIn(assignment.items);
    const maxima = maximaIn(this.allLists, assignment, this.choices.column);
    const changes = this.#before
      ? changesBetween(this.#before, this.last, this.choices.isScaled ? maxima : [])
      : [];
    this.#changes = changes;
    this.queue = toRead(this.key, files, result);
    this.#tables.clear();
    this.#stats = undefined;
    const roll = rollOf(this.allLists);
    const beside = roll && compared(roll, result, without(this.allLists, roll), files);
    return {
      students: result.students.length,
      refused: result.refused.length,
      changes: changes.length,
      isSure: result.refused.every(({ file }) =>
        beside?.unreadable.some(({ files: own }) => own.includes(file)),
      ),
      later: ofLaterRevision(this.key, files, result),
      missing: beside?.missing ?? [],
      unreadable: beside?.unreadable ?? [],
      strangers: beside?.strangers.map(({ student }) => student) ?? [],
      toRead: this.#waiting().length,
      of,
      maxima: maxima.filter((max) => max !== of),
    };
  }

  /** The queue as it was before anybody decided: a reading that comes late is still one of its answers. */
  wholeQueue(): readonly ToRead[] {
    return toRead(this.key, this.submitted, this.#graded([]));
  }

  #graded(decisions: readonly Decision[]): ClassResult {
    const { rule, late } = this.choices;
    const how = gradingOf(this.key, this.allLists, rule, decisions, late, this.sets);
    return gradeClass(this.key, this.submitted, this.reruns, how);
  }

  takeMerged({ decisions, open }: Merged): void {
    this.#assistants = decisions;
    this.#open = new Map(open.map(({ ref, says }) => [ref, says]));
  }

  takeList(name: string, list: ClassList & Pick<Encoded, 'bytesOf'>): string {
    this.lists.set(name, list);
    return saidOf(name, list).join(' ');
  }

  takeMemory(memory: Memory): void {
    this.memory = memory;
    this.#tables.delete('items');
  }

  rows(name: TableName): Rows {
    const known = this.#tables.get(name);
    if (known) return known;
    if (!this.last) return { head: [], rows: [] };
    const rows = this.#made(name, this.last);
    this.#tables.set(name, rows);
    return rows;
  }

  #made(name: TableName, [key, result]: readonly [Key, ClassResult]): Rows {
    const shown = this.choices.isPseudonymous ? pseudonymous(result) : result;
    switch (name) {
      case 'grades':
        return gradesRows(key, shown);
      case 'flags':
        return flagsRows(shown);
      case 'refused':
        return refusedRows(result);
      case 'changes':
        return changesRows(
          this.choices.isPseudonymous
            ? this.#changes.map((one) => ({ ...one, student: this.#shown(one.student.number) }))
            : this.#changes,
        );
      case 'items':
        return itemsRows(key, this.stats, this.memory);
      case 'together':
        return togetherRows(together(key.assignment, this.submissions, this.reruns));
    }
  }

  /** A student as they are called on the screen. */
  #shown(number: string): { readonly name: string; readonly number: string } {
    const who = normalised(number);
    const at = this.last?.[1].students.findIndex((one) => normalised(one.student.number) === who);
    const one = at === undefined ? undefined : this.last?.[1].students[at];
    if (!one) return { name: '', number: '' };
    return this.choices.isPseudonymous ? pseudonymous(one).student : one.student;
  }

  #pointsOf(student: Pick<ToRead['student'], 'number'>, item: string): number {
    const one = this.last?.[1].students.find((other) => other.student.number === student.number);
    return one?.items.find((verdict) => verdict.item === item)?.points ?? 0;
  }

  /** What is read: what was asked for once more, what two differ on, and the rest. */
  #waiting(): readonly ToRead[] {
    const asked = new Set(this.#again.map(refOf));
    return [...this.#again, ...this.queue.filter((one) => !asked.has(refOf(one)))];
  }

  reading(skip: number): ReadNow {
    const waiting = this.#waiting();
    const answer = waiting[skip % Math.max(1, waiting.length)];
    if (!answer) return { left: 0 };
    const { item, of, says, student } = answer;
    const { name, number } = this.#shown(student.number);
    const notes = this.own.filter((one) => one.item === item && one.note !== '');
    const decided = this.decisions.find(
      (one) => nameOf(one) === nameOf({ number: student.number, item }),
    );
    return {
      left: this.queue.length,
      answer: {
        who: name === '' ? number : `${name} (${number})`,
        number: student.number,
        ...{ item, of },
        at: this.key.assignment.items.findIndex(({ id }) => id === item) + 1,
        says: this.#open.get(refOf(answer)) ?? says,
        shown: shownOf(this.key, answer, this.reruns),
        ...(this.#again.includes(answer) && { isAgain: true, now: this.#pointsOf(student, item) }),
        ...(decided && { decided }),
        notes: [...new Set(notes.map(({ note }) => note))],
      },
    };
  }

  /** A few students’ work, for their viva sheets. */
  vivaHands(from: number, count: number): readonly VivaHand[] {
    if (!this.last) return [];
    const [, { students, refused }] = this.last;
    const few = { students: students.slice(from, from + count), refused };
    const called = calledBy(ownersIn(this.allLists), this.choices.isPseudonymous);
    return handsOf(few, [...this.files.values()], this.reruns, called);
  }

  again(number: string, item: string, appeal: string): string | undefined {
    const found = this.last && answersOf(this.submitted, this.last[1], number, item, appeal);
    if (!found) return ROOM.noAnswer(number, item);
    this.#again = [found, ...this.#again.filter((one) => refOf(one) !== refOf(found))];
    return undefined;
  }

  close(): void {
    this.#again = this.#again.slice(1);
  }

  /** What is decided is not asked for any more; a decision about an appeal says so. */
  decide(decision: Decision): void {
    const isThis = ({ student, item }: ToRead): boolean =>
      nameOf({ number: student.number, item }) === nameOf(decision);
    const appeal = this.#again.find(isThis)?.appeal;
    this.own = withDecision(this.own, { ...decision, ...(appeal && { appeal }) });
    this.#again = this.#again.filter((one) => !isThis(one));
  }
}

const nameOf = ({ number, item }: Pick<Decision, 'number' | 'item'>): string =>
  `${normalised(number)} ${item}`;
