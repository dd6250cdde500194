/** Where a prediction is drawn: a line on empty axes, or its points set by number. */
import type { Point } from '../../../../judge/answers.ts';
import type { LockableField } from '../../../../fields/field.ts';
import { Sheet } from './curve-sheet.ts';
import type { CurveData } from './data.ts';

/** The field of a drawn prediction; `read` gives the points that have a value. `onDraw` hears of each of a stroke. */
export function curveField(
  element: HTMLElement,
  data: CurveData,
  onDraw: () => void,
): LockableField {
  const xs = data.spread?.values ?? [];
  const inputs = [...element.querySelectorAll<HTMLInputElement>('input[type="number"]')];
  // Some may have been set before this code was here.
  const values = inputs.map(valueOf);
  const sheets = [...element.querySelectorAll('svg')].map((svg) => new Sheet(svg, data));
  /** What stood there when the stroke began. */
  let before: typeof values = [];
  let isLocked = false;
  const show = (): void => {
    for (const sheet of sheets) sheet.show(values);
  };
  const set = (index: number, value: number | undefined): void => {
    values[index] = value;
    const input = inputs[index];
    if (input) input.value = String(value ?? '');
  };
  for (const [i, input] of inputs.entries()) {
    input.addEventListener('input', () => {
      // Not by `set`: writing to a field while somebody types in it moves the caret.
      values[i] = valueOf(input);
      show();
    });
  }
  for (const sheet of sheets) {
    sheet.onDraw(
      (points, isFirst) => {
        if (isLocked) return;
        if (isFirst) before = [...values];
        for (const { index, value } of points) set(index, value);
        show();
        if (points.length > 0) onDraw();
      },
      () => {
        for (const [index, value] of before.entries()) set(index, value);
        show();
        onDraw();
      },
    );
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

const valueOf = ({ value, valueAsNumber }: HTMLInputElement): number | undefined =>
  value === '' ? undefined : valueAsNumber;
