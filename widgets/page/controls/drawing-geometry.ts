/** Marks, drawings and places of a figure in the document. */
import type { At, Layout } from '../../kit/contract/widget.ts';

/** The mark that an event is about. */
export function markOf(event: Event): SVGElement | null {
  return (event.target as Element).closest<SVGElement>('[data-handle]');
}

/** The ground that an event is on, where a press makes a new mark. */
export function groundOf(event: Event): SVGElement | null {
  return (event.target as Element).closest<SVGElement>('[data-ground]');
}

/** The marks of a drawing, in its order. */
export function marksIn(drawing: SVGSVGElement): SVGElement[] {
  return [...drawing.querySelectorAll<SVGElement>('[data-handle]')];
}

/** The drawing that a mark is part of. */
export function drawingOf(mark: SVGElement): SVGSVGElement {
  return mark.closest('svg.figure') as SVGSVGElement;
}

/** Which of the two drawings it is. */
export function roomOf(drawing: SVGSVGElement): Layout {
  return drawing.parentElement?.classList.contains('narrow') ? 'narrow' : 'wide';
}

/** The middle of a mark, in its drawing's units. */
export function middleOf(mark: SVGElement): At {
  const { left, right, top, bottom } = mark.getBoundingClientRect();
  return placeOf(drawingOf(mark), { clientX: (left + right) / 2, clientY: (top + bottom) / 2 });
}

/** Where a pointer is, in the drawing's units. */
export function placeOf(
  drawing: SVGSVGElement,
  event: Pick<MouseEvent, 'clientX' | 'clientY'>,
): At {
  const box = drawing.getBoundingClientRect();
  const { width, height } = drawing.viewBox.baseVal;
  return {
    x: ((event.clientX - box.left) * width) / box.width,
    y: ((event.clientY - box.top) * height) / box.height,
  };
}
