/** What ends a program early. */
import type { Value } from './values.ts';

/** What is written cannot be read. */
export class SyntaxFault extends Error {
  readonly line: number;

  constructor(message: string, line: number) {
    super(message);
    this.line = line;
  }
}

/** The program has thrown something, or met a fault that JavaScript would throw: it may be caught by the program itself. */
export class Thrown extends Error {
  readonly value: Value;
  readonly line: number;

  constructor(value: Value, line: number) {
    super();
    this.value = value;
    this.line = line;
  }
}

/** The program is stopped: nothing in it can catch this. */
export class Stopped extends Error {
  readonly line: number;

  constructor(message: string, line: number) {
    super(message);
    this.line = line;
  }
}
