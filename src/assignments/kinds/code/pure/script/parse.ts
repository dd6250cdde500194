/** Reads a program: its statements. */
import { NOT_HERE, SYNTAX } from '#words/src/assignments/kinds/code/pure/script/words';
import type { ClassNode, Declaration, FunctionNode, Statement } from './nodes.ts';
import { Expressions, isWord, type Bodies } from './parse-expression.ts';
import { Reader } from './reader.ts';
import { tokensIn } from './tokens.ts';

/** The statements of a program. Throws a SyntaxFault. */
export function parsed(source: string): readonly Statement[] {
  const reader = new Reader(tokensIn(source));
  const body: Statement[] = [];
  while (reader.token.kind !== 'end') body.push(statement(reader));
  return body;
}

const values = (reader: Reader): Expressions => new Expressions(reader, BODIES);

const BODIES: Bodies = {
  body: block,
  classOf: (reader) => ({ kind: 'class', of: classNode(reader) }),
};

/** Statements in braces. */
function block(reader: Reader): readonly Statement[] {
  reader.take('{');
  const body: Statement[] = [];
  while (!reader.is('}')) {
    if (reader.token.kind === 'end') reader.missing(SYNTAX.sign_('}'));
    body.push(statement(reader));
  }
  reader.take('}');
  return body;
}

function statement(reader: Reader): Statement {
  return reader.within(() => read(reader));
}

function read(reader: Reader): Statement {
  const { kind, text, line } = reader.token;
  if (kind === 'sign') {
    if (text === '{') return { kind: 'block', body: block(reader), line };
    if (reader.took(';')) return { kind: 'empty', line };
  }
  const own = kind === 'name' && Object.hasOwn(READ, text) ? READ[text] : undefined;
  if (own) return own(reader, line);
  if (kind === 'name') {
    const ahead = reader.peek();
    const isDeclared = ahead.kind === 'name' && !ahead.isFirst;
    if ((text === 'let' && (isDeclared || ['[', '{'].includes(ahead.text))) || text === 'const')
      return declaration(reader, text, line);
    if (
      ['type', 'interface', 'declare', 'abstract', 'enum', 'namespace'].includes(text) &&
      isDeclared
    )
      return typeDeclaration(reader);
    if (text === 'async' && ahead.text === 'function') reader.fail(NOT_HERE['async'] ?? '');
    if (ahead.kind === 'sign' && ahead.text === ':' && !isWord(text)) reader.fail(SYNTAX.label);
  }
  const of = values(reader).sequence();
  reader.endStatement();
  return { kind: 'expression', of, line };
}

function declaration(reader: Reader, how: 'let' | 'const' | 'var', line: number): Statement {
  const found = declared(reader, how, line, false);
  reader.endStatement();
  return found;
}

function declared(
  reader: Reader,
  how: 'let' | 'const' | 'var',
  line: number,
  isHead: boolean,
): Extract<Statement, { kind: 'declare' }> {
  reader.next();
  const all: Declaration[] = [];
  const read = values(reader);
  do {
    const to = read.binding();
    const value = reader.took('=') ? (isHead ? read.headOfFor() : read.value()) : undefined;
    if (value === undefined && !isHead && how === 'const')
      reader.fail(SYNTAX.constValue(to.kind === 'name' ? to.name : ''), line);
    all.push({ to, value });
  } while (reader.took(','));
  return { kind: 'declare', how, all, line };
}

/** `type` and `interface` say nothing to a program that runs. */
function typeDeclaration(reader: Reader): Statement {
  const { text, line } = reader.next();
  if (text !== 'type' && text !== 'interface')
    reader.fail(NOT_HERE[text] ?? SYNTAX.sign(text), line);
  reader.next();
  if (reader.is('<')) reader.skipAngles();
  if (text === 'type') {
    reader.take('=');
    reader.skipType();
    reader.endStatement();
  } else {
    while (!reader.is('{') && reader.token.kind !== 'end') reader.next();
    reader.skipBalanced();
  }
  return { kind: 'empty', line };
}

function bracketed<T>(reader: Reader, inside: () => T): T {
  reader.take('(');
  const found = inside();
  reader.take(')');
  return found;
}

const READ: Readonly<Record<string, (reader: Reader, line: number) => Statement>> = {
  var: (reader, line) => declaration(reader, 'var', line),
  function(reader, line) {
    const of = values(reader).functionAfterWord();
    if (of.name === '') reader.fail(SYNTAX.expected(SYNTAX.name, SYNTAX.sign_('(')), line);
    return { kind: 'function-declaration', of, line };
  },
  class: (reader, line) => ({ kind: 'class-declaration', of: classNode(reader), line }),
  return(reader, line) {
    reader.next();
    const isBare =
      reader.is(';') || reader.is('}') || reader.token.isFirst || reader.token.kind === 'end';
    const value = isBare ? undefined : values(reader).sequence();
    reader.endStatement();
    return { kind: 'return', value, line };
  },
  if(reader, line) {
    reader.next();
    const test = bracketed(reader, () => values(reader).sequence());
    const yes = statement(reader);
    const no = reader.took('else', 'name') ? statement(reader) : undefined;
    return { kind: 'if', test, yes, no, line };
  },
  for: forStatement,
  while(reader, line) {
    reader.next();
    const test = bracketed(reader, () => values(reader).sequence());
    return { kind: 'while', test, body: statement(reader), isAfter: false, line };
  },
  do(reader, line) {
    reader.next();
    const body = statement(reader);
    reader.take('while', 'name');
    const test = bracketed(reader, () => values(reader).sequence());
    reader.took(';');
    return { kind: 'while', test, body, isAfter: true, line };
  },
  break: (reader, line) => jump(reader, 'break', line),
  continue: (reader, line) => jump(reader, 'continue', line),
  throw(reader, line) {
    reader.next();
    const value = values(reader).sequence();
    reader.endStatement();
    return { kind: 'throw', value, line };
  },
  try(reader, line) {
    reader.next();
    const body = block(reader);
    let caught: Extract<Statement, { kind: 'try' }>['caught'];
    if (reader.took('catch', 'name')) {
      const to = reader.is('(') ? bracketed(reader, () => values(reader).binding()) : undefined;
      caught = { to, body: block(reader) };
    }
    const last = reader.took('finally', 'name') ? block(reader) : undefined;
    if (!caught && !last) reader.fail(SYNTAX.try, line);
    return { kind: 'try', body, caught, last, line };
  },
  switch(reader, line) {
    reader.next();
    const of = bracketed(reader, () => values(reader).sequence());
    const cases: {
      test: Extract<Statement, { kind: 'switch' }>['of'] | undefined;
      body: Statement[];
    }[] = [];
    reader.take('{');
    while (!reader.took('}')) {
      const isDefault = reader.took('default', 'name');
      if (!isDefault) reader.take('case', 'name');
      const test = isDefault ? undefined : values(reader).sequence();
      reader.take(':');
      const body: Statement[] = [];
      while (!reader.word('case') && !reader.word('default') && !reader.is('}')) {
        if (reader.token.kind === 'end') reader.missing(SYNTAX.sign_('}'));
        body.push(statement(reader));
      }
      cases.push({ test, body });
    }
    return { kind: 'switch', of, cases, line };
  },
};

function jump(reader: Reader, kind: 'break' | 'continue', line: number): Statement {
  reader.next();
  if (reader.token.kind === 'name' && !reader.token.isFirst) reader.fail(SYNTAX.label);
  reader.endStatement();
  return { kind, line };
}

function forStatement(reader: Reader, line: number): Statement {
  reader.next();
  if (reader.word('await')) reader.fail(NOT_HERE['await'] ?? '');
  reader.take('(');
  const word = reader.token.kind === 'name' ? reader.token.text : '';
  const how = word === 'let' || word === 'const' || word === 'var' ? word : undefined;
  const read = values(reader);
  let first: Statement | undefined;
  if (!reader.is(';')) {
    const start = how
      ? declared(reader, how, line, true)
      : ({ kind: 'expression', of: read.headOfFor(), line } as const);
    const over = reader.word('of') ? 'of' : reader.word('in') ? 'in' : undefined;
    if (over) {
      reader.next();
      const to = start.kind === 'declare' ? start.all[0]?.to : read.patternOf(start.of);
      if (!to) return reader.missing(SYNTAX.name);
      const list = read.sequence();
      reader.take(')');
      return { kind: 'for-each', over, how, to, list, body: statement(reader), line };
    }
    first = start;
  }
  reader.take(';');
  const test = reader.is(';') ? undefined : read.sequence();
  reader.take(';');
  const next = reader.is(')') ? undefined : read.sequence();
  reader.take(')');
  return { kind: 'for', first, test, next, body: statement(reader), line };
}

function classNode(reader: Reader): ClassNode {
  const { line } = reader.next();
  const read = values(reader);
  const name = reader.is('{') ? '' : read.name();
  if (reader.is('<')) reader.skipAngles();
  if (reader.word('extends')) reader.fail(NOT_HERE['extends'] ?? '');
  let make: FunctionNode | undefined;
  const methods: ClassNode['methods'][number][] = [];
  const fields: ClassNode['fields'][number][] = [];
  reader.take('{');
  while (!reader.took('}')) {
    if (reader.took(';')) continue;
    const isNamed = (): boolean => !['(', '=', ';', '}', ':', '?'].includes(reader.peek().text);
    let isStatic = false;
    while (
      ['static', 'public', 'private', 'protected', 'readonly'].some((one) => reader.word(one)) &&
      isNamed()
    )
      isStatic = reader.next().text === 'static' || isStatic;
    if (
      ['get', 'set', 'async'].some((one) => reader.word(one)) &&
      isNamed() &&
      !reader.peek().isFirst
    )
      reader.fail(NOT_HERE[reader.token.text] ?? '');
    if (reader.is('*')) reader.fail(SYNTAX.generator);
    const { token } = reader;
    const key = read.key();
    if (reader.is('(') || reader.is('<')) {
      const of = read.method(token);
      if (token.text === 'constructor' && !isStatic) make = of;
      else methods.push({ key, of, isStatic });
      continue;
    }
    if (reader.is('?') || reader.is('!')) reader.next();
    reader.skipTypeNote();
    fields.push({ key, value: reader.took('=') ? read.value() : undefined, isStatic });
    reader.endStatement();
  }
  return { name, make, methods, fields, line };
}
