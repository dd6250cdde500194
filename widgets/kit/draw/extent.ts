/** Extents of axes that are kept from run to run, or hold two runs. */

/** The least and the greatest value on an axis. */
export type Extent = readonly [low: number, high: number];

/** Extents of axes by their names. */
export type Extents = Readonly<Record<string, Extent>>;

/** The extent that holds two. */
function union(one: Extent, other: Extent): Extent {
  return [Math.min(one[0], other[0]), Math.max(one[1], other[1])];
}

/** A run that takes less than this of an axis, kept or shared with another run, could not be read. */
const LEAST_SHARE = 1 / 10;

/**
 * The extent to draw: the kept one while the values fit in it and take at least a tenth of it, else the fresh one. On a
 * logarithmic axis the share is that of its length.
 */
export function keptExtent(
  values: Extent,
  fresh: Extent,
  kept: Extent | undefined,
  isLog = false,
): Extent {
  if (!kept || values[0] < kept[0] || values[1] > kept[1]) return fresh;
  const length = ([low, high]: Extent): number => (isLog ? Math.log(high / low) : high - low);
  return length(values) >= LEAST_SHARE * length(kept) ? kept : fresh;
}

/** The extent that shows a run and the one drawn behind it; the run's own where it would be lost in theirs, or is alone. */
export function extentBeside(values: Extent, behind: Extent | undefined): Extent {
  if (!behind) return values;
  const both = union(values, behind);
  return values[1] - values[0] >= LEAST_SHARE * (both[1] - both[0]) ? both : values;
}
