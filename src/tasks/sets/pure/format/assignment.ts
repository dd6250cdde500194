/** What an assignment is to a student’s page and to a grader. Nothing here says what is right. */
import type { AnySettings } from '../../../../../widgets/kit/contract/params.ts';
import type { ShownMeasure } from '../../../judge/shown-measure.ts';

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

/** A number is typed. */
export interface NumberItem extends ItemHead {
  readonly kind: 'number';
  readonly unit?: string | undefined;
  /** Earlier numbers that go on in this one, by the name that they have here: the student’s own, right or wrong. */
  readonly carried?: Readonly<Record<string, string>> | undefined;
}

/** Options are picked: one, or all that are true. */
export interface ChoiceItem extends ItemHead {
  readonly kind: 'choice';
  readonly many: boolean;
  readonly options: readonly string[];
  /** They stand in this order for everybody. */
  readonly ordered?: true | undefined;
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

/** An experiment is brought to a goal. */
export interface ReachItem extends ItemHead, OnExperiment {
  readonly kind: 'reach';
  readonly goal: Readonly<Record<string, Readonly<Partial<Record<Bound, Written | undefined>>>>>;
}

/** Each entry of one list is given one of another. */
export interface MatchItem extends ItemHead {
  readonly kind: 'match';
  readonly left: readonly string[];
  readonly right: readonly string[];
}

/** Bad ones are found among good ones, in an experiment’s figure or in a table of numbers: both count the same. */
export interface ChallengeItem extends ItemHead {
  readonly kind: 'challenge';
  /** The experiment’s id on the page, all settings that it starts with, and the one that holds what was marked. */
  readonly instance: string;
  readonly start: Readonly<Record<string, Written>>;
  readonly marks: string;
  /** How many are shown, and how many to a row. */
  readonly places: number;
  readonly columns: number;
  /** The shares that must be reached. */
  readonly precision: number;
  readonly recall: number;
}

/** Something is claimed in a sentence or a few, which cite runs. */
export interface ClaimItem extends ItemHead, OnExperiment {
  readonly kind: 'claim';
  /** The measures that it may speak of, and how they are shown. */
  readonly measures: Readonly<Record<string, ShownMeasure>>;
  /** How settings are called. */
  readonly settings: Readonly<Record<string, SettingName>>;
  /** How many runs it cites at least. */
  readonly least: number;
  /** How many characters it has at most. */
  readonly longest: number;
}

/** A sentence or a few words are written. */
export interface TextItem extends ItemHead {
  readonly kind: 'text';
  /** How many characters it has at most. */
  readonly longest: number;
}

/** How a setting is called: its label, its unit, and its values where they are words. */
export interface SettingName {
  readonly label: string;
  readonly unit?: string | undefined;
  readonly names?: Readonly<Record<string, string>> | undefined;
}

/** A function is written. */
export interface CodeItem extends ItemHead {
  readonly kind: 'code';
  /** What the function is called. */
  readonly entry: string;
  /** Calls that the student sees, each with what it should give: the same in every variant, or by the variant’s seed. */
  readonly shown: readonly {
    readonly call: string;
    readonly gives: string | Readonly<Record<string, string>>;
  }[];
  /** How many more there are. */
  readonly hidden: number;
  readonly near: Tolerance;
}

/** Data are taken away as a file, and numbers come back, with the script that found them. */
export interface OutsideItem extends ItemHead {
  readonly kind: 'outside';
  /** What the file is called, its columns, and the program that makes its rows. */
  readonly data: {
    readonly file: string;
    readonly columns: readonly string[];
    readonly rows: string;
  };
  readonly asks: readonly {
    readonly id: string;
    readonly label: string;
    readonly unit?: string | undefined;
  }[];
}

export type Item =
  | NumberItem
  | ChoiceItem
  | ReachItem
  | MatchItem
  | ChallengeItem
  | ClaimItem
  | CodeItem
  | TextItem
  | OutsideItem;

/** One assignment. */
export interface Assignment {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly book: string;
  readonly edition: string;
  /** What mixes a student’s number, so that another course draws otherwise. */
  readonly salt: string;
  /** Told and not enforced: a clock on a student’s machine proves nothing. */
  readonly due?: string | undefined;
  readonly items: readonly Item[];
  /** Names the content: of two assignments that ask the same it is the same. */
  readonly hash: string;
}

/** What is right, for one item. */
export type ItemKey =
  | NumberItemKey
  | ChoiceItemKey
  | ReachItemKey
  | MatchItemKey
  | ChallengeItemKey
  | ClaimItemKey
  | CodeItemKey
  | TextItemKey
  | OutsideItemKey;

interface KeyHead {
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

export interface NumberItemKey extends KeyHead {
  readonly kind: 'number';
  readonly tolerance: Tolerance;
  readonly wrong: readonly KnownWrong[];
  /** By the variant’s seed; none where earlier answers go on in this one. */
  readonly answers: Readonly<Record<string, Numbers>>;
  /** What is right, and each known wrong answer by its id, as formulas over what is drawn and what is carried. */
  readonly carried?:
    { readonly right: Written; readonly wrong: Readonly<Record<string, Written>> } | undefined;
}

/** What is right, and each known wrong number by its id. */
export interface Numbers {
  readonly right: number;
  readonly wrong: Readonly<Record<string, number>>;
}

export interface ChoiceItemKey extends KeyHead {
  readonly kind: 'choice';
  readonly wrong: readonly KnownWrong[];
  /** By the variant’s seed: the options that are right. */
  readonly answers: Readonly<Record<string, readonly string[]>>;
}

export interface ReachItemKey extends KeyHead {
  readonly kind: 'reach';
  /** By the variant’s seed: settings that meet the goal on every seed that was tried. */
  readonly answers: Readonly<Record<string, AnySettings>>;
}

export interface MatchItemKey extends KeyHead {
  readonly kind: 'match';
  readonly wrong: readonly (KnownWrong & { readonly left: string; readonly right: string })[];
  /** What is said to each on the left that has another entry than a known one. */
  readonly otherwise: Readonly<Record<string, string>>;
  /** By the variant’s seed: the right entry of each on the left. */
  readonly answers: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export interface ChallengeItemKey extends KeyHead {
  readonly kind: 'challenge';
  readonly wrong: readonly KnownWrong[];
  /** By the variant’s seed: the numbers of the bad ones, from 1, in both ways. */
  readonly answers: Readonly<
    Record<string, { readonly images: readonly number[]; readonly table: readonly number[] }>
  >;
}

/** What somebody who reads an answer gives points for. */
export interface RubricPoint {
  readonly id: string;
  readonly text: string;
  readonly points: number;
  /** The grader gives it itself, where every number belongs to a run that comes out as cited; whoever reads may take it back. */
  readonly numbers?: boolean | undefined;
}

/** What decides a short text: words that must all be there, of which one must, of which none may. */
export interface TextRule {
  readonly id: string;
  /** A formula: in variants where it is not 1 there is no such rule. */
  readonly when?: string | undefined;
  readonly all: readonly string[];
  readonly any: readonly string[];
  readonly none: readonly string[];
  readonly credit: number;
  readonly feedback: string;
}

export interface TextItemKey extends KeyHead {
  readonly kind: 'text';
  readonly rules: readonly TextRule[];
  readonly wrong: readonly KnownWrong[];
  /** By the variant’s seed: a text that each of its rules decides, by the rule’s id. */
  readonly answers: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export interface ClaimItemKey extends KeyHead {
  readonly kind: 'claim';
  readonly rubric: readonly RubricPoint[];
  /** What whoever reads may say to a known wrong claim. */
  readonly wrong: readonly KnownWrong[];
  /** By the variant’s seed: a claim that holds, and the runs that it cites. */
  readonly answers: Readonly<
    Record<string, { readonly text: string; readonly runs: readonly AnySettings[] }>
  >;
}

/** Programs: the grader runs the student’s and the key’s own on the same cases. */
export interface CodeItemKey extends KeyHead {
  readonly kind: 'code';
  readonly solve: string;
  readonly given: string;
  readonly hidden: readonly { readonly call: string; readonly times: number }[];
  readonly wrong: readonly (KnownWrong & { readonly code: string })[];
}

export interface OutsideItemKey extends KeyHead {
  readonly kind: 'outside';
  readonly solve: string;
  /** What whoever reads the script gives points for; the other points go to the numbers. */
  readonly rubric: readonly RubricPoint[];
  readonly wrong: readonly KnownWrong[];
  readonly tolerances: Readonly<Record<string, Tolerance>>;
  /** By the variant’s seed: each number by its id, and what each known wrong way gives. */
  readonly answers: Readonly<
    Record<
      string,
      {
        readonly right: Readonly<Record<string, number>>;
        readonly wrong: Readonly<Record<string, Readonly<Record<string, number>>>>;
      }
    >
  >;
}

/** The key of an assignment: a file of the instructor’s. */
export interface Key {
  readonly format: 1;
  readonly kind: 'key';
  /** Whose key it is; the grader compares. */
  readonly assignment: Assignment;
  readonly items: Readonly<Record<string, ItemKey>>;
}
