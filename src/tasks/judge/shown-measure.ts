/** Values of experiments as a reader sees them. */
import { plain, quantity, withUnit } from '../../../widgets/kit/draw/format.ts';

/** How a measure is shown and asked for: shares in per cent, everything else as it is. */
export interface ShownMeasure {
  readonly label: string;
  readonly unit: string | undefined;
  readonly digits: number;
  /** Significant figures, where it is rounded to so many. */
  readonly figures?: number | undefined;
  /** What is said for 0 and for 1, of what holds or does not. */
  readonly says?: readonly [string, string] | undefined;
  /** What a cited value is multiplied by to be shown. */
  readonly scale: number;
}

/** A cited value as the reader sees it: a share in per cent. */
export function inShown(value: number, { scale, says, ...how }: ShownMeasure): string {
  return says?.[value] ?? quantity(value * scale, how);
}

/** A value that is in the shown unit already. */
export function inShownUnit(value: number, { digits, unit, figures }: ShownMeasure): string {
  return quantity(value, { digits, unit, figures });
}

/** A reader's own number, or an author's, in as many figures as matter. */
export function asSaid(value: number, unit: string | undefined): string {
  return withUnit(plain(value), unit);
}
