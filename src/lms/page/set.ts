/** What of an assignment was done: the items that have an answer, and the goals that were met. */
import { linkArrives } from '../../tasks/sets/page/arrival.ts';
import { WORK_AWAKE, type WorkAwake } from '../../tasks/sets/page/in-package.ts';
import type { Assignment } from '../../tasks/sets/pure/format/assignment.ts';
import { drawn, goalIn } from '../../tasks/sets/pure/variants/variant.ts';
import { carried, carriedText } from '../../tasks/sets/pure/work/carry.ts';
import { united } from '../../tasks/sets/pure/work/united.ts';
import { answeredVariant, doneOf, isDone, type Work } from '../../tasks/sets/pure/work/work.ts';
import { conditions } from '../../tasks/judge/conditions.ts';
import type { Item } from '../../tasks/tables/item.ts';
import type { Source } from './source.ts';

/** Waits for the assignment of a page. */
export function watchSet(slug: string, onSource: (source: Source) => void): void {
  const seen = (event: Event): void => {
    const page = (event.target as HTMLElement).closest<HTMLElement>('[data-page]');
    if (page?.dataset['page'] !== slug) return;
    document.removeEventListener(WORK_AWAKE, seen);
    const { asking, read } = (event as CustomEvent<WorkAwake>).detail;
    void read().then((assignment) => onSource(sourceOf(asking, assignment)));
  };
  document.addEventListener(WORK_AWAKE, seen);
}

function sourceOf(asking: WorkAwake['asking'], assignment: Assignment): Source {
  const { store } = asking;
  const { items } = assignment;
  return {
    parts: () => {
      const { work } = store;
      return items.map((item) => ({
        ...{ id: item.id, at: item.id },
        isDone: work !== undefined && isSaved(work, assignment, item),
      }));
    },
    answers: (room) => (store.work ? carriedText(store.work, assignment, room).text : ''),
    place: () => {
      const { work } = store;
      const at = ({ id, version }: Item): number => (work ? doneOf(work, { id, version }).at : 0);
      const last = items.toSorted((a, b) => at(b) - at(a))[0];
      return last && at(last) > 0 ? last.id : '';
    },
    unite: (text) => {
      const comes = carried(text, assignment);
      if (typeof comes === 'string' || !('work' in comes)) return;
      const here = store.work;
      // One student, one ticket: nothing has to be asked. What was begun here by itself is offered as a link is.
      if (here?.session === comes.work.session) store.keep(united(here, comes.work));
      else if (here) void linkArrives(asking, assignment, text);
      else asking.turn(comes.work);
    },
    goTo: (place) => {
      if (place !== '') history.replaceState({ item: place }, '');
    },
    onChange: (does) => store.addEventListener('change', does),
  };
}

/** Whether an item has its answer; one that asks for a goal, when that is met. */
function isSaved(work: Work, assignment: Assignment, item: Item): boolean {
  const [run] = doneOf(work, item).runs;
  if (item.kind !== 'reach' || !run) return isDone(work, item);
  const goal = goalIn(item, drawn(item, answeredVariant(work, assignment, item)));
  const seen = { state: 'done', why: {}, measures: run.measures } as const;
  return conditions(goal, seen, (name) => -(item.band[name] ?? 0)).every(({ met }) => met);
}
