/** What a run yields. */
import type { TextName } from './params.ts';

/** How good the network was after so many steps: nats a character, on what was held out. */
export interface Seen {
  readonly step: number;
  readonly loss: number;
}

/** What was written, and where a name is found. */
export interface Written {
  readonly text: string;
  readonly is?: 'new' | 'learned' | 'held out' | undefined;
}

/** How the names that a model writes are found again, as shares. */
export interface Found {
  readonly learned: number;
  readonly heldOut: number;
}

export interface LanguageOutcome {
  readonly text: TextName;
  readonly curve: readonly Seen[];
  /** A few texts of this moment. */
  readonly written: readonly Written[];
  readonly weights: number;
  /** The loss of counting pairs of characters, and of counting up to five in a row. */
  readonly pairs: number;
  readonly counting: number;
  /** How many counts it keeps. */
  readonly counts: number;
  /** Of names alone. */
  readonly countingFound: Found | null;
  /** At the end alone. */
  readonly end: {
    readonly loss: number;
    /** With the count’s say in it. */
    readonly mixed: number;
    /** What fewer bits add to the loss. */
    readonly added: number;
    readonly found: Found | null;
  } | null;
  readonly steps: { readonly done: number; readonly planned: number };
}
