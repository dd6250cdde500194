/** What is entered before the code of the questions is here: kept as the draft that the code finds, whenever it comes. */
import { draftKey } from '../work/storage-keys.ts';

/** What a sleeping question needs to know of itself. */
interface Asleep {
  readonly id: string;
  readonly version: number;
  readonly spread?: { readonly values: readonly number[] };
}

/** The longest text that is kept, as in `work/pure/shapes.ts`. */
const LONGEST = 8_000;

/** Keeps what stands in the fields of a sleeping question; false where it cannot, which the code will say. */
export function keepAsleep(question: HTMLElement): boolean {
  const text = question.querySelector('[data-part="data"]')?.textContent;
  if (!text) return false;
  const { id, version, spread } = JSON.parse(text) as Asleep;
  try {
    const drafts: unknown = JSON.parse(localStorage.getItem(draftKey()) ?? '{}');
    if (typeof drafts !== 'object' || drafts === null || Array.isArray(drafts)) return false;
    const draft = entered([...question.querySelectorAll('input')], spread?.values);
    // An empty one is no draft: JSON leaves it out.
    const all = { ...drafts, [`${id}@${version}`]: draft.length > 0 ? draft : undefined };
    localStorage.setItem(draftKey(), JSON.stringify(all));
    return true;
  } catch {
    return false;
  }
}

/** Picked options, points of a line, or a typed text. */
function entered(
  inputs: readonly HTMLInputElement[],
  at: readonly number[] | undefined,
): string | readonly (string | { readonly x: number; readonly y: number })[] {
  if (at) {
    return inputs.flatMap(({ value, valueAsNumber: y }, i) =>
      value === '' ? [] : [{ x: at[i] ?? 0, y }],
    );
  }
  const isPicked = inputs.some(({ type }) => type !== 'text');
  if (isPicked) return inputs.filter(({ checked }) => checked).map(({ value }) => value);
  return (inputs[0]?.value ?? '').trim().slice(0, LONGEST);
}
