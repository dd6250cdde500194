/** What a program is made of, once it is read. Types only. */

export type Expression =
  | { readonly kind: 'literal'; readonly value: number | string | boolean | null | undefined }
  | { readonly kind: 'name'; readonly name: string; readonly line: number }
  | { readonly kind: 'this' }
  | {
      readonly kind: 'template';
      readonly texts: readonly string[];
      readonly parts: readonly Expression[];
    }
  | {
      readonly kind: 'array';
      readonly items: readonly (Expression | undefined)[];
      readonly line: number;
    }
  | { readonly kind: 'object'; readonly entries: readonly Entry[]; readonly line: number }
  | { readonly kind: 'function'; readonly of: FunctionNode }
  | { readonly kind: 'class'; readonly of: ClassNode }
  | { readonly kind: 'spread'; readonly of: Expression; readonly line: number }
  | {
      readonly kind: 'unary';
      readonly sign: string;
      readonly of: Expression;
      readonly line: number;
    }
  | {
      readonly kind: 'update';
      readonly by: 1 | -1;
      readonly isPrefix: boolean;
      readonly of: Target;
      readonly line: number;
    }
  | {
      readonly kind: 'binary';
      readonly sign: string;
      readonly left: Expression;
      readonly right: Expression;
      readonly line: number;
    }
  | {
      readonly kind: 'logical';
      readonly sign: '&&' | '||' | '??';
      readonly left: Expression;
      readonly right: Expression;
    }
  | {
      readonly kind: 'assign';
      readonly sign: string;
      readonly to: Pattern;
      readonly value: Expression;
      readonly line: number;
    }
  | {
      readonly kind: 'choice';
      readonly test: Expression;
      readonly yes: Expression;
      readonly no: Expression;
    }
  | Member
  | {
      readonly kind: 'call';
      readonly of: Expression;
      readonly given: readonly Expression[];
      readonly isOptional: boolean;
      readonly line: number;
    }
  | { readonly kind: 'chain'; readonly of: Expression }
  | {
      readonly kind: 'new';
      readonly of: Expression;
      readonly given: readonly Expression[];
      readonly line: number;
    }
  | { readonly kind: 'sequence'; readonly all: readonly Expression[] };

export interface Member {
  readonly kind: 'member';
  readonly of: Expression;
  readonly key: Expression;
  readonly isOptional: boolean;
  readonly line: number;
}

/** One entry of an object that is written out. */
export type Entry =
  { readonly key: Expression; readonly value: Expression } | { readonly spread: Expression };

/** What can be assigned to. */
export type Target = Extract<Expression, { kind: 'name' | 'member' }>;

export type Pattern =
  | Target
  | {
      readonly kind: 'list';
      readonly items: readonly (Pattern | undefined)[];
      readonly rest?: Pattern | undefined;
      readonly line: number;
    }
  | {
      readonly kind: 'fields';
      readonly fields: readonly { readonly key: Expression; readonly to: Pattern }[];
      readonly rest?: Pattern | undefined;
      readonly line: number;
    }
  | { readonly kind: 'default'; readonly to: Pattern; readonly value: Expression };

export interface FunctionNode {
  /** The name by which it knows itself. */
  readonly name: string;
  /** What it is called by others. */
  readonly label: string;
  readonly params: readonly Pattern[];
  readonly rest?: Pattern | undefined;
  /** Of an arrow that has one, its value. */
  readonly value?: Expression;
  readonly body: readonly Statement[];
  readonly isArrow: boolean;
  /** How deeply it is nested: so much room it takes when it is called. */
  readonly depth: number;
  readonly line: number;
}

export interface ClassNode {
  readonly name: string;
  readonly make?: FunctionNode | undefined;
  readonly methods: readonly {
    readonly key: Expression;
    readonly of: FunctionNode;
    readonly isStatic: boolean;
  }[];
  readonly fields: readonly {
    readonly key: Expression;
    readonly value: Expression | undefined;
    readonly isStatic: boolean;
  }[];
  readonly line: number;
}

export interface Declaration {
  readonly to: Pattern;
  readonly value: Expression | undefined;
}

export type Statement =
  | { readonly kind: 'expression'; readonly of: Expression; readonly line: number }
  | {
      readonly kind: 'declare';
      readonly how: 'let' | 'const' | 'var';
      readonly all: readonly Declaration[];
      readonly line: number;
    }
  | { readonly kind: 'function-declaration'; readonly of: FunctionNode; readonly line: number }
  | { readonly kind: 'class-declaration'; readonly of: ClassNode; readonly line: number }
  | { readonly kind: 'return'; readonly value: Expression | undefined; readonly line: number }
  | {
      readonly kind: 'if';
      readonly test: Expression;
      readonly yes: Statement;
      readonly no: Statement | undefined;
      readonly line: number;
    }
  | {
      readonly kind: 'for';
      readonly first: Statement | undefined;
      readonly test: Expression | undefined;
      readonly next: Expression | undefined;
      readonly body: Statement;
      readonly line: number;
    }
  | {
      readonly kind: 'for-each';
      readonly over: 'of' | 'in';
      readonly how: 'let' | 'const' | 'var' | undefined;
      readonly to: Pattern;
      readonly list: Expression;
      readonly body: Statement;
      readonly line: number;
    }
  | {
      readonly kind: 'while';
      readonly test: Expression;
      readonly body: Statement;
      readonly isAfter: boolean;
      readonly line: number;
    }
  | { readonly kind: 'break' | 'continue'; readonly line: number }
  | { readonly kind: 'throw'; readonly value: Expression; readonly line: number }
  | {
      readonly kind: 'try';
      readonly body: readonly Statement[];
      readonly caught:
        { readonly to: Pattern | undefined; readonly body: readonly Statement[] } | undefined;
      readonly last: readonly Statement[] | undefined;
      readonly line: number;
    }
  | {
      readonly kind: 'switch';
      readonly of: Expression;
      readonly cases: readonly {
        readonly test: Expression | undefined;
        readonly body: readonly Statement[];
      }[];
      readonly line: number;
    }
  | { readonly kind: 'block'; readonly body: readonly Statement[]; readonly line: number }
  | { readonly kind: 'empty'; readonly line: number };
