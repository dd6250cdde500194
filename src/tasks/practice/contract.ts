/** What a kind of question fulfils for the build, and what the build hands to it. Types only. */
import type { z } from 'astro/zod';
import type { AnySettings } from '../../../widgets/kit/contract/params.ts';
import type { AnyWidget } from '../../../widgets/kit/contract/widget.ts';
import type { Markup } from '../../../widgets/kit/draw/markup.ts';
import type { Instance, PlacedQuestion } from './author/placements.ts';

/** What an author writes of every question; each kind adds its own fields. */
export interface Question {
  readonly id: string;
  readonly version: number;
  readonly kind: string;
  readonly core: boolean;
  /** What it asks about, by its name in the chapter's table. */
  readonly idea?: string | undefined;
  /** `false`: it speaks of what stands beside it in its lesson. */
  readonly alone?: false | undefined;
  readonly objective: string;
  readonly minutes: number;
  readonly points: number;
  readonly prompt: string;
  readonly hints: readonly string[];
  readonly solution?: string | undefined;
}

/** What every question sends to its page: no text of its solution. */
export interface PageHead {
  readonly id: string;
  readonly version: number;
  readonly lesson: string;
  readonly hints: number;
  readonly hasSolution: boolean;
  readonly kind: string;
  /** Which form of its kind, where a kind has several. */
  readonly form?: string;
}

/** One kind of question. Methods, not function properties: so one table holds kinds whose questions differ. */
export interface QuestionKind<Q extends Question = Question, D extends PageHead = PageHead> {
  /** What an author may write. */
  readonly schema: z.ZodType<Q>;
  /** A prediction is asked before its experiment shows: it is not numbered, not graded, and may lift a veil. */
  readonly role: 'graded' | 'prediction';
  /** What single answers are told, and the misconceptions that they betray. */
  known?(question: Q): readonly KnownAnswer[];
  /** The question's faults, each with what to do; none when it holds. */
  prove(loaded: BookQuestion<Q>, context: ProofContext): Faults | Promise<Faults>;
  /** How the answer is computed where a run gives it; nothing where the author does. */
  computed?(question: Q): ((context: ProofContext) => Promise<number>) | undefined;
  /** What is right, as lines of Markdown for an answer key; `answer` as below. Absent: only a run can say. */
  key?(loaded: BookQuestion<Q>, context: BookContext, answer: number): readonly string[];
  /** The numbers of runs that answer it, for an answer key: EXPERIMENT.MEASURE, and settings that differ from the start. */
  answers?(question: Q): readonly { readonly of: string; readonly when: AnySettings }[];
  /** The number that it asks for, where it asks for one: a class may choose among five instead. */
  guessed?(question: Q, answer: number): Guessed | undefined;
  /** What the page needs in order to check and to say; `answer` is the computed one, `NaN` where there is none. */
  pageData(loaded: BookQuestion<Q>, context: BookContext, answer: number): Omit<D, keyof PageHead>;
  /** The field, and the buttons beside hint and solution where one to check with is not enough. */
  markup(data: D, question: Q): AnswerMarkup | Promise<AnswerMarkup>;
}

/** How far apart answers are that count as different, which are known to be wrong, and on which sides of the right one, where a run gives that. */
export interface Scaled {
  readonly near: number;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly sides?: readonly ('low' | 'high')[];
}

/** A number that is asked for, in the unit in which it is: with what is right, unless `answers` names the run that says it. */
export type Guessed =
  Scaled | (Scaled & { readonly right: number; readonly wrong: readonly number[] });

/** Every kind by its name. */
export type Kinds = Readonly<Record<string, QuestionKind>>;

/** An answer, or an option, that its author has something to say about. */
export interface KnownAnswer {
  readonly id: string;
  readonly feedback?: string | undefined;
  readonly misconception?: string | undefined;
}

/** How an answer is entered, as server HTML. */
export interface AnswerMarkup {
  readonly field: Markup;
  readonly buttons?: Markup;
  /** How long what is said to it may become, in characters: so much room is kept, and nothing after it moves. */
  readonly room?: number;
}

/** Sentences for an author. */
export type Faults = readonly string[];

/** A question with its place in the book. */
export interface BookQuestion<Q extends Question = Question> {
  readonly question: Q;
  readonly kind: QuestionKind;
  /** The lesson's file name without its ending: `01-name`. */
  readonly lesson: string;
  /** The YAML file, from the book's root, and the line on which the question begins. */
  readonly file: string;
  readonly line: number;
  /** 1, 2, 3 … within the lesson; predictions are not numbered. */
  readonly number: number | undefined;
  /** The first 16 hexadecimal digits of SHA-256 over the question's content. */
  readonly hash: string;
}

/** A lesson, as far as its questions and experiments go. */
export interface LessonSource {
  readonly id: string;
  readonly file: string;
  /** The experiments that the front matter names; nothing without a front matter. */
  readonly named: readonly unknown[] | undefined;
  readonly instances: readonly Instance[];
  readonly placed: readonly PlacedQuestion[];
}

/** What the questions of one chapter ask about. */
export interface ChapterIdeas {
  /** `content/<chapter>/ideas.yaml` */
  readonly file: string;
  /** Those to `review` may be brought back later. */
  readonly ideas: readonly {
    readonly id: string;
    readonly phrase: string;
    readonly review: boolean;
  }[];
}

/** All lessons and all questions. */
export interface Book {
  readonly lessons: readonly LessonSource[];
  readonly questions: readonly BookQuestion[];
  readonly ideas: readonly ChapterIdeas[];
}

/** Every widget by its tag. */
export type Widgets = Readonly<Record<string, AnyWidget>>;

/** What surrounds a question. */
export interface BookContext {
  readonly book: Book;
  readonly widgets: Widgets;
}

/** The same for a proof; `run` gives a widget's last outcomes at a list of full settings, in its order. */
export interface ProofContext extends BookContext {
  readonly run: (widget: AnyWidget, list: readonly AnySettings[]) => Promise<readonly unknown[]>;
  /** Whether every draw is made, even where the first have settled it: for releases. */
  readonly isThorough?: boolean;
}
