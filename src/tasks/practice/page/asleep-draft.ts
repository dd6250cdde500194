/** What is entered before the code of the questions is here: kept as the draft that the code finds, whenever it comes. */
import { draftKey } from '../../storage/storage-keys.ts';

/** What a sleeping question needs to know of itself. */
interface Asleep {
  readonly id: string;
  readonly version: number;
  readonly spread?: { readonly values: readonly number[] };
}
/** The key of its draft, and where its line has points. */
interface Asked {
  readonly key: string;
  readonly at: readonly number[] | undefined;
}
interface Point {
  readonly x: number;
  readonly y: number;
}
type Entered = string | readonly (string | Point)[];

/** The longest text that is kept, as in `work/pure/shapes.ts`. */
const LONGEST = 8_000;

/** Keeps what stands in the fields of a sleeping question; false where it cannot, which the code will say. */
export function keepAsleep(question: HTMLElement): boolean {
  try {
    const { key, at } = read(question);
    const draft = entered(inputsOf(question), at);
    // An empty one is no draft: JSON leaves it out.
    const all = { ...stored(), [key]: draft.length > 0 ? draft : undefined };
    localStorage.setItem(draftKey(), JSON.stringify(all));
    return true;
  } catch {
    return false;
  }
}

/** Shows the draft of a sleeping question in its fields; false where it has none. */
export function showAsleep(question: HTMLElement): boolean {
  try {
    const { key, at } = read(question);
    const draft = stored()[key];
    if (draft === undefined) return false;
    write(inputsOf(question), at, draft);
    return true;
  } catch {
    return false;
  }
}

/** Throws where it has no data, as the work panel. */
function read(question: HTMLElement): Asked {
  const text = question.querySelector('[data-part="data"]')?.textContent ?? '';
  const { id, version, spread } = JSON.parse(text) as Asleep;
  return { key: `${id}@${version}`, at: spread?.values };
}

const inputsOf = (question: HTMLElement): HTMLInputElement[] => [
  ...question.querySelectorAll('input'),
];

/** All drafts. Throws where they cannot be read, and where storage is closed. */
function stored(): Readonly<Record<string, unknown>> {
  const text = localStorage.getItem(draftKey()) ?? '{}';
  // Of all JSON only a table begins so.
  return JSON.parse(text.startsWith('{') ? text : '') as Record<string, unknown>;
}

/** Points of a line, picked options or several typed texts, or one typed text. */
function entered(inputs: readonly HTMLInputElement[], at: Asked['at']): Entered {
  if (at) {
    return inputs.flatMap(({ value, valueAsNumber: y }, i) =>
      value === '' ? [] : [{ x: at[i] ?? 0, y }],
    );
  }
  if (inputs[1]) {
    const given = inputs.filter(({ type, checked }) => checked || type === 'text');
    return given.map(({ value }) => value);
  }
  return (inputs[0]?.value ?? '').trim().slice(0, LONGEST);
}

/** The same way back. */
function write(inputs: readonly HTMLInputElement[], at: Asked['at'], draft: unknown): void {
  const list = [draft].flat() as readonly (string | Point)[];
  const points = list as readonly Point[];
  for (const [i, input] of inputs.entries()) {
    if (!at && input.type !== 'text') input.checked = list.includes(input.value);
    else input.value = String((at ? points.find(({ x }) => x === at[i])?.y : list[i]) ?? '');
  }
}
