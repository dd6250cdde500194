/** Where names stand: known when a program is read, so that nothing is looked up by its name while it runs. */
import { SYNTAX } from '#words/src/assignments/kinds/code/pure/script/words';
import { SyntaxFault } from './faults.ts';
import type { Pattern, Statement } from './nodes.ts';
import { Obj, type Value } from './values.ts';

/** Stands in the place of a name whose declaration has not been reached. */
export const UNSET: Value = new Obj();

/** The values of a block or a call while it runs. */
export interface Env {
  readonly slots: Value[];
  readonly up: Env | undefined;
}

export interface Place {
  readonly hops: number;
  readonly slot: number;
  readonly isConstant: boolean;
}

export class Scope {
  readonly #names = new Map<string, { readonly slot: number; readonly isConstant: boolean }>();
  readonly up: Scope | undefined;
  readonly #isFunction: boolean;
  size = 0;

  constructor(up: Scope | undefined, isFunction = false) {
    this.up = up;
    this.#isFunction = isFunction;
  }

  get isInFunction(): boolean {
    return this.#isFunction || this.up?.isInFunction === true;
  }

  /** A new name in this scope. Where `mayBe` there already, it is that one. */
  declare(
    name: string,
    line: number,
    { isConstant = false, mayBe = false }: { isConstant?: boolean; mayBe?: boolean } = {},
  ): number {
    const known = this.#names.get(name);
    if (known && mayBe) return known.slot;
    if (known) throw new SyntaxFault(SYNTAX.twice(name), line);
    const slot = this.size;
    this.#names.set(name, { slot, isConstant });
    this.size += 1;
    return slot;
  }

  find(name: string): Place | undefined {
    let hops = 0;
    for (let at: Scope | undefined = this as Scope; at; at = at.up) {
      const found = at.#names.get(name);
      if (found) return { hops, ...found };
      hops += 1;
    }
    return undefined;
  }
}

/** The names that a pattern declares. */
export function namesIn(pattern: Pattern | undefined): readonly { name: string; line: number }[] {
  switch (pattern?.kind) {
    case 'name':
      return [pattern];
    case 'list':
      return [...pattern.items.flatMap(namesIn), ...namesIn(pattern.rest)];
    case 'fields':
      return [...pattern.fields.flatMap(({ to }) => namesIn(to)), ...namesIn(pattern.rest)];
    case 'default':
      return namesIn(pattern.to);
    default:
      return [];
  }
}

/** The names that are declared with var anywhere in these statements, functions in them left out. */
export function varsIn(
  statements: readonly Statement[],
): readonly { name: string; line: number }[] {
  return statements.flatMap((one): readonly { name: string; line: number }[] => {
    switch (one.kind) {
      case 'declare':
        return one.how === 'var' ? one.all.flatMap(({ to }) => namesIn(to)) : [];
      case 'if':
        return varsIn(one.no ? [one.yes, one.no] : [one.yes]);
      case 'for':
        return varsIn(one.first ? [one.first, one.body] : [one.body]);
      case 'for-each':
        return [...(one.how === 'var' ? namesIn(one.to) : []), ...varsIn([one.body])];
      case 'while':
        return varsIn([one.body]);
      case 'block':
        return varsIn(one.body);
      case 'try':
        return varsIn([...one.body, ...(one.caught?.body ?? []), ...(one.last ?? [])]);
      case 'switch':
        return one.cases.flatMap(({ body }) => varsIn(body));
      default:
        return [];
    }
  });
}

/** The statements that declare names of their own block. */
export const isLexical = (one: Statement): boolean =>
  (one.kind === 'declare' && one.how !== 'var') ||
  one.kind === 'function-declaration' ||
  one.kind === 'class-declaration';

/** Declares the names of a block. */
export function declareAll(statements: readonly Statement[], scope: Scope): void {
  for (const one of statements) {
    if (one.kind === 'declare' && one.how !== 'var') {
      const isConstant = one.how === 'const';
      for (const { to } of one.all)
        for (const { name, line } of namesIn(to)) scope.declare(name, line, { isConstant });
    } else if (one.kind === 'function-declaration' || one.kind === 'class-declaration')
      scope.declare(one.of.name, one.line);
  }
}
