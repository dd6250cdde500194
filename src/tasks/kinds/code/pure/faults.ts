/** What the engine or the compiler says of a program, as a sentence for the student, with the line. */
import { NOT_HERE, NO_SUCH_PLACE, RUNNING, SYNTAX } from '#words/src/tasks/kinds/code/pure/words';

/** Why something has no value: a sentence, and the line of the program. */
export interface Fault {
  readonly fault: string;
  readonly line: number;
  /** It was stopped, for it takes too long: nothing more is run. */
  readonly isStopped?: boolean;
}

export const isFault = (found: object): found is Fault => 'fault' in found;

/** Where something stands in a program; from 1, or 0 where that is not known. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Why a program cannot be read, in the words of who tried. */
export interface Misread extends Place {
  readonly says: string;
}

/** The first place of the student’s own in what was called when it broke. */
export function placeIn(stack: string, file: string): Place {
  const found = new RegExp(`${file}:(\\d+):(\\d+)`).exec(stack);
  return { line: Number(found?.[1] ?? 0), column: Number(found?.[2] ?? 0) };
}

/** What stands at a place. */
class Around {
  readonly #line: string;
  readonly #column: number;

  constructor(source: string, { line, column }: Place) {
    this.#line = source.split('\n')[line - 1] ?? '';
    this.#column = Math.max(0, column - 1);
  }

  get rest(): string {
    return this.#line.slice(this.#column);
  }

  /** The name that is called at the place, or before the bracket after it. */
  get called(): string {
    const before = /[\w$.]*$/.exec(this.#line.slice(0, this.#column))?.[0] ?? '';
    return /^[^\w$]*?((?:\.?[\w$]+)+)/.exec(before + this.rest)?.[1]?.replace(/^\./, '') ?? '';
  }

  /** The last name before the place, or at it. */
  get name(): string {
    const to = this.#line.slice(0, this.#column) + (/^[\w$]*/.exec(this.rest)?.[0] ?? '');
    return /([\w$]+)[^\w$]*$/.exec(to)?.[1] ?? '';
  }

  /** The sign or word at the place. */
  get sign(): string {
    return /^\s*(\w+|\S)/.exec(this.rest)?.[1] ?? '';
  }

  /** A word of the line that the language here does not have. */
  get notHere(): string | undefined {
    const word = /\b[a-z]+\b/g;
    return [...this.#line.matchAll(word)]
      .map(([one]) => one)
      .find((one) => Object.hasOwn(NOT_HERE, one));
  }
}

type Says = (found: readonly string[], around: Around) => string;

const MET: readonly (readonly [RegExp, Says])[] = [
  [
    /^(\S+) is not defined$/,
    ([, name = '']) =>
      NOT_HERE[name] ??
      (NO_SUCH_PLACE.includes(name) ? RUNNING.notHere(name) : RUNNING.unknown(name)),
  ],
  [/^(\S+) is not initialized$/, ([, name = '']) => RUNNING.early(name)],
  [/^'(.+)' is read-only$/, ([, name = '']) => RUNNING.constant(name)],
  [/^cannot read property '(.*)' of (\w+)$/s, ([, key = '', of = '']) => RUNNING.readOf(key, of)],
  [/^cannot set property '(.*)' of (\w+)$/s, ([, key = '', of = '']) => RUNNING.writeOf(key, of)],
  [
    /^not a function$/,
    (_, around) =>
      around.notHere === 'async' ? (NOT_HERE['async'] ?? '') : RUNNING.notFunction(around.called),
  ],
  [/^not a constructor$/, (_, around) => RUNNING.notMade(around.name)],
  [/^class constructors must be invoked with 'new'$/, () => RUNNING.needsNew],
  [/not iterable/, () => RUNNING.notList],
  [/^Cannot convert undefined or null to object$/, () => RUNNING.notObject],
  [/^invalid 'in' operand$/, () => RUNNING.inOf],
  [/^invalid 'instanceof' right operand$/, () => RUNNING.instanceOf],
  [/^empty array$/, () => RUNNING.reduceEmpty],
  [/^circular reference$/, () => RUNNING.cyclic],
  [/^Maximum call stack size exceeded$/, () => RUNNING.deep],
  [/^(?:out of memory|string too long)$/, () => RUNNING.memory],
  [/^interrupted$/, () => RUNNING.steps],
];

const WRITTEN: readonly (readonly [RegExp, Says])[] = [
  [
    /^Unexpected token, expected "(.+)"/,
    ([, what = ''], around) => SYNTAX.expected(SYNTAX.sign(what), foundAt(around)),
  ],
  [
    /^Unexpected token$|^Unexpected token \(|^invalid destructuring target$/,
    (_, around) => (around.sign === '' ? SYNTAX.ends : SYNTAX.unexpected(around.sign)),
  ],
  [/^(?:Unterminated (?:string|template)|unexpected end of string)/, () => SYNTAX.openText],
  [/^Unterminated comment|end of comment/, () => SYNTAX.openComment],
  [/^Unterminated regular|end of regexp/, () => SYNTAX.openRegex],
  [/redefinition|redeclaration/, (_, around) => SYNTAX.twice(around.name)],
  [/^missing initializer/, (_, around) => SYNTAX.constValue(around.name)],
  [/^return not in a function/, () => SYNTAX.looseReturn],
  [/^(break|continue) must be inside/, ([, word = '']) => SYNTAX.loose(word)],
  [/^(?:variable name expected|.*reserved)/, (_, around) => SYNTAX.reserved(around.name)],
  [/^Unexpected end of input|''$/, () => SYNTAX.ends],
  [
    /^(?:Unexpected token|unexpected token in expression:?|Unexpected identifier) '(.+)'$/,
    ([, sign = '']) => SYNTAX.unexpected(sign),
  ],
  [/stack/, () => SYNTAX.deep],
];

const foundAt = ({ sign }: Around): string => (sign === '' ? SYNTAX.end : SYNTAX.sign(sign));

function saidOf(table: typeof MET, says: string, around: Around): string | undefined {
  for (const [pattern, say] of table) {
    const found = pattern.exec(says);
    if (found) return say(found, around);
  }
  return undefined;
}

/** What a program that cannot be read is told. */
export function writtenFault(misread: Misread, source: string): Fault {
  const around = new Around(source, misread);
  const { notHere } = around;
  const fault =
    (notHere === undefined ? undefined : NOT_HERE[notHere]) ??
    saidOf(WRITTEN, misread.says, around) ??
    SYNTAX.other(misread.says);
  return { fault, line: misread.line };
}

/** Where a program that does not end was: the engine knows the function, and a loop is named that is the only one from there on. */
export function endlessAt(source: string, { line, column }: Place): Place {
  const loops = source
    .split('\n')
    .flatMap((text, i) =>
      i + 1 >= line ? [...text.matchAll(/\b(?:for|while)\b/g)].map(() => i + 1) : [],
    );
  const [only = line] = loops;
  return { line: loops.length === 1 ? only : line, column };
}

/** What a program that the engine has ended is told. */
export function metFault(says: string, place: Place, source: string): Fault {
  return { fault: saidOf(MET, says, new Around(source, place)) ?? says, line: place.line };
}
