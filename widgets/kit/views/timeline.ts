/** What an author says of a timeline: a run has moments, and the page can play them. */

import type { Drawing } from '../draw/drawing.ts';
import type { View } from '../contract/widget.ts';

/** How a moment before the last is shown, where that is code of its own. */
export interface Played<Outcome, S = never> {
  /** Draws the moment `view.moment`. */
  readonly draw: (settings: S, outcome: Outcome, view: View<S, Outcome>) => Drawing;
  /** The sentence in the takeaway's place. */
  readonly say: (settings: S, outcome: Outcome, moment: number) => string;
}

/** Moments that are computed from the outcome: `draw` is given one of them as `view.moment`. */
export interface Moments<Outcome, S = never> {
  readonly kind: 'moments';
  /** How many an outcome has; fewer than two are no timeline. The last is what stands on paper. */
  readonly count: (outcome: Outcome) => number;
  /** A moment in words, from 0 on: `0.4 s`. */
  readonly label: (outcome: Outcome, moment: number) => string;
  /** How long it takes to play all of them, in seconds. */
  readonly seconds: (outcome: Outcome) => number;
  /** What is said in place of a moment while an outcome has fewer than two: why there is nothing to play, and what to do. */
  readonly none?: string;
  /** The drawing knows places between two moments, too: it is played by fractions, and glides to the moment that its label and sentence tell of. */
  readonly glides?: boolean;
  /** Brings what draws and tells the moments before the last: fetched when a run is played. Absent: the widget's own `draw` does, and its sentence stays. */
  readonly played?: () => Promise<Played<Outcome, S>>;
}

/** The outcomes that a run has shown on its way, epoch after epoch: the page keeps those of the present run. */
export interface Stages<Outcome> {
  readonly kind: 'stages';
  /** A stage in words; of a training how many epochs are done, and how many there are. */
  readonly label: (outcome: Outcome) => string | Epochs;
}

/** How far a training is. */
export interface Epochs {
  readonly done: number;
  readonly planned: number;
}

export type Timeline<Outcome, S = never> = Moments<Outcome, S> | Stages<Outcome>;
