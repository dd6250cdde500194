/** What a form of prediction fulfils: for the build, on the page, and when its run has answered. Types only. */
import type { z } from 'astro/zod';
import type {
  OUTCOME,
  OutcomeDetail,
  ProposeDetail,
  SPREAD,
  SpreadDetail,
} from '../../../../widgets/kit/contract/border.ts';
import type { AnySettings } from '../../../../widgets/kit/contract/params.ts';
import type { AnyWidget } from '../../../../widgets/kit/contract/widget.ts';
import type { Markup } from '../../../../widgets/kit/draw/markup.ts';
import type { Runs } from '../../practice/author/context.ts';
import type { Faults, KnownAnswer, PageHead, Question, Scaled } from '../../practice/contract.ts';
import type { LockableField } from '../../fields/field.ts';
import type { NeededControls } from '../../practice/page/link-limits.ts';
import type { Found, GivenAnswer } from '../../storage/pure/work.ts';

/** What an author writes of every prediction. */
export interface Prediction extends Question {
  readonly form: string;
  readonly instance: string;
  readonly withholds: readonly string[];
  readonly when: AnySettings;
  readonly after: string;
}

/** What every prediction sends to its page. */
export interface PredictionData extends PageHead {
  readonly kind: 'prediction';
  readonly form: string;
  readonly instance: string;
  readonly when: AnySettings;
  /** All settings of the run that answers. */
  readonly expected: AnySettings;
  /** Names of the controls as the reader sees them. */
  readonly labels: Readonly<Record<string, string>>;
  readonly after: string;
}

/** A run that a prediction asks about: which of its measures, and what sets it apart from the prediction's settings. */
export interface Asked {
  readonly measure: string;
  /** As an author names it; nothing where the measure's own will do. */
  readonly unit?: string | undefined;
  readonly own?: AnySettings;
  /** A line over one setting, in place of one run. */
  readonly spread?: { readonly param: string; readonly values: readonly number[] };
}

/** The experiment on which a prediction is proved: `settings` are those of the run that answers. */
export interface ProofOn {
  readonly widget: AnyWidget;
  readonly settings: AnySettings;
  readonly runs: Runs;
}

/** A form as the build knows it. Methods, not function properties: so one table holds forms whose questions differ. */
export interface PredictionForm<
  Q extends Prediction = Prediction,
  D extends PredictionData = PredictionData,
> {
  /** What an author may write: an object with the form's name as `form`. */
  readonly schema: z.ZodObject & z.ZodType<Q>;
  asks(question: Q): readonly Asked[];
  /** What single answers are told when the run has answered, and the misconceptions that they betray. */
  known?(question: Q): readonly KnownAnswer[];
  /** How far apart its answers are, where one number is asked for. */
  guessed?(question: Q): Scaled;
  /** Its faults, besides those that every prediction may have. */
  prove(question: Q, prover: ProofOn): Faults | Promise<Faults>;
  data(question: Q, widget: AnyWidget): Omit<D, keyof PredictionData>;
  markup(data: D, question: Q): Markup | Promise<Markup>;
  /** About how many characters it takes to say what was predicted and what came; absent: those of two numbers. */
  room?(question: Q): number;
}

/** A form on the page: what its `page.ts` exports. */
export interface FormOnPage<D extends PredictionData = PredictionData> {
  /** Absent: what is typed or picked. `onChange` hears of the rest: a point drawn, an item moved. */
  field?(element: HTMLElement, data: D, onChange: () => void): LockableField;
  readonly answer: FormAnswers<D>;
}

/** What a run says to a prediction: `sentence` when it answers it, with what was found where its form has a picture; `why` when it should and has no value, `more` when another run is wanted. */
export type Comparison =
  | { readonly sentence: string; readonly found?: Found }
  | { readonly why: string }
  | { readonly more: true };

/** What an experiment tells when it has run. */
export type Told = CustomEvent<OutcomeDetail | SpreadDetail>;

/** How the run of one committed prediction is asked for and compared. */
export interface FormAnswer {
  /** The event that answers. */
  readonly by: typeof OUTCOME | typeof SPREAD;
  readonly needs: NeededControls;
  /** What to run now. */
  ask(guess: GivenAnswer): Pick<ProposeDetail, 'run' | 'spread' | 'prediction' | 'settings'>;
  /** What is shown beside the next run that fits, after a reload; nothing where nothing is. */
  shown?(guess: GivenAnswer): Pick<ProposeDetail, 'spread' | 'prediction'> | undefined;
  /** What an event says; nothing when it comes of other settings. */
  compare(guess: GivenAnswer, event: Told): Comparison | undefined;
  /**
   * Draws in the question what was committed and, once it is there, what the run found: in the panel that was drawn in, or on
   * a line of numbers. `isNew` when the reader waits for it.
   */
  draw?(question: HTMLElement, guess: GivenAnswer, found: Found | undefined, isNew: boolean): void;
  /** Which of the author's feedback texts an answer is told, once the run has found something; absent: those of what was picked. */
  about?(guess: GivenAnswer, found: Found | undefined): readonly string[];
  /** A sentence with what was committed. */
  kept(guess: GivenAnswer): string;
}

/** Makes the answer of a question; `textOf` gives the text of an option or an item. */
export type FormAnswers<D extends PredictionData = PredictionData> = (
  data: D,
  textOf: (id: string) => string,
) => FormAnswer;
