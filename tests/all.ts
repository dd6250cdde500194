/** Whether everything is asked for, as before a release: what goes over a few lessons or settings then goes over all. */
export const ALL = process.env['TEST_ALL'] === '1';
/** Seeds of runs that are slow, and of which each, or a mean with room around it, is to be as it should. */
export const SEEDS: readonly number[] = ALL ? [1, 2, 3, 4, 5] : [1, 2, 3];
