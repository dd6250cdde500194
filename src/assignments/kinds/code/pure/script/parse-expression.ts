/** Reads values: what can stand on the right of an equals sign. */
import { NOT_HERE, SYNTAX } from '#words/src/assignments/kinds/code/pure/script/words';
import type { Entry, Expression, FunctionNode, Pattern, Target } from './nodes.ts';
import { Reader } from './reader.ts';
import type { Token } from './tokens.ts';

/** What statements do for values: the bodies of functions, and classes. */
export interface Bodies {
  body(reader: Reader): FunctionNode['body'];
  classOf(reader: Reader): Extract<Expression, { kind: 'class' }>;
}

const POWERS: Readonly<Record<string, number>> = {
  ...{ '??': 1, '||': 2, '&&': 3, '|': 4, '^': 5, '&': 6 },
  ...{ '==': 7, '!=': 7, '===': 7, '!==': 7 },
  ...{ '<': 8, '>': 8, '<=': 8, '>=': 8, in: 8, instanceof: 8 },
  ...{ '<<': 9, '>>': 9, '>>>': 9, '+': 10, '-': 10, '*': 11, '/': 11, '%': 11, '**': 12 },
};
const ASSIGNS = '= += -= *= /= %= **= <<= >>= >>>= &= |= ^= &&= ||= ??='.split(' ');
const WORDS = new Set(
  'break case catch class const continue default delete do else false finally for function if in instanceof let new null return static switch this throw true try typeof var void while async await yield import export extends super with debugger enum'.split(
    ' ',
  ),
);
/** Words that may be names where TypeScript means nothing by them. */
const FREE = new Set(['async', 'let', 'static']);

/** The word is one of the language; `undefined` stays a name that has that value. */
export const isWord = (name: string): boolean => WORDS.has(name) && !FREE.has(name);

export class Expressions {
  readonly reader: Reader;
  readonly #bodies: Bodies;
  /** Inside the head of a for: `in` ends it. */
  #noIn = false;

  constructor(reader: Reader, bodies: Bodies) {
    this.reader = reader;
    this.#bodies = bodies;
  }

  /** Values with commas between. */
  sequence(): Expression {
    const all = [this.value()];
    while (this.reader.took(',')) all.push(this.value());
    return all.length === 1 ? (all[0] as Expression) : { kind: 'sequence', all };
  }

  headOfFor(): Expression {
    this.#noIn = true;
    const found = this.sequence();
    this.#noIn = false;
    return found;
  }

  value(): Expression {
    return this.reader.within(() => this.#assignment());
  }

  #assignment(): Expression {
    const { reader } = this;
    const arrow = this.#arrow();
    if (arrow) return arrow;
    const { line } = reader.token;
    const left = this.#choice();
    const sign = reader.token.text;
    if (reader.token.kind !== 'sign' || !ASSIGNS.includes(sign)) return left;
    reader.next();
    const to = sign === '=' ? this.patternOf(left) : this.#targetOf(left);
    return { kind: 'assign', sign, to, value: this.value(), line };
  }

  #targetOf(expression: Expression): Target {
    const { kind } = expression;
    if (kind === 'name' || (kind === 'member' && !expression.isOptional)) return expression;
    return this.reader.fail(SYNTAX.target);
  }

  /** What was read as a value, as something that is assigned to. */
  patternOf(expression: Expression): Pattern {
    const { kind } = expression;
    if (kind === 'array') {
      const last = expression.items.at(-1);
      const isRest = last?.kind === 'spread';
      const items = (isRest ? expression.items.slice(0, -1) : expression.items).map(
        (one) => one && this.patternOf(one),
      );
      const rest = isRest ? this.patternOf(last.of) : undefined;
      return { kind: 'list', items, rest, line: expression.line };
    }
    if (kind === 'object') {
      const fields = expression.entries.flatMap((entry) =>
        'spread' in entry ? [] : [{ key: entry.key, to: this.patternOf(entry.value) }],
      );
      const [spread] = expression.entries.flatMap((entry) => ('spread' in entry ? [entry] : []));
      const rest = spread && this.patternOf(spread.spread);
      return { kind: 'fields', fields, rest, line: expression.line };
    }
    if (kind === 'assign' && expression.sign === '=')
      return { kind: 'default', to: expression.to, value: expression.value };
    return this.#targetOf(expression);
  }

  /** `x => …`, `(a, b) => …`; nothing where what follows is none. */
  #arrow(): Expression | undefined {
    const { reader } = this;
    const { token } = reader;
    if (
      token.kind === 'name' &&
      !isWord(token.text) &&
      reader.peek().text === '=>' &&
      reader.peek().kind === 'sign'
    ) {
      const to = this.binding();
      return this.#arrowBody([to], undefined);
    }
    if (reader.is('<')) reader.skipAngles();
    if (!reader.is('(') || !reader.isArrowAhead()) return undefined;
    const { params, rest } = this.params();
    reader.skipTypeNote();
    return this.#arrowBody(params, rest);
  }

  #arrowBody(params: readonly Pattern[], rest: Pattern | undefined): Expression {
    const { reader } = this;
    const { line } = reader.take('=>');
    const { found, depth } = reader.measured(() =>
      reader.is('{') ? { body: this.#bodies.body(reader) } : { body: [], value: this.value() },
    );
    return {
      kind: 'function',
      of: { name: '', label: '', params, rest, ...found, isArrow: true, depth, line },
    };
  }

  /** The parameters in their brackets. */
  params(): { readonly params: readonly Pattern[]; readonly rest?: Pattern | undefined } {
    const { reader } = this;
    reader.take('(');
    const params: Pattern[] = [];
    let rest: Pattern | undefined;
    while (!reader.is(')')) {
      if (reader.took('...')) rest = this.binding();
      else params.push(this.withDefault(this.binding()));
      if (!reader.is(')')) reader.take(',');
    }
    reader.take(')');
    return { params, rest };
  }

  withDefault(to: Pattern): Pattern {
    return this.reader.took('=') ? { kind: 'default', to, value: this.value() } : to;
  }

  /** A name that is declared, or several that are taken out of something. */
  binding(): Pattern {
    return this.reader.within(() => {
      const { reader } = this;
      const { line } = reader.token;
      const found = reader.is('[')
        ? this.#listBinding(line)
        : reader.is('{')
          ? this.#fieldsBinding(line)
          : ({ kind: 'name', name: this.name(), line } as const);
      if (reader.is('?') && [':', ',', ')'].includes(reader.peek().text)) reader.next();
      reader.skipTypeNote();
      return found;
    });
  }

  #listBinding(line: number): Pattern {
    const { reader } = this;
    const items: (Pattern | undefined)[] = [];
    let rest: Pattern | undefined;
    reader.take('[');
    while (!reader.is(']')) {
      if (reader.is(',')) items.push(undefined);
      else if (reader.took('...')) rest = this.binding();
      else items.push(this.withDefault(this.binding()));
      if (!reader.is(']')) reader.take(',');
    }
    reader.take(']');
    return { kind: 'list', items, rest, line };
  }

  #fieldsBinding(line: number): Pattern {
    const { reader } = this;
    const fields: { key: Expression; to: Pattern }[] = [];
    let rest: Pattern | undefined;
    reader.take('{');
    while (!reader.is('}')) {
      if (reader.took('...')) rest = this.binding();
      else {
        const { token } = reader;
        const key = this.key();
        const own = { kind: 'name', name: token.text, line: token.line } as const;
        if (!reader.is(':') && isWord(token.text)) reader.fail(SYNTAX.reserved(token.text));
        const to = reader.took(':') ? this.binding() : own;
        fields.push({ key, to: this.withDefault(to) });
      }
      if (!reader.is('}')) reader.take(',');
    }
    reader.take('}');
    return { kind: 'fields', fields, rest, line };
  }

  name(): string {
    const { kind, text } = this.reader.token;
    if (kind !== 'name') this.reader.missing(SYNTAX.name);
    if (isWord(text)) this.reader.fail(NOT_HERE[text] ?? SYNTAX.reserved(text));
    return this.reader.next().text;
  }

  /** The name of a property, where one is declared. */
  key(): Expression {
    const { reader } = this;
    const { kind, text } = reader.token;
    if (reader.took('[')) {
      const key = this.value();
      reader.take(']');
      return key;
    }
    if (reader.is('#')) reader.fail(SYNTAX.private);
    if (kind === 'sign' || kind === 'end' || kind === 'template') reader.missing(SYNTAX.property);
    reader.next();
    return { kind: 'literal', value: kind === 'number' ? String(Number(text)) : text };
  }

  #choice(): Expression {
    const { reader } = this;
    const test = this.#binary(0);
    if (!reader.took('?')) return test;
    const wasNoIn = this.#noIn;
    this.#noIn = false;
    const yes = this.value();
    this.#noIn = wasNoIn;
    reader.take(':');
    return { kind: 'choice', test, yes, no: this.value() };
  }

  #binary(least: number): Expression {
    const { reader } = this;
    let left = this.#unary();
    for (;;) {
      const { kind, text: sign, line } = reader.token;
      if (kind === 'name' && (sign === 'as' || sign === 'satisfies') && !reader.token.isFirst) {
        reader.next();
        if (!reader.took('const', 'name')) reader.skipType();
        continue;
      }
      const power =
        (kind === 'sign' || sign === 'in' || sign === 'instanceof') && Object.hasOwn(POWERS, sign)
          ? (POWERS[sign] ?? 0)
          : 0;
      if (power <= least || (sign === 'in' && this.#noIn)) return left;
      reader.next();
      // Of equals the left one comes first; only powers go from the right.
      const right = reader.within(() => this.#binary(sign === '**' ? power - 1 : power));
      left =
        sign === '&&' || sign === '||' || sign === '??'
          ? { kind: 'logical', sign, left, right }
          : { kind: 'binary', sign, left, right, line };
    }
  }

  #unary(): Expression {
    const { reader } = this;
    const { kind, text: sign, line } = reader.token;
    const isSign = kind === 'sign' && ['!', '-', '+', '~'].includes(sign);
    const isNamed = kind === 'name' && ['typeof', 'void', 'delete'].includes(sign);
    if (isSign || isNamed) {
      reader.next();
      const of = reader.within(() => this.#unary());
      return { kind: 'unary', sign, of, line };
    }
    if (kind === 'sign' && (sign === '++' || sign === '--')) {
      reader.next();
      const of = this.#targetOf(reader.within(() => this.#unary()));
      return { kind: 'update', by: sign === '++' ? 1 : -1, isPrefix: true, of, line };
    }
    const found = this.#called(this.#first());
    const { token } = reader;
    if (token.kind === 'sign' && (token.text === '++' || token.text === '--') && !token.isFirst) {
      reader.next();
      const by = token.text === '++' ? 1 : -1;
      return { kind: 'update', by, isPrefix: false, of: this.#targetOf(found), line };
    }
    return found;
  }

  /** What follows a value: properties, and calls. */
  #called(start: Expression, mayCall = true): Expression {
    const { reader } = this;
    let of = start;
    let isChain = false;
    for (;;) {
      const { line } = reader.token;
      // Not null, says TypeScript.
      if (
        reader.is('!') &&
        !reader.token.isFirst &&
        ['.', '[', ')', ';', ',', ']', '}'].includes(reader.peek().text)
      )
        reader.next();
      const isOptional = mayCall && reader.took('?.');
      isChain ||= isOptional;
      if (reader.is('(') && mayCall)
        of = { kind: 'call', of, given: this.#given(), isOptional, line };
      else if (reader.took('[')) {
        const key = this.sequence();
        reader.take(']');
        of = { kind: 'member', of, key, isOptional, line };
      } else if (isOptional || reader.took('.')) {
        if (reader.is('#')) reader.fail(SYNTAX.private);
        if (reader.token.kind !== 'name') reader.missing(SYNTAX.property);
        const key = { kind: 'literal', value: reader.next().text } as const;
        of = { kind: 'member', of, key, isOptional, line };
      } else break;
    }
    return isChain ? { kind: 'chain', of } : of;
  }

  /** What a function is given, in its brackets. */
  #given(): readonly Expression[] {
    const { reader } = this;
    const wasNoIn = this.#noIn;
    this.#noIn = false;
    const given: Expression[] = [];
    reader.take('(');
    while (!reader.is(')')) {
      given.push(reader.within(() => this.#spreadOr()));
      if (!reader.is(')')) reader.take(',');
    }
    reader.take(')');
    this.#noIn = wasNoIn;
    return given;
  }

  #spreadOr(): Expression {
    const { line } = this.reader.token;
    return this.reader.took('...') ? { kind: 'spread', of: this.value(), line } : this.value();
  }

  #first(): Expression {
    const { reader } = this;
    const { token } = reader;
    const { kind, text, line } = token;
    if (kind === 'number' || kind === 'text') {
      reader.next();
      return { kind: 'literal', value: kind === 'number' ? Number(text) : text };
    }
    if (kind === 'template') return this.#template(reader.next());
    if (kind === 'name') return this.#named(token);
    if (reader.took('(')) {
      const wasNoIn = this.#noIn;
      this.#noIn = false;
      const found = this.sequence();
      this.#noIn = wasNoIn;
      reader.take(')');
      return found;
    }
    if (reader.is('[')) return this.#array(line);
    if (reader.is('{')) return this.#object(line);
    if (reader.is('/') || reader.is('/=')) reader.fail(SYNTAX.regex);
    return reader.missing(SYNTAX.expression);
  }

  #named({ text, line }: Token): Expression {
    const { reader } = this;
    const fixed = { true: true, false: false, null: null, undefined };
    if (Object.hasOwn(fixed, text)) {
      reader.next();
      return { kind: 'literal', value: fixed[text as keyof typeof fixed] };
    }
    if (text === 'this') {
      reader.next();
      return { kind: 'this' };
    }
    if (text === 'function') return { kind: 'function', of: this.functionAfterWord() };
    if (text === 'class') return this.#bodies.classOf(reader);
    if (text === 'new') {
      reader.next();
      const of = this.#called(
        reader.within(() => this.#first()),
        false,
      );
      if (reader.is('<')) reader.skipAngles();
      return { kind: 'new', of, given: reader.is('(') ? this.#given() : [], line };
    }
    const isAsync = text === 'async' && ['function', '('].includes(reader.peek().text);
    if (isAsync || (isWord(text) && NOT_HERE[text] !== undefined))
      reader.fail(NOT_HERE[text] ?? '');
    return { kind: 'name', name: this.name(), line };
  }

  #template({ texts = [], parts = [] }: Token): Expression {
    const read = parts.map((tokens) => {
      const inner = new Reader(tokens, this.reader.depth);
      const found = new Expressions(inner, this.#bodies).sequence();
      if (inner.token.kind !== 'end') inner.missing(SYNTAX.sign_('}'));
      return found;
    });
    return { kind: 'template', texts, parts: read };
  }

  #array(line: number): Expression {
    const { reader } = this;
    const items: (Expression | undefined)[] = [];
    reader.take('[');
    while (!reader.is(']')) {
      items.push(reader.is(',') ? undefined : this.#spreadOr());
      if (!reader.is(']')) reader.take(',');
    }
    reader.take(']');
    return { kind: 'array', items, line };
  }

  #object(line: number): Expression {
    const { reader } = this;
    const entries: Entry[] = [];
    reader.take('{');
    while (!reader.is('}')) {
      entries.push(reader.took('...') ? { spread: this.value() } : this.#entry());
      if (!reader.is('}')) reader.take(',');
    }
    reader.take('}');
    return { kind: 'object', entries, line };
  }

  #entry(): Entry {
    const { reader } = this;
    const { token } = reader;
    if (reader.is('*')) reader.fail(SYNTAX.generator);
    const isShort = [',', '}', ':', '(', '='].includes(reader.peek().text);
    if (!isShort && token.kind === 'name' && ['get', 'set', 'async'].includes(token.text))
      reader.fail(NOT_HERE[token.text] ?? '');
    const key = this.key();
    if (reader.took(':')) return { key, value: this.value() };
    if (reader.is('(') || reader.is('<'))
      return { key, value: { kind: 'function', of: this.method(token) } };
    if (token.kind !== 'name') reader.missing(SYNTAX.sign_(':'));
    if (isWord(token.text)) reader.fail(SYNTAX.reserved(token.text));
    const own = { kind: 'name', name: token.text, line: token.line } as const;
    // `{ a = 1 }` has a meaning only where it is taken apart.
    if (!reader.took('=')) return { key, value: own };
    return {
      key,
      value: { kind: 'assign', sign: '=', to: own, value: this.value(), line: token.line },
    };
  }

  /** `function name(…) { … }`, from its word on. */
  functionAfterWord(): FunctionNode {
    const { reader } = this;
    const token = reader.next();
    if (reader.is('*')) reader.fail(SYNTAX.generator);
    const name = reader.is('(') || reader.is('<') ? '' : this.name();
    return { ...this.method({ ...token, text: name }), name };
  }

  /** Parameters and body. */
  method({ text, line }: Pick<Token, 'text' | 'line'>): FunctionNode {
    const { reader } = this;
    if (reader.is('<')) reader.skipAngles();
    const { found, depth } = reader.measured(() => {
      const head = this.params();
      reader.skipTypeNote();
      return { ...head, body: this.#bodies.body(reader) };
    });
    return { name: '', label: text, ...found, isArrow: false, depth, line };
  }
}
