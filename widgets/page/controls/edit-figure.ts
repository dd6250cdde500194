/**
 * Editing in the figure itself: marks are dragged or moved by keys, the ground is pressed. Marks come and go with
 * each step, so the frame around them listens and holds the pointer.
 */
import {
  drawingOf,
  groundOf,
  markOf,
  marksIn,
  middleOf,
  placeOf,
  roomOf,
} from './drawing-geometry.ts';
import { focusedNear } from '../../controls/focused.ts';
import { farPlaces } from './far-places.ts';
import type { Instance } from '../instance.ts';
import { changed, type AnySettings, type Table } from '../../kit/contract/params.ts';
import type { AnyWidget, At, Edit, Layout } from '../../kit/contract/widget.ts';
import { slid } from '../../kit/draw/handle.ts';

/** Less than this, in pixels, is a press and no drag. */
const SLOP = 3;
/** A finger that is lifted so near, in pixels, has tapped. */
const TAP = 10;
/** Units of the drawing that an arrow key moves a mark by; with the shift key five times as many. */
const STEP = 4;

interface Drag {
  readonly pointer: number;
  readonly handle: string;
  readonly from: AnySettings;
  readonly outcome: unknown;
  readonly layout: Layout;
  /** The middle of the mark, and how it says that it moves. */
  readonly middle: At | undefined;
  readonly slide: string | undefined;
  /** Where the pointer was, on screen, and how far from the middle of the mark, in the drawing's units. */
  readonly began: At;
  readonly off: At;
  isMoving: boolean;
  text: string | undefined;
}

type Taken = Pick<Drag, 'from' | 'handle' | 'layout' | 'outcome' | 'middle' | 'slide'>;

export class FigureEdit {
  readonly #widget: AnyWidget;
  readonly #edit: Edit<Table>;
  readonly #figure: HTMLElement;
  readonly #instance: Instance;
  #drag: Drag | undefined;
  #focus: string | undefined;
  /** The ground that a pointer was last put down on, and where; its drawing may have been replaced since. */
  #pressed:
    { readonly ground: SVGElement | null; readonly x: number; readonly y: number } | undefined;
  /** It was lifted there: the click of it, if one comes, has been answered. */
  #isLifted = false;

  constructor(instance: Instance) {
    const { widget, stage } = instance;
    const figure = stage.part('figure');
    this.#widget = widget;
    this.#edit = widget.edit as Edit<Table>;
    this.#figure = figure;
    this.#instance = instance;
    figure.addEventListener('pointerdown', (event) => this.#take(event));
    figure.addEventListener('pointermove', (event) => this.#move(event));
    figure.addEventListener('pointerup', (event) => {
      this.#drop(event, true);
      this.#lift(event);
    });
    figure.addEventListener('pointercancel', (event) => this.#drop(event, false));
    // From a finger's mark the figure takes the pointer over itself: that is no loss.
    figure.addEventListener('lostpointercapture', (event) => {
      if (event.target === figure) this.#drop(event, false);
    });
    // For browsers that do not heed the style sheet's touch-action inside a drawing.
    const hold = (event: Event): void => {
      if (this.#drag?.isMoving && event.cancelable) event.preventDefault();
    };
    figure.addEventListener('touchmove', hold, { passive: false });
    figure.addEventListener('click', (event) => this.#press(event));
    figure.addEventListener('keydown', (event) => this.#key(event));
    new MutationObserver(() => this.#dress()).observe(figure, {
      childList: true,
      subtree: true,
      attributeFilter: ['tabindex'],
    });
    this.#dress();
    figure.dataset['editable'] = '';
  }

  /** Takes what happened while this code was on its way. */
  replay(event: Event): void {
    if (event.type === 'click') this.#press(event as MouseEvent);
    if (event.type === 'pointerup') this.#lift(event as PointerEvent);
    if (event.type === 'pointerdown') this.#put(event as PointerEvent);
    if (!this.#figure.contains(event.target as Node)) return;
    if (event.type === 'pointerdown') this.#take(event as PointerEvent);
    if (event.type === 'keydown') this.#key(event as KeyboardEvent);
  }

  /** False while a link has locked what is edited here. */
  get #isOpen(): boolean {
    const { hide, lock } = this.#instance.limits;
    return ![...hide, ...lock].includes(this.#edit.param);
  }

  #paramOf(handle: string): string {
    return this.#edit.paramOf?.(handle) ?? this.#edit.param;
  }

  /** The setting that a mark changes, as its new text says. */
  #valueOf(handle: string, text: string): number | string {
    const name = this.#paramOf(handle);
    const { params } = this.#widget;
    const next = changed(params as Table, this.#instance.settings.now as never, { [name]: text });
    return (next as AnySettings)[name] ?? '';
  }

  #settleAt(handle: string, text: string): void {
    const name = this.#paramOf(handle);
    const { settings, stage } = this.#instance;
    stage.notice([]);
    this.#instance.settle({ ...settings.now, [name]: this.#valueOf(handle, text) }, name);
  }

  #moved(
    { from, handle, layout, outcome, middle, slide }: Taken,
    to: At,
    byKey = false,
  ): string | undefined {
    const by = middle && { x: to.x - middle.x, y: to.y - middle.y };
    const axis = by && slide !== undefined ? slid(slide, by) : undefined;
    const view = { layout, outcome, axes: this.#instance.stage.axes, slid: axis, byKey };
    return this.#edit.move(from as never, handle, to, view);
  }

  #put(event: PointerEvent): void {
    this.#pressed = { ground: groundOf(event), x: event.clientX, y: event.clientY };
    this.#isLifted = false;
  }

  #take(event: PointerEvent): void {
    this.#put(event);
    const mark = markOf(event);
    if (!mark || event.button !== 0 || this.#drag || !this.#isOpen) return;
    try {
      this.#figure.setPointerCapture(event.pointerId);
    } catch {
      // The finger was lifted before this code was here.
      return;
    }
    // A mouse stays when its button is let go: it is only not given.
    if (!this.#figure.hasPointerCapture(event.pointerId)) return;
    const drawing = drawingOf(mark);
    const [at, middle] = [placeOf(drawing, event), middleOf(mark)];
    this.#drag = {
      ...this.#taken(drawing, mark),
      pointer: event.pointerId,
      began: { x: event.clientX, y: event.clientY },
      off: { x: at.x - middle.x, y: at.y - middle.y },
      isMoving: false,
      text: undefined,
    };
  }

  #move(event: PointerEvent): void {
    const drag = this.#drag;
    if (drag?.pointer !== event.pointerId) return;
    const [right, down] = [event.clientX - drag.began.x, event.clientY - drag.began.y];
    // A finger drags where it goes sideways; up or down it scrolls, and whoever held it would stop that.
    const by = event.pointerType === 'touch' ? right ** 2 - down ** 2 : right ** 2 + down ** 2;
    if (!drag.isMoving && by < SLOP ** 2) return;
    if (!drag.isMoving) this.#instance.stage.hold(drag.from);
    drag.isMoving = true;
    this.#figure.dataset['dragging'] = drag.handle;
    const drawing = this.#figure.querySelector<SVGSVGElement>(`.${drag.layout} > svg`);
    if (!drawing) return;
    const { x, y } = placeOf(drawing, event);
    const to = { x: x - drag.off.x, y: y - drag.off.y };
    const text = this.#moved(drag, to);
    if (text === undefined || text === drag.text) return;
    drag.text = text;
    this.#instance.drag(this.#paramOf(drag.handle), this.#valueOf(drag.handle, text));
  }

  /** One settlement a drag: one step of undo. A drag that the browser takes away leaves all as it was. */
  #drop(event: PointerEvent, isMeant: boolean): void {
    const drag = this.#drag;
    if (drag?.pointer !== event.pointerId) return;
    this.#drag = undefined;
    delete this.#figure.dataset['dragging'];
    this.#instance.stage.hold(undefined);
    if (drag.text === undefined) return;
    if (isMeant) this.#settleAt(drag.handle, drag.text);
    else this.#instance.settle(drag.from);
  }

  /** A pointer is lifted from a drawing that has taken the place of the one it was put down on: no click comes of that. */
  #lift(event: PointerEvent): void {
    const { ground, x, y } = this.#pressed ?? {};
    if (!ground || this.#figure.contains(ground)) return;
    if (Math.hypot(event.clientX - (x ?? 0), event.clientY - (y ?? 0)) > TAP) return;
    this.#isLifted = true;
    this.#pressGround(event);
  }

  #press(event: MouseEvent): void {
    const mark = markOf(event);
    // What a screen reader presses is the mark itself.
    if (mark && this.#edit.columns && this.#isOpen) {
      this.#focus = mark.dataset['handle'] ?? '';
      this.#settle({ x: 0, y: Infinity }, drawingOf(mark), mark);
    } else if (groundOf(event) && !this.#isLifted) this.#pressGround(event);
    this.#isLifted = false;
  }

  #pressGround(event: MouseEvent): void {
    const ground = groundOf(event);
    // A press that waited for this code may have been on a drawing that has been replaced since.
    const isThere = ground && this.#figure.contains(ground);
    const drawing = isThere ? drawingOf(ground) : this.#shown;
    if (!drawing || !this.#isOpen) return;
    this.#settle(placeOf(drawing, event), drawing);
  }

  #key(event: KeyboardEvent): void {
    const mark = markOf(event);
    if (!mark || event.altKey || event.ctrlKey || event.metaKey) return;
    const drawing = drawingOf(mark);
    const one = this.#edit.step?.(this.#instance.settings.now as never, roomOf(drawing)) ?? STEP;
    const step = event.shiftKey ? 5 * one : one;
    const far = this.#edit.columns ? undefined : farPlaces(event.key, mark, one);
    if (far) {
      event.preventDefault();
      if (this.#isOpen) this.#leap(far, drawing, mark);
      return;
    }
    const { x, y } = middleOf(mark);
    const away = { x, y: Infinity };
    const places: Record<string, At> = { Delete: away, Backspace: away };
    const { columns } = this.#edit;
    if (columns) Object.assign(places, { ' ': away, Enter: away });
    else Object.assign(places, { ArrowLeft: { x: x - step, y }, ArrowRight: { x: x + step, y } });
    const ways: Record<string, number> = columns
      ? { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -columns, ArrowDown: columns }
      : { ArrowUp: 1, ArrowDown: -1 };
    const next = ways[event.key];
    // A mark by itself has no neighbours to go to.
    const isAlone = next !== undefined && marksIn(drawing).length === 1;
    const to = isAlone ? { x, y: y - next * step } : places[event.key];
    if (!to && !next) return;
    event.preventDefault();
    if (to && this.#isOpen) {
      this.#focus = mark.dataset['handle'];
      this.#settle(to, drawing, mark);
    } else if (next) this.#go(mark, next);
  }

  /** Takes a mark to the first of these places that changes something. */
  #leap(places: readonly At[], drawing: SVGSVGElement, mark: SVGElement): void {
    const taken = this.#taken(drawing, mark);
    const now = String(taken.from[this.#paramOf(taken.handle)]);
    const text = places
      .map((to) => this.#moved(taken, to, true))
      .find((one) => one !== undefined && one !== now);
    if (text === undefined) return;
    this.#focus = taken.handle;
    this.#settleAt(taken.handle, text);
  }

  #settle(to: At, drawing: SVGSVGElement, mark?: SVGElement): void {
    const taken = this.#taken(drawing, mark);
    const text = this.#moved(taken, to, true);
    if (text !== undefined) this.#settleAt(taken.handle, text);
  }

  /** A mark as it stands, or the ground. */
  #taken(drawing: SVGSVGElement, mark?: SVGElement): Taken {
    const { settings, settled, stage } = this.#instance;
    return {
      from: settings.now,
      outcome: (stage.drawn ?? settled)?.outcome,
      layout: roomOf(drawing),
      handle: mark?.dataset['handle'] ?? '',
      slide: mark?.dataset['slide'],
      middle: mark && middleOf(mark),
    };
  }

  get #shown(): SVGSVGElement | undefined {
    const drawings = this.#figure.querySelectorAll<SVGSVGElement>('svg.figure');
    return [...drawings].find((one) => one.querySelector('[data-ground]') && one.checkVisibility());
  }

  /** To another mark of the same drawing. */
  #go(mark: SVGElement, by: number): void {
    const marks = marksIn(drawingOf(mark));
    const next = marks[marks.indexOf(mark) + by];
    if (!next) return;
    this.#focus = next.dataset['handle'];
    this.#dress();
    next.focus();
  }

  /** One mark of a new drawing is a stop for the Tab key: that which had the focus, or the first. */
  #dress(): void {
    const focused = focusedNear(this.#figure);
    const isLost = focused === null;
    for (const drawing of this.#figure.querySelectorAll<SVGSVGElement>('svg.figure')) {
      const marks = marksIn(drawing);
      if (marks.length === 0) continue;
      const current = marks.find((mark) => mark.dataset['handle'] === this.#focus) ?? marks[0];
      for (const mark of marks) {
        const stop = mark === current ? 0 : -1;
        if (mark.tabIndex !== stop) mark.tabIndex = stop;
      }
      if (isLost && this.#focus !== undefined && drawing.checkVisibility()) current?.focus();
    }
    if (!isLost && !this.#figure.contains(focused)) this.#focus = undefined;
  }
}
