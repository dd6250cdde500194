/** What an author says of a timeline: a run has moments, and the page can play them. */

/** Moments that are computed from the outcome: `draw` is given one of them as `view.moment`. */
export interface Moments<Outcome> {
  readonly kind: 'moments';
  /** How many an outcome has; fewer than two are no timeline. The last is what stands on paper. */
  readonly count: (outcome: Outcome) => number;
  /** A moment in words, from 0 on: `0.4 s`. */
  readonly label: (outcome: Outcome, moment: number) => string;
  /** How long it takes to play all of them, in seconds. */
  readonly seconds: (outcome: Outcome) => number;
  /** The drawing knows places between two moments, too: it is played by fractions and glides. */
  readonly glides?: boolean;
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

export type Timeline<Outcome> = Moments<Outcome> | Stages<Outcome>;
