/** A line of numbers below a typed prediction: the guess on it and, once a run has answered, the truth. */
import { plain } from '../../../../../../widgets/kit/draw/format.ts';
import { markup, svg, type Markup } from '../../../../../../widgets/kit/draw/markup.ts';
import { setMarkup } from '../../../../../../widgets/run/page/trusted-types.ts';
import { readNumber } from '../../../../judge/read-number.ts';
import { asSaid, inShownUnit, type ShownMeasure } from '../../../../judge/shown-measure.ts';
import type { Scale } from '../../judge/scale.ts';
import { ANSWERS } from '#words/src/tasks/kinds/prediction/words';

/** A value, and how it is written. */
interface Mark {
  readonly value: number;
  readonly words: string;
}
/** Where the marks stand: above and below the line, at `LINE` from the top, in pixels. */
const LINE = 26;
/** An axis whose ends lie so many times apart goes by factors. */
const FACTORS = 1000;

/** What was typed, as a value in this unit; nothing where it was skipped. */
export function guessOf(guess: unknown, unit: string | undefined): Mark | undefined {
  if (typeof guess !== 'string') return undefined;
  const read = readNumber(guess, unit);
  return 'value' in read ? { value: read.value, words: asSaid(read.value, unit) } : undefined;
}

/** Draws what was typed into a row and what was found, in its unit, behind that row; `isNew` lets the truth come. */
export function drawNumber(
  row: Element,
  scale: Scale & { readonly shown: ShownMeasure },
  { guess, found }: { readonly guess: unknown; readonly found: number | null | undefined },
  isNew: boolean,
): void {
  const mine = guessOf(guess, scale.unit);
  const isFound = typeof found === 'number';
  if (!mine && !isFound) return;
  drawLine(
    row,
    scale,
    {
      guess: mine && { ...mine, words: ANSWERS.mine(mine.words) },
      truth: isFound
        ? { value: found, words: ANSWERS.truth(inShownUnit(found, scale.shown)) }
        : undefined,
    },
    isNew,
  );
}

interface Marks {
  readonly guess: Mark | undefined;
  readonly truth: Mark | undefined;
}

function drawLine(row: Element, scale: Scale, marks: Marks, isNew: boolean): void {
  const before = row.nextElementSibling;
  const isThere = before?.matches('.answer-line') ?? false;
  const line = isThere && before ? before : document.createElement('div');
  if (!isThere) row.after(line);
  line.className = 'answer-line figure';
  // The sentence below it says both.
  line.ariaHidden = 'true';
  line.toggleAttribute('data-new', isNew && marks.truth !== undefined);
  setMarkup(line, drawing(scale, marks));
}

function drawing(scale: Scale, { guess, truth }: Marks): Markup {
  const values = [guess, truth].flatMap((mark) => (mark ? [mark.value] : []));
  const from = Math.min(scale.min ?? 0, ...values);
  const to = Math.max(scale.max ?? 0, ...values) || 1;
  const at = shareOver(from, to);
  const gap =
    guess &&
    truth &&
    svg`<line class="answer-gap" x1="${at(guess.value)}%" x2="${at(truth.value)}%" y1="${LINE}" y2="${LINE}"/>`;
  return markup`<span>${plain(from)}</span><svg height="52"><line class="answer-axis" x2="100%" y1="${LINE}" y2="${LINE}"/>${truth && svg`<g data-part="truth">${gap}<circle class="run-fill" cx="${at(truth.value)}%" cy="${LINE}" r="5"/>${words(truth, at(truth.value), LINE + 22)}</g>`}${guess && svg`<g data-part="guess"><circle class="answer-guess" cx="${at(guess.value)}%" cy="${LINE}" r="9"/>${words(guess, at(guess.value), LINE - 14)}</g>`}</svg><span>${plain(to)}</span>`;
}

/** Where a value lies, in per cent of the line. */
function shareOver(from: number, to: number): (value: number) => number {
  const bend = from > 0 && to / from >= FACTORS ? Math.log : (value: number): number => value;
  const width = bend(to) - bend(from) || 1;
  return (value) => (100 * (bend(value) - bend(from))) / width;
}

/** Near an end of the line the words turn inward. */
function words({ words: text }: Mark, at: number, y: number): Markup {
  const anchor = at < 25 ? 'start' : at > 75 ? 'end' : 'middle';
  const aside = anchor === 'start' ? -6 : anchor === 'end' ? 6 : 0;
  return svg`<text x="${at}%" dx="${aside}" y="${y}" text-anchor="${anchor}">${text}</text>`;
}
