/**
 * In a package for a learning platform: which page it shows stands in the package itself, and what its address says behind the
 * `#` is nobody’s word for it. On the web and in the one file nothing stands there.
 */
import type { Assignment } from '../pure/format/assignment.ts';
import type { Asking } from './identity.ts';

/** What a package shows, as the one file writes it in an address; nothing where this is none. */
export const shownInPackage = (): string | undefined =>
  document.documentElement.dataset['packageShows'];

/** What says which set is shown, and what work comes. */
export const saidInAddress = (): string => shownInPackage() ?? location.hash;

/** Sent by an assignment, bubbling, when its work can be asked for. */
export const WORK_AWAKE = 'work-awake';
export interface WorkAwake {
  readonly asking: Asking;
  readonly read: () => Promise<Assignment>;
}
