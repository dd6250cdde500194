/** What a program says of itself, in its first lines. Pure. */

/** How a program is listed. */
export interface About {
  /** What it is, and what to change first and to expect: a paragraph each. */
  readonly what: string;
  readonly first: string;
  /** Lines that are neither empty nor comment. */
  readonly lines: number;
  /** It trains a network in 32 bits, whose sums may part from the book’s. */
  readonly trains: boolean;
  readonly needsNumPy: boolean;
  readonly hasSeed: boolean;
  /** Files of the book that it reads. */
  readonly data: readonly string[];
}

/** Of a program's own file, as it lies beside its model. */
export function aboutOf(program: string): About {
  const [, head = ''] = /^"""([\s\S]*?)"""/.exec(program) ?? [];
  const [what = '', first = ''] = head
    .trim()
    .split('\n\n')
    .map((text) => text.replace(/\s*\n\s*/g, ' '));
  const code = program.replace(/"""[\s\S]*?"""/g, '').split('\n');
  return {
    what,
    first: first.replace(/^To change first: /, ''),
    lines: code.filter((line) => !/^\s*(#|$)/.test(line)).length,
    trains: /^from networks import .*\bNetwork\b|^def gradients\(/m.test(program),
    needsNumPy: /^(import|from) (numpy|networks|images)\b/m.test(program),
    hasSeed: program.includes("'seed': "),
    data: [...new Set(program.match(/(?<=')[\w-]+\.(?:bin|txt|tsv)(?=')/g) ?? [])],
  };
}
