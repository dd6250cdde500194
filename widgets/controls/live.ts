/** What a kind of control does on the page: between the reader's hand and the text that counts. */
import type { TextParam } from '../kit/contract/params.ts';
import type { Markup } from '../kit/draw/markup.ts';

/** What a surface is given of the page. */
export interface SurfaceHost<P extends TextParam = TextParam> {
  /** The element that the kind's own markup stands in. */
  readonly place: HTMLElement;
  readonly param: P;
  /** Holds the text that counts; disabled while a link has locked it. */
  readonly field: HTMLInputElement | HTMLTextAreaElement;
  /** The one door through which markup enters the page. */
  readonly setMarkup: (element: Element, markup: Markup) => void;
  /** The value moves under the reader's hand: it is drawn, and counts for nothing. */
  readonly drag: (text: string) => void;
  /** The reader has let go: one step of undo. */
  readonly settle: (text: string) => void;
}

/** A control that is awake. */
export interface LiveSurface {
  /** Takes over what the field says, and whether it may be changed. */
  readonly show: () => void;
}

/** Wakes a control: what its folder exports as `surface`. */
export type WakeSurface<P extends TextParam = TextParam> = (host: SurfaceHost<P>) => LiveSurface;
