/** How much there is of everything, apart from the table of settings: a worker needs no more. */

/** The pad: two cells across and down for each pixel that the network sees. */
export const PAD = { columns: 28, rows: 28, levels: 6 };
/** Hidden units of the whole network. */
export const WHOLE = 32;
/** Digits of each kind that are seen; a phone has room for the first two. */
export const EACH = 4;
/** A seven in two plain strokes, by our own hand: what is on the pad until the reader draws. */
export const SEVEN =
  'a118c15a12cf15ca11cf15ca12c12f2ea24ef2ca23bf2ea24df2ca23bf3a24df2ca23bf3a24df2da24f3ba23cf2da24f3ba23cf2da24ef2ba23cf2ea24ef2ba23cf2ea24cf2ca25c2';
