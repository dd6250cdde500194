/** A program as a list of signs, each with its line. */
import { SYNTAX } from '#words/src/assignments/kinds/code/pure/script/words';
import { SyntaxFault } from './faults.ts';

export interface Token {
  readonly kind: 'name' | 'number' | 'text' | 'template' | 'sign' | 'end';
  /** As it is written; of a text, what it stands for. */
  readonly text: string;
  readonly line: number;
  /** It is the first of its line. */
  readonly isFirst: boolean;
  /** Of a template: its texts, and the signs of what stands between them. */
  readonly texts?: readonly string[];
  readonly parts?: readonly (readonly Token[])[];
}

/** Longest first: of several that fit, the longest is meant. */
const SIGNS = [
  ...['>>>='],
  ...['...', '===', '!==', '**=', '<<=', '>>=', '>>>', '&&=', '||=', '??='],
  ...['=>', '==', '!=', '<=', '>=', '&&', '||', '??', '?.', '++', '--', '+=', '-=', '*=', '/='],
  ...['%=', '&=', '|=', '^=', '<<', '>>', '**'],
  ...'{}()[];,<>+-*/%&|^!~?:=.@#'.split(''),
];
const NAME = /[A-Za-z_$\p{ID_Start}][\w$\p{ID_Continue}]*/uy;
const NUMBER =
  /(?:0[xX][\da-fA-F_]+|0[bB][01_]+|0[oO][0-7_]+|(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][+-]?\d+)?)[\w$]*/y;
const SPACE = /[ \t\r\u00a0\ufeff]+/y;
const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  b: '\b',
  f: '\f',
  v: '\v',
  '0': '\0',
  '\n': '',
};

/** The signs of a program. Throws a SyntaxFault. */
export function tokensIn(source: string): readonly Token[] {
  return new Lexer(source).all();
}

class Lexer {
  readonly #source: string;
  #at = 0;
  #line = 1;
  #isFirst = true;
  #nested = 0;

  constructor(source: string) {
    this.#source = source;
  }

  all(): readonly Token[] {
    return this.#until(false);
  }

  /** The signs up to the end, or up to the brace that closes a place in a template. */
  #until(isInside: boolean): readonly Token[] {
    const found: Token[] = [];
    let open = 0;
    for (;;) {
      this.#skip();
      const token = this.#next();
      if (token.kind === 'sign') {
        if (token.text === '{') open += 1;
        else if (token.text === '}' && isInside && open === 0) {
          found.push({ ...token, kind: 'end', text: '' });
          return found;
        } else if (token.text === '}') open -= 1;
      }
      if (token.kind === 'end' && isInside) throw new SyntaxFault(SYNTAX.openTemplate, token.line);
      found.push(token);
      if (token.kind === 'end') return found;
    }
  }

  #matched(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const [found = ''] = pattern.exec(this.#source) ?? [];
    this.#at += found.length;
    return found;
  }

  #skip(): void {
    for (;;) {
      const sign = this.#source[this.#at];
      if (sign === '\n') {
        this.#at += 1;
        this.#line += 1;
        this.#isFirst = true;
      } else if (this.#source.startsWith('//', this.#at)) {
        const end = this.#source.indexOf('\n', this.#at);
        this.#at = end < 0 ? this.#source.length : end;
      } else if (this.#source.startsWith('/*', this.#at)) {
        const end = this.#source.indexOf('*/', this.#at + 2);
        if (end < 0) throw new SyntaxFault(SYNTAX.openComment, this.#line);
        const lines = this.#source.slice(this.#at, end).split('\n').length - 1;
        this.#line += lines;
        this.#isFirst ||= lines > 0;
        this.#at = end + 2;
      } else if (this.#matched(SPACE) === '') return;
    }
  }

  #next(): Token {
    const line = this.#line;
    const made = (kind: Token['kind'], text: string, more: Partial<Token> = {}): Token => {
      const token = { kind, text, line, isFirst: this.#isFirst, ...more };
      this.#isFirst = false;
      return token;
    };
    const sign = this.#source[this.#at];
    if (sign === undefined) return made('end', '');
    if (sign === '"' || sign === "'") return made('text', this.#text(sign));
    if (sign === '`') return made('template', '', this.#template());
    const name = this.#matched(NAME);
    if (name !== '') return made('name', name);
    if (/\d/.test(sign) || (sign === '.' && /\d/.test(this.#source[this.#at + 1] ?? ''))) {
      return made('number', this.#number());
    }
    const found = SIGNS.find((one) => this.#source.startsWith(one, this.#at));
    if (found === undefined) throw new SyntaxFault(SYNTAX.sign(sign), line);
    // `a ?.5 : b` is a condition.
    const isChoice = found === '?.' && /\d/.test(this.#source[this.#at + 2] ?? '');
    const text = isChoice ? '?' : found;
    this.#at += text.length;
    return made('sign', text);
  }

  #number(): string {
    const text = this.#matched(NUMBER);
    const bare = text.replaceAll('_', '');
    if (/^\d+n$/.test(bare)) throw new SyntaxFault(SYNTAX.bigint, this.#line);
    if (Number.isNaN(Number(bare))) throw new SyntaxFault(SYNTAX.number(text), this.#line);
    return bare;
  }

  #text(quote: string): string {
    let text = '';
    this.#at += 1;
    for (;;) {
      const sign = this.#source[this.#at];
      if (sign === undefined || sign === '\n') throw new SyntaxFault(SYNTAX.openText, this.#line);
      this.#at += 1;
      if (sign === quote) return text;
      text += sign === '\\' ? this.#escape() : sign;
    }
  }

  #escape(): string {
    const sign = this.#source[this.#at] ?? '';
    this.#at += 1;
    if (sign === '\n') this.#line += 1;
    if (sign === 'x' || sign === 'u') {
      const digits = this.#matched(
        sign === 'x' ? /[\da-fA-F]{2}/y : /[\da-fA-F]{4}|\{[\da-fA-F]{1,6}\}/y,
      );
      const code = Number.parseInt(digits.replace(/[{}]/g, ''), 16);
      if (!(code <= 0x10ffff)) throw new SyntaxFault(SYNTAX.sign(`\\${sign}`), this.#line);
      return String.fromCodePoint(code);
    }
    return ESCAPES[sign] ?? sign;
  }

  #template(): Pick<Token, 'texts' | 'parts'> {
    const texts: string[] = [];
    const parts: (readonly Token[])[] = [];
    const line = this.#line;
    this.#nested += 1;
    if (this.#nested > 10) throw new SyntaxFault(SYNTAX.deep, line);
    let text = '';
    this.#at += 1;
    for (;;) {
      const sign = this.#source[this.#at];
      if (sign === undefined) throw new SyntaxFault(SYNTAX.openTemplate, line);
      this.#at += 1;
      if (sign === '`') break;
      if (sign === '\n') this.#line += 1;
      if (sign === '$' && this.#source[this.#at] === '{') {
        this.#at += 1;
        texts.push(text);
        text = '';
        parts.push(this.#until(true));
      } else text += sign === '\\' ? this.#escape() : sign;
    }
    this.#nested -= 1;
    return { texts: [...texts, text], parts };
  }
}
