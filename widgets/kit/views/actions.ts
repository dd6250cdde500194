/** Buttons that follow from the state of a run: what can be done next, and what cannot, with its reason. */
import type { AnySettings } from '../contract/params.ts';

interface AnyAction {
  /** Its permanent name, unique among those of the moment. */
  readonly id: string;
  /** What the button says. */
  readonly label: string;
}

/** Something that can be done now. */
export interface OpenAction extends AnyAction {
  /** The settings that it changes. */
  readonly next: AnySettings;
  /** What is said when it is done; absent: its label. */
  readonly says?: string;
  /** A decision that is final within this run: undo does not lead behind it. */
  readonly isFinal?: boolean;
}

/** Something that cannot be done now. */
export interface ClosedAction extends AnyAction {
  /** Why, as a sentence. */
  readonly why: string;
}

export type Action = OpenAction | ClosedAction;
