/** Where a prediction is written or drawn. */
import { Sheet } from './curve-sheet.ts';
import type { PredictionData } from '../../author/page-data.ts';
import type { Point } from '../../judge/types.ts';
import type { GivenAnswer } from '../../work/pure/work.ts';

/** One way to enter a prediction. */
export interface PredictionField {
  /** What is entered; a drawn line holds the points that have a value. */
  readonly read: () => string | readonly Point[];
  readonly write: (answer: GivenAnswer) => void;
  /** A committed prediction can be read and not be changed. */
  readonly lock: () => void;
  readonly focus: () => void;
}

/** A typed number. */
export function numberField(element: HTMLElement): PredictionField {
  const input = element.querySelector('input') as HTMLInputElement;
  return {
    read: () => input.value.trim(),
    write: (answer) => {
      input.value = typeof answer === 'string' ? answer : '';
    },
    lock: () => {
      input.readOnly = true;
    },
    focus: () => input.focus(),
  };
}

/** A line on empty axes: drawn by pointer or touch, or set by number. */
export function curveField(element: HTMLElement, data: PredictionData): PredictionField {
  const xs = data.spread?.values ?? [];
  const values: (number | undefined)[] = xs.map(() => undefined);
  const inputs = [...element.querySelectorAll<HTMLInputElement>('input[type="number"]')];
  const sheets = [...element.querySelectorAll('svg')].map((svg) => new Sheet(svg, data));
  let isLocked = false;
  const show = (): void => {
    for (const sheet of sheets) sheet.show(values);
  };
  const set = (index: number, value: number | undefined): void => {
    values[index] = value;
    const input = inputs[index];
    if (input) input.value = value === undefined ? '' : String(value);
  };
  for (const [i, input] of inputs.entries()) {
    input.addEventListener('input', () => {
      // Not by `set`: writing to a field while somebody types in it moves the caret.
      values[i] = input.value === '' ? undefined : input.valueAsNumber;
      show();
    });
  }
  for (const sheet of sheets) {
    sheet.onDraw((points) => {
      if (isLocked) return;
      for (const { index, value } of points) set(index, value);
      show();
    });
  }
  return {
    read: () => xs.flatMap((x, i) => (values[i] === undefined ? [] : [{ x, y: values[i] }])),
    write: (answer) => {
      const points = Array.isArray(answer) ? (answer as readonly Point[]) : [];
      for (const [i, x] of xs.entries()) set(i, points.find((point) => point.x === x)?.y);
      show();
    },
    lock: () => {
      isLocked = true;
      for (const input of inputs) input.readOnly = true;
      for (const sheet of sheets) sheet.close();
    },
    focus: () => {
      const fold = element.querySelector('details');
      if (fold) fold.open = true;
      (inputs.find((_, i) => values[i] === undefined) ?? inputs[0])?.focus();
    },
  };
}
