/** What notes, overview and paper need of a lecture. Types only. */
import type { Step } from '../pure/steps.ts';
import type { Does } from './keys.ts';
import type { Outline } from './outline.ts';

export interface LectureView {
  readonly title: string;
  readonly outline: Outline;
  readonly steps: readonly Step[];
  /** The ids of what is left out. */
  readonly without: readonly string[];
  /** The steps that are not. */
  readonly kept: readonly Step[];
  /** Where the lecture stands among those. */
  readonly place: number;
  readonly step: Step;
  /** The length that is chosen, 0 being the whole lesson; nothing where steps were left out by hand. */
  readonly pressed: number | undefined;
  /** What the lecturer’s notes say of a step. */
  noted(step: Step): readonly HTMLElement[];
  /** An address that opens the lecture at a step. */
  link(step: string): string;
  goTo(step: string): void;
  /** From now on it takes so many minutes at most, or as many as the lesson has. */
  cutTo(minutes: number | undefined): void;
  /** Leaves a step out, or keeps it again. */
  flip(id: string): void;
  /** For another class: nothing is left of the votes and the clock. */
  anew(): void;
  does(does: Does): void;
}
