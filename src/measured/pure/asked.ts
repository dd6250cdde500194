/** What the report knows of the book's predictions: the build writes it into the page. Types only. */

/** How a number is written, and the ends of the line on which it was guessed. */
export interface Line {
  readonly min: number;
  readonly max: number;
  readonly unit?: string | undefined;
  readonly digits: number;
  readonly figures?: number | undefined;
}

/** One number or several, each with its line; `label` where there are several. */
export interface AskedNumbers {
  readonly form: 'numbers';
  readonly lines: readonly (Line & { readonly label?: string | undefined })[];
}

/** A line that was drawn over these values of a setting. */
export interface AskedCurve {
  readonly form: 'curve';
  readonly line: Line;
  readonly over: readonly number[];
}

/** One option of so many; which one is right, the build has proved for several seeds. */
export interface AskedChoice {
  readonly form: 'choice';
  readonly right: string;
  readonly of: number;
}

/** Items in the order that the build has proved. */
export interface AskedOrder {
  readonly form: 'order';
  readonly order: readonly string[];
}

/** What one prediction asks for, in the version that stands in the book. */
export interface Asked {
  readonly question: string;
  readonly version: number;
  readonly what: AskedNumbers | AskedCurve | AskedChoice | AskedOrder;
}
