/**
 * A number in the text that sets an experiment. It moves the experiment's own control, so that whatever follows from a
 * reader's hand there follows from it here: figure, run, undo, locks.
 */
import {
  OUTCOME,
  PROPOSE,
  type OutcomeDetail,
  type ProposeDetail,
} from '../../kit/contract/border.ts';
import { fromOwnUnit, inOwnUnit } from '../../kit/contract/own-unit.ts';
import type { NumberParam, Table } from '../../kit/contract/params.ts';
import type { AnyWidget } from '../../kit/contract/widget.ts';
import { draggedText } from '../../kit/controls/dragged-text.ts';
import { positionOf, valueAt } from '../../kit/controls/slider.ts';
import { holdable } from '../controls/hold.ts';
import { TypedNumber } from './typed-number.ts';

/** A finger can hit a stop that is so many pixels wide; where stops are few, they are as wide as these lead from end to end. */
const STOP = 6;
const FROM_END_TO_END = 240;
/** As far as a finger may slip in a tap, in pixels. */
const SLIP = 3;

export class DraggedNumber {
  readonly #param: NumberParam;
  readonly #number: HTMLElement;
  readonly #experiment: HTMLElement;
  readonly #field: HTMLInputElement;
  readonly #slider: HTMLInputElement;
  /** The last stop; the build knows it, so that no experiment carries the code that finds it. */
  readonly #last: number;
  readonly #take: (event: PointerEvent) => void;
  readonly #typed: TypedNumber;
  /** While it is in a hand: the position it was taken from. */
  #from: number | undefined;
  /** Where it stands while that is not settled. */
  #at: number | undefined;
  /** The press that was the last one has pulled it. */
  #hasMoved = false;

  constructor(widget: AnyWidget, element: HTMLElement) {
    const { drags = '', sets = '' } = element.dataset;
    this.#last = Number(element.dataset['last']);
    this.#param = (widget.params as Table)[sets] as NumberParam;
    this.#number = element.querySelector('[role="slider"]') as HTMLElement;
    const experiment = document.getElementById(drags) as HTMLElement;
    this.#experiment = experiment;
    const form = experiment.querySelector('form') as HTMLFormElement;
    this.#field = form.elements.namedItem(sets) as HTMLInputElement;
    this.#slider = form.querySelector(`[data-slides="${sets}"]`) ?? this.#unseenSlider(form, sets);
    this.#typed = this.#typing();
    this.#number.addEventListener('keydown', (event) => this.#key(event));
    this.#number.addEventListener('click', () => this.#tap());
    this.#take = holdable(this.#number, {
      take: () => {
        if (this.#isClosed) return false;
        this.#from = this.#position;
        this.#hasMoved = false;
        return true;
      },
      pull: (pixels) => this.#pull(pixels),
      drop: (isMeant) => this.#drop(isMeant),
    });
    experiment.addEventListener(OUTCOME, (event) => {
      const { run } = (event as CustomEvent<OutcomeDetail>).detail;
      if (this.#from === undefined) this.#show(Number(run.settings[sets]));
    });
    this.#show();
    // Whoever comes near the number is about to move the experiment.
    const detail: ProposeDetail = { settings: {} };
    experiment.dispatchEvent(new CustomEvent(PROPOSE, { detail }));
  }

  /** Takes what happened while this code was on its way. */
  replay(event: Event): void {
    if (event.type === 'pointerdown') this.#take(event as PointerEvent);
    if (event.type === 'keydown') this.#key(event as KeyboardEvent);
    if (event.type === 'click') this.#tap();
  }

  /** A press that has not pulled it opens the field, so that a phone shows its keys. */
  #tap(): void {
    if (!this.#isClosed && !this.#hasMoved) this.#typed.open();
  }

  /** A setting that no slider sets is drawn while it is dragged, too. */
  #unseenSlider(form: HTMLFormElement, name: string): HTMLInputElement {
    const slider = document.createElement('input');
    slider.type = 'range';
    slider.max = String(this.#last);
    slider.hidden = true;
    slider.dataset['slides'] = name;
    form.append(slider);
    return slider;
  }

  /** A field beside the number, in its place while somebody types. */
  #typing(): TypedNumber {
    const field = document.createElement('input');
    Object.assign(field, { hidden: true, inputMode: 'decimal', autocomplete: 'off' });
    field.ariaLabel = this.#number.ariaLabel;
    this.#number.after(field);
    return new TypedNumber(field, {
      value: () => Number(this.#field.value),
      read: (text) => {
        const value = Number(text.replace(',', '.'));
        const isRead = text.trim() !== '' && Number.isFinite(value);
        if (!isRead) return undefined;
        const at = positionOf(this.#param, fromOwnUnit(value, this.#param));
        return inOwnUnit(valueAt(this.#param, at), this.#param);
      },
      put: (value) => this.#put(positionOf(this.#param, fromOwnUnit(value, this.#param))),
      settle: () => this.#settle(),
      // The experiment reads it as it reads its own field, and says what it cannot have.
      type: (text) => {
        this.#at = undefined;
        this.#field.value = text.trim().replace(',', '.');
        this.#field.dispatchEvent(new Event('change', { bubbles: true }));
        this.#show();
      },
      focus: () => {
        field.hidden = true;
        this.#number.focus({ preventScroll: true });
      },
    });
  }

  /** A link has locked or hidden what is set here. */
  get #isClosed(): boolean {
    return this.#field.disabled || this.#field.closest('[data-param][hidden]') !== null;
  }

  get #value(): number {
    if (this.#at !== undefined) return valueAt(this.#param, this.#at);
    return fromOwnUnit(Number(this.#field.value), this.#param);
  }

  get #position(): number {
    return this.#at ?? positionOf(this.#param, this.#value);
  }

  #pull(pixels: number): void {
    if (this.#from === undefined) return;
    this.#hasMoved ||= Math.abs(pixels) > SLIP;
    const stop = Math.max(STOP, FROM_END_TO_END / this.#last);
    const to = this.#within(this.#from + Math.round(pixels / stop));
    if (to !== this.#position) this.#put(to);
  }

  /** One settlement a drag; one that the browser takes away leaves all as it was. */
  #drop(isMeant: boolean): void {
    const from = this.#from;
    this.#from = undefined;
    if (from === undefined) return;
    if (this.#position === from) this.#at = undefined;
    else {
      if (!isMeant) this.#put(from);
      this.#settle();
    }
  }

  #key(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) {
      // Undo and the like are the experiment's.
      const same = new KeyboardEvent(event.type, event);
      if (!this.#experiment.dispatchEvent(same)) event.preventDefault();
      return;
    }
    if (!this.#isClosed && this.#typed.key(event)) return;
    const [at, last] = [this.#position, this.#last];
    const far = Math.min(10, Math.max(1, Math.round(last / 10)));
    const places: Readonly<Record<string, number>> = {
      ArrowRight: at + 1,
      ArrowUp: at + 1,
      ArrowLeft: at - 1,
      ArrowDown: at - 1,
      PageUp: at + far,
      PageDown: at - far,
      Home: 0,
      End: last,
    };
    const to = places[event.key];
    if (to === undefined) return;
    event.preventDefault();
    if (this.#isClosed || this.#within(to) === at) return;
    this.#put(this.#within(to));
    this.#settle();
  }

  #within(position: number): number {
    return Math.min(Math.max(position, 0), this.#last);
  }

  /**
   * As under the reader's hand: drawn, and not counted yet. An experiment that still sleeps takes what stands in its form when
   * it wakes: a number on its way does not stand there.
   */
  #put(position: number): void {
    this.#at = position;
    const before = this.#slider.value;
    this.#slider.value = String(position);
    this.#slider.dispatchEvent(new Event('input', { bubbles: true }));
    const isFollowed = this.#field.value === this.#written(position);
    if (!isFollowed) this.#slider.value = before;
    this.#show();
  }

  #settle(): void {
    const position = this.#position;
    this.#at = undefined;
    this.#slider.value = String(position);
    this.#field.value = this.#written(position);
    this.#slider.dispatchEvent(new Event('change', { bubbles: true }));
    this.#show();
  }

  #written(position: number): string {
    return String(inOwnUnit(valueAt(this.#param, position), this.#param));
  }

  #show(value = this.#value): void {
    const text = draggedText(this.#param, value);
    this.#number.textContent = text;
    this.#number.ariaValueNow = String(inOwnUnit(value, this.#param));
    this.#number.ariaValueText = text;
    if (this.#isClosed) this.#number.ariaDisabled = 'true';
  }
}
