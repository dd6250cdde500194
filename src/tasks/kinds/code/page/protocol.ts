/** What the page and the worker that runs programs say to each other. Shapes only. */
import type { OutsideItem } from '../../outside/item.ts';
import type { Drawn, Tolerance } from '../../../sets/pure/format/head.ts';

/** A student’s program is to be run. */
export interface Asked {
  readonly source: string;
  readonly entry: string;
  /** Calls, and what each should give. */
  readonly cases: readonly { readonly call: string; readonly gives: string }[];
  readonly near: Tolerance;
}

export interface Answer {
  /** Why nothing could be called. */
  readonly problem?: string;
  readonly cases: readonly {
    readonly isRight: boolean;
    readonly said: string;
    readonly isFault: boolean;
  }[];
  readonly log: readonly string[];
  /** The line of the first fault; 0 where there is none. */
  readonly line: number;
}

/** The data of a variant are to be made. */
export interface AskedTable {
  readonly table: Pick<OutsideItem, 'id' | 'data'>;
  readonly values: Drawn;
  readonly seed: number;
}

/** The data as a file; nothing where they cannot be made. */
export type AnswerTable =
  { readonly file: string; readonly csv: string; readonly rows: number } | undefined;

/** What the worker is sent: the engine, compiled, and what it is asked. */
export interface Sent {
  readonly wasm: WebAssembly.Module;
  readonly asked: Asked | AskedTable;
}
