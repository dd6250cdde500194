/** Arithmetic as authors write it in an assignment: `2 * arrivals / 1000`. Numbers, names, + - * / ( ), comparisons, a few functions. */

/** A formula that cannot be meant; its message says why. */
export class FormulaFault extends Error {}

/** The longest formula. */
const LONGEST = 400;
/** How deep brackets may nest. */
const DEEPEST = 30;

const FUNCTIONS: Readonly<Record<string, (...values: number[]) => number>> = {
  min: Math.min,
  max: Math.max,
  ceil: Math.ceil,
  floor: Math.floor,
  round: Math.round,
  abs: Math.abs,
  sqrt: Math.sqrt,
  pow: Math.pow,
};
const COMPARE: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
  '==': (a, b) => a === b,
};
const TOKEN = /\s*(?:(\d+(?:\.\d+)?(?:e[+-]?\d+)?)|([A-Za-z]\w*)|(<=|>=|==|[-+*/(),<>]))/y;

/** The value of a formula; what holds is 1, what does not 0. Throws a FormulaFault that says what cannot be read. */
export function evaluated(formula: string, values: Readonly<Record<string, unknown>>): number {
  if (formula.length > LONGEST)
    throw new FormulaFault(`a formula has at most ${LONGEST} characters`);
  const reader = new Reader(tokensOf(formula), values);
  const value = reader.comparison(0);
  reader.end();
  if (!Number.isFinite(value)) throw new FormulaFault(`“${formula}” has no finite value`);
  return value;
}

function tokensOf(formula: string): readonly string[] {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  const { length } = formula.trimEnd();
  while (TOKEN.lastIndex < length) {
    const from = TOKEN.lastIndex;
    const found = TOKEN.exec(formula);
    if (!found) throw new FormulaFault(`“${formula.slice(from)}” cannot be read in “${formula}”`);
    tokens.push(found[1] ?? found[2] ?? found[3] ?? '');
  }
  return tokens;
}

class Reader {
  readonly #tokens: readonly string[];
  readonly #values: Readonly<Record<string, unknown>>;
  #at = 0;

  constructor(tokens: readonly string[], values: Readonly<Record<string, unknown>>) {
    this.#tokens = tokens;
    this.#values = values;
  }

  end(): void {
    const token = this.#tokens[this.#at];
    if (token !== undefined) throw new FormulaFault(`“${token}” has no place in the formula`);
  }

  comparison(depth: number): number {
    const left = this.#sum(depth);
    const compare = COMPARE[this.#tokens[this.#at] ?? ''];
    if (!compare) return left;
    this.#at += 1;
    return Number(compare(left, this.#sum(depth)));
  }

  #sum(depth: number): number {
    let value = this.#product(depth);
    for (let sign = this.#take('+', '-'); sign; sign = this.#take('+', '-')) {
      const next = this.#product(depth);
      value = sign === '+' ? value + next : value - next;
    }
    return value;
  }

  #product(depth: number): number {
    let value = this.#one(depth);
    for (let sign = this.#take('*', '/'); sign; sign = this.#take('*', '/')) {
      const next = this.#one(depth);
      value = sign === '*' ? value * next : value / next;
    }
    return value;
  }

  #one(depth: number): number {
    if (depth > DEEPEST) throw new FormulaFault('the formula is nested too deeply');
    if (this.#take('-') !== undefined) return -this.#one(depth + 1);
    if (this.#take('(') !== undefined) {
      const value = this.comparison(depth + 1);
      this.#expect(')');
      return value;
    }
    const token = this.#tokens[this.#at];
    if (token === undefined) throw new FormulaFault('the formula ends too early');
    this.#at += 1;
    if (/^\d/.test(token)) return Number(token);
    if (this.#take('(') !== undefined) return this.#called(token, depth);
    const value = Object.hasOwn(this.#values, token) ? this.#values[token] : undefined;
    if (typeof value === 'number') return value;
    const known = Object.keys(this.#values).join(', ') || 'none';
    throw new FormulaFault(`there is no number called “${token}”; there are ${known}`);
  }

  #called(name: string, depth: number): number {
    const call = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
    if (!call) throw new FormulaFault(`there is no function “${name}”`);
    const values = [this.comparison(depth + 1)];
    while (this.#take(',') !== undefined) values.push(this.comparison(depth + 1));
    this.#expect(')');
    return call(...values);
  }

  #take(...tokens: readonly string[]): string | undefined {
    const token = this.#tokens[this.#at];
    if (token === undefined || !tokens.includes(token)) return undefined;
    this.#at += 1;
    return token;
  }

  #expect(token: string): void {
    if (this.#take(token) === undefined)
      throw new FormulaFault(`“${token}” is missing in the formula`);
  }
}
