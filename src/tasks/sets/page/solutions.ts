/** Solutions that are opened: each then stands below its item, in the student’s own numbers. The code comes when somebody opens them. */
import { CONFIDENCE } from '#words/src/tasks/judge/words';
import { SOLUTIONS } from '#words/src/tasks/sets/page/words';
import type { Assignment } from '../pure/format/assignment.ts';
import type { Item } from '../../tables/item.ts';
import { keyByRun, type Sealed } from '../pure/format/seal.ts';
import { inOwn } from '../pure/variants/in-own.ts';
import { drawn } from '../pure/variants/variant.ts';
import { answeredVariant, doneOf, isDone, type Work } from '../pure/work/work.ts';
import { textApart } from './experiment-place.ts';
import { opened, unsealed } from './unseal.ts';

/** Opens all with the code that the instructor has handed out; says what has come of it. */
export async function openAll(
  page: HTMLElement,
  assignment: Assignment,
  work: Work,
  code: string,
): Promise<string> {
  const sealed = await textApart(page, `${assignment.id}-solutions`);
  const found = await unsealed(assignment.id, JSON.parse(sealed) as Sealed, code);
  if (typeof found === 'string') return found;
  for (const item of assignment.items) show(page, assignment, work, item, found[item.id]);
  review(page, assignment, work);
  return SOLUTIONS.opened;
}

/** Opens the one that a run of the student’s own may open. */
export async function openByRun(
  page: HTMLElement,
  assignment: Assignment,
  work: Work,
  item: Item,
  sealed: Sealed,
): Promise<void> {
  show(page, assignment, work, item, await opened(keyByRun(assignment.id, item), sealed));
}

function show(
  page: HTMLElement,
  assignment: Assignment,
  work: Work,
  item: Item,
  text: string | undefined,
): void {
  const place = page.querySelector<HTMLElement>(`[data-item="${item.id}"] [data-part="solution"]`);
  if (!place || text === undefined) return;
  // Of what was answered: those numbers may have been withdrawn since.
  const values = drawn(item, answeredVariant(work, assignment, item));
  place.textContent = `${SOLUTIONS.of}: ${inOwn(text, values)}`;
  place.hidden = false;
}

const SUREST = ['certain', 'fairly', 'unsure'];

/** The answers, the surest first: what felt certain and is wrong is worth most. */
function review(page: HTMLElement, { items }: Assignment, work: Work): void {
  const place = page.querySelector<HTMLElement>('[data-part="review"]');
  const answers = items.flatMap((item, i) => {
    const { answer, confidence } = doneOf(work, item);
    if (!isDone(work, item)) return [];
    const given = typeof answer === 'string' ? answer : (answer ?? []).join(', ');
    const sure = confidence === undefined ? '' : CONFIDENCE.steps[confidence];
    const says = SOLUTIONS.answer(i + 1, given === '' ? SOLUTIONS.byRun : given, sure);
    return [{ id: item.id, says, rank: confidence ? SUREST.indexOf(confidence) : SUREST.length }];
  });
  if (!place || answers.every(({ rank }) => rank === SUREST.length)) return;
  place.hidden = false;
  place.querySelector('ol')?.replaceChildren(
    ...answers
      .toSorted((a, b) => a.rank - b.rank)
      .map(({ id, says }) => {
        const [row, link] = [document.createElement('li'), document.createElement('a')];
        link.href = `#${id}`;
        link.textContent = says;
        row.append(link);
        return row;
      }),
  );
}
