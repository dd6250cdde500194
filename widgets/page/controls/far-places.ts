/** Where keys take a mark that go by ten steps or to an end, as on a slider: across or, where it stands alone, up and down. */
import { drawingOf, marksIn, middleOf } from './drawing-geometry.ts';
import type { At } from '../../kit/contract/widget.ts';

/** In steps. */
const FAR: Readonly<Record<string, number>> = {
  PageUp: 10,
  PageDown: -10,
  End: Infinity,
  Home: -Infinity,
};

/** Places in the drawing's units, of which the first counts that changes something; nothing for another key. */
export function farPlaces(key: string, mark: SVGElement, step: number): readonly At[] | undefined {
  const steps = FAR[key];
  if (steps === undefined) return undefined;
  const drawing = drawingOf(mark);
  const { width, height } = drawing.viewBox.baseVal;
  const { x, y } = middleOf(mark);
  const across = { x: within(x + steps * step, width), y };
  // Up and down lead from one mark to the next where there are several.
  const isAlone = marksIn(drawing).length === 1;
  return isAlone ? [across, { x, y: within(y - steps * step, height) }] : [across];
}

function within(at: number, end: number): number {
  return Math.min(end, Math.max(0, at));
}
