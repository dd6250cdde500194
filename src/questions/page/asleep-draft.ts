/** What is entered before the code of the questions is here: kept as the draft that the code finds, whenever it comes. */
import { draftKey } from '../work/storage-keys.ts';

/** What a sleeping question needs to know of itself. */
interface Asleep {
  readonly id: string;
  readonly version: number;
  readonly spread?: { readonly values: readonly number[] };
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
  const asleep = read(question);
  if (!asleep) return false;
  const draft = entered(inputsOf(question), asleep.spread?.values);
  try {
    const drafts = stored();
    if (!drafts) return false;
    // An empty one is no draft: JSON leaves it out.
    const all = { ...drafts, [keyOf(asleep)]: draft.length > 0 ? draft : undefined };
    localStorage.setItem(draftKey(), JSON.stringify(all));
    return true;
  } catch {
    return false;
  }
}

/** Shows the draft of a sleeping question in its fields; false where it has none. */
export function showAsleep(question: HTMLElement): boolean {
  try {
    const drafts = stored() ?? {};
    const asleep = Object.keys(drafts).length > 0 ? read(question) : undefined;
    if (!asleep || !Object.hasOwn(drafts, keyOf(asleep))) return false;
    write(inputsOf(question), asleep.spread?.values, drafts[keyOf(asleep)]);
    return true;
  } catch {
    return false;
  }
}

function read(question: HTMLElement): Asleep | undefined {
  const text = question.querySelector('[data-part="data"]')?.textContent;
  return text ? (JSON.parse(text) as Asleep) : undefined;
}

const keyOf = ({ id, version }: Asleep): string => `${id}@${version}`;
const inputsOf = (question: HTMLElement): HTMLInputElement[] => [
  ...question.querySelectorAll('input'),
];

/** All drafts; nothing where they cannot be read. Throws where storage is closed. */
function stored(): Readonly<Record<string, unknown>> | undefined {
  const drafts: unknown = JSON.parse(localStorage.getItem(draftKey()) ?? '{}');
  const isTable = typeof drafts === 'object' && drafts !== null && !Array.isArray(drafts);
  return isTable ? (drafts as Record<string, unknown>) : undefined;
}

/** Points of a line, picked options, or a typed text. */
function entered(inputs: readonly HTMLInputElement[], at?: readonly number[]): Entered {
  if (at) {
    return inputs.flatMap(({ value, valueAsNumber: y }, i) =>
      value === '' ? [] : [{ x: at[i] ?? 0, y }],
    );
  }
  const isPicked = inputs.some(({ type }) => type !== 'text');
  if (isPicked) return inputs.filter(({ checked }) => checked).map(({ value }) => value);
  return (inputs[0]?.value ?? '').trim().slice(0, LONGEST);
}

/** The same way back; what is of another shape is left to the code. */
function write(
  inputs: readonly HTMLInputElement[],
  at: readonly number[] | undefined,
  draft: unknown,
): void {
  const list = Array.isArray(draft) ? (draft as readonly unknown[]) : [];
  for (const [i, input] of inputs.entries()) {
    const point = at && (list as readonly Partial<Point>[]).find((one) => one.x === at[i]);
    if (at) input.value = String(point?.y ?? '');
    else if (input.type !== 'text') input.checked = list.includes(input.value);
    else if (typeof draft === 'string') input.value = draft;
  }
}
