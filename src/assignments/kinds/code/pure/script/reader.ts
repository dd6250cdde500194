/** Goes through the signs of a program; and passes over types, which TypeScript writes and nothing here needs. */
import { SYNTAX } from '#words/src/assignments/kinds/code/pure/script/words';
import { SyntaxFault } from './faults.ts';
import type { Token } from './tokens.ts';

/** How deeply a program may be nested. */
const DEEPEST = 100;

const END: Token = { kind: 'end', text: '', line: 1, isFirst: true };
const CLOSES: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

export class Reader {
  readonly #tokens: readonly Token[];
  #at = 0;
  #depth = 0;
  /** The deepest place since a function began. */
  #deepest = 0;

  constructor(tokens: readonly Token[], depth = 0) {
    this.#tokens = tokens;
    this.#depth = depth;
  }

  get depth(): number {
    return this.#depth;
  }

  get token(): Token {
    return this.#tokens[this.#at] ?? END;
  }

  peek(ahead = 1): Token {
    return this.#tokens[this.#at + ahead] ?? END;
  }

  next(): Token {
    const { token } = this;
    this.#at += 1;
    return token;
  }

  /** Whether the next sign is this one. */
  is(text: string, kind: Token['kind'] = 'sign'): boolean {
    return this.token.kind === kind && this.token.text === text;
  }

  word(text: string): boolean {
    return this.is(text, 'name');
  }

  /** Takes the sign if it is the next one. */
  took(text: string, kind: Token['kind'] = 'sign'): boolean {
    const isNext = this.is(text, kind);
    if (isNext) this.#at += 1;
    return isNext;
  }

  take(text: string, kind: Token['kind'] = 'sign'): Token {
    if (!this.is(text, kind)) this.missing(SYNTAX.sign_(text));
    return this.next();
  }

  fail(says: string, line = this.token.line): never {
    throw new SyntaxFault(says, line);
  }

  missing(what: string): never {
    const { kind, text } = this.token;
    this.fail(SYNTAX.expected(what, kind === 'end' ? SYNTAX.end : SYNTAX.sign_(text)));
  }

  /** The end of a statement: a semicolon, or what JavaScript takes for one. */
  endStatement(): void {
    if (this.took(';') || this.is('}') || this.token.kind === 'end' || this.token.isFirst) return;
    this.missing(SYNTAX.sign_(';'));
  }

  /** Reads what is nested one deeper. */
  within<T>(read: () => T): T {
    this.#depth += 1;
    if (this.#depth > DEEPEST) this.fail(SYNTAX.deep);
    this.#deepest = Math.max(this.#deepest, this.#depth);
    const found = read();
    this.#depth -= 1;
    return found;
  }

  /** Reads a function, and tells how deeply it is nested in itself. */
  measured<T>(read: () => T): { readonly found: T; readonly depth: number } {
    const outer = this.#deepest;
    this.#deepest = this.#depth;
    const found = read();
    const depth = this.#deepest - this.#depth;
    this.#deepest = Math.max(outer, this.#deepest);
    return { found, depth };
  }

  /** Whether brackets begin here after which an arrow stands, and perhaps a type before it. Looks without reading, so it is quick. */
  isArrowAhead(): boolean {
    const [at, depth, deepest] = [this.#at, this.#depth, this.#deepest];
    try {
      this.skipBalanced();
      this.skipTypeNote();
      return this.is('=>') && !this.token.isFirst;
    } catch (error) {
      if (!(error instanceof SyntaxFault)) throw error;
      return false;
    } finally {
      [this.#at, this.#depth, this.#deepest] = [at, depth, deepest];
    }
  }

  /** Passes over `: type`, if there is one. */
  skipTypeNote(): void {
    if (this.took(':')) this.skipType();
  }

  skipType(): void {
    this.within(() => {
      this.took('|');
      do this.#skipOneType();
      while (this.took('|') || this.took('&'));
    });
  }

  #skipOneType(): void {
    while (
      ['readonly', 'keyof', 'typeof', 'unique', 'asserts'].some((word) => this.word(word)) &&
      this.peek().kind !== 'sign'
    )
      this.next();
    this.took('-');
    const { kind, text } = this.token;
    if (kind === 'sign') {
      if (CLOSES[text] === undefined) this.missing(SYNTAX.name);
      this.skipBalanced();
      if (text === '(' && this.took('=>')) this.skipType();
    } else {
      if (kind === 'end') this.missing(SYNTAX.name);
      this.next();
      while (this.took('.')) this.next();
      if (this.is('<')) this.skipAngles();
      if (this.word('is') && !this.token.isFirst) {
        this.next();
        this.skipType();
      }
    }
    while (this.is('[') && !this.token.isFirst) this.skipBalanced();
  }

  /** Passes over what stands in brackets, brackets in it included. */
  skipBalanced(): void {
    const open: string[] = [];
    do {
      const { kind, text } = this.next();
      if (kind === 'end') this.missing(SYNTAX.sign_(open.at(-1) ?? ''));
      if (kind !== 'sign') continue;
      if (CLOSES[text] !== undefined) open.push(CLOSES[text]);
      else if (text === open.at(-1)) open.pop();
    } while (open.length > 0);
  }

  /** Passes over `<…>`. */
  skipAngles(): void {
    let open = 0;
    do {
      const { kind, text } = this.token;
      if (kind === 'end' || text === ';') this.missing(SYNTAX.sign_('>'));
      if (kind === 'sign' && CLOSES[text] !== undefined) {
        this.skipBalanced();
        continue;
      }
      this.next();
      if (kind === 'sign' && text === '<') open += 1;
      else if (kind === 'sign' && /^>+$/.test(text)) open -= text.length;
    } while (open > 0);
  }
}
