/** How an author names the runs that several answers of one prediction compare. */
import { id, settings, text } from '../../../practice/author/fields.ts';

/** An option or an item that stands for a run, a measure, or both: what is left out is the prediction's own. */
export const ofRun = {
  id,
  text,
  measure: text.optional(),
  when: settings.optional(),
};

/** One answer of several, by the run and the measure that it stands for. */
export interface OfRun {
  readonly id: string;
  readonly measure?: string | undefined;
  readonly when?: Readonly<Record<string, string | number>> | undefined;
}
