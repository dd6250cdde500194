/** What all kinds of items share, and their keys. */

/** What is drawn for a variant, by name; a list of values, each as likely. */
export type Draws = Readonly<Record<string, readonly (number | string)[]>>;

/** The values of one variant. */
export type Drawn = Readonly<Record<string, number | string>>;

/** A value as it is written: a text that begins with `=` is a formula over what is drawn. */
export type Written = number | string;

/** What every item has; each kind adds its own. */
export interface ItemHead {
  /** Permanent, and unique in the book. */
  readonly id: string;
  readonly version: number;
  readonly points: number;
  /** What answers it: what is typed or picked, runs, or both. */
  readonly by: 'answer' | 'runs' | 'both';
  /** What each hint costs, in points, in their order. */
  readonly hints: readonly number[];
  readonly draw: Draws;
  /** Further numbers of a variant: formulas over what is drawn, and over those before. */
  readonly derive: Readonly<Record<string, string>>;
  /** The variants, each proved by the build. Their order and number never change once a student has seen one. */
  readonly seeds: readonly number[];
  /** Those that nobody gets any more. */
  readonly withdrawn: readonly number[];
  /** The student is asked how sure they are. */
  readonly confidence?: true | undefined;
}

/** The names of bounds. */
export type Bound = 'atLeast' | 'atMost' | 'above' | 'below';

/** What an item says of the experiment whose runs it takes. */
export interface OnExperiment {
  /** The experiment’s id on the page, its widget and that widget’s version. */
  readonly instance: string;
  readonly widget: string;
  readonly widgetVersion: number;
  /** All settings that it starts with, as written. */
  readonly start: Readonly<Record<string, Written>>;
  readonly vary: readonly string[];
  /** How far a measure may lie from what it is and still count, by its name: what back ends differ by. */
  readonly band: Readonly<Record<string, number>>;
}

/** What every key has; each kind adds its own. */
export interface KeyHead {
  /** What it is about, in a phrase; keys of before have none, nor what is asked. */
  readonly objective?: string;
  /** What is asked, in Markdown, for whoever reads answers. */
  readonly prompt?: string;
  /** What options and places are called, by their ids. */
  readonly texts?: Readonly<Record<string, string>>;
  /** Why it is right, in Markdown. */
  readonly solution: string;
}

/** How far from the answer still counts. */
export interface Tolerance {
  readonly absolute?: number | undefined;
  readonly relative?: number | undefined;
}

/** A wrong answer that is known, and what it betrays. */
export interface KnownWrong {
  readonly id: string;
  readonly misconception: string;
  readonly feedback: string;
}

/** What somebody who reads an answer gives points for. */
export interface RubricPoint {
  readonly id: string;
  readonly text: string;
  readonly points: number;
  /** The grader gives it itself, where every number belongs to a run that comes out as cited; whoever reads may take it back. */
  readonly numbers?: boolean | undefined;
}

/** How a setting is called: its label, its unit, and its values where they are words. */
export interface SettingName {
  readonly label: string;
  readonly unit?: string | undefined;
  readonly names?: Readonly<Record<string, string>> | undefined;
}
