/** What can be set: the table stands in `shared/`, because other experiments name runs of this one. */
export { shiftParams as params, type ShiftSettings } from '../../shared/digits/shift.ts';
