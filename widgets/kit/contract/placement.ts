/** What an author writes where an experiment is placed in a lesson. */
import type { AnySettings } from './params.ts';

export interface Placed {
  /** Unique in the book and permanent: links and answers refer to it. */
  id: string;
  title?: string;
  /** The question that the experiment answers, in one sentence. */
  question: string;
  /** Only what differs from the widget's defaults. */
  settings?: AnySettings;
  /** The id of the prediction whose answer this experiment's first state would give away. */
  veil?: string;
  /** The id of the prediction that further controls and later marks wait for; what the first state shows gives nothing away. */
  ladder?: string;
  /**
   * What waits for a prediction of its own, further on: a setting, with what moves it in the figure, or a step of the figure
   * or columns of the table, by their name; each with the id of the prediction.
   */
  after?: Readonly<Record<string, string>>;
  /** Settings that have no control here: they stay as `settings` has them, and no situation that sets one is offered. Where no first control is left, further ones stand in its place. */
  fixed?: readonly string[];
  /** Stands in the flow of the text, as a figure and a sentence; with the name of a setting, that one control below them. */
  inline?: boolean | string;
}
