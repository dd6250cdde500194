/** What a run found, as it is kept for the picture of an answer. */

/** In six figures, more than any picture shows. */
export const asFound = (value: number | null): number | null =>
  value === null ? null : Number(value.toPrecision(6));
