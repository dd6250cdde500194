/** What is wrong with a program, to the student who has written it. */

/** What the language here does not have, by its word: each with what to write instead. */
export const NOT_HERE: Readonly<Record<string, string>> = {
  async: 'Nothing has to be waited for here: write a plain function.',
  await: 'Nothing has to be waited for here: leave out await.',
  import: 'Nothing can be imported here: all that you need is in the language itself.',
  require: 'Nothing can be imported here: all that you need is in the language itself.',
  export: 'Leave out export: your function is found by its name.',
  with: 'with is not available here.',
  namespace: 'namespace is not available here.',
};

/** Names of a browser or of Node that a program may look for. */
export const NO_SUCH_PLACE: readonly string[] =
  'fetch XMLHttpRequest WebSocket EventSource Worker importScripts indexedDB caches localStorage sessionStorage navigator document window self globalThis global location postMessage onmessage process module Buffer setTimeout setInterval setImmediate queueMicrotask requestAnimationFrame Date performance crypto eval Function Reflect Proxy Promise WebAssembly SharedArrayBuffer Atomics alert prompt Intl structuredClone'.split(
    ' ',
  );

/** Faults in what is written. */
export const SYNTAX = {
  expected: (what: string, found: string) => `Expected ${what} here, and found ${found}.`,
  sign: (sign: string) => `“${sign}”`,
  unexpected: (sign: string) => `“${sign}” has no meaning here.`,
  end: 'the end of the program',
  ends: 'The program ends too early. Is a bracket open?',
  openText: 'A text begins here and does not end.',
  openComment: 'A comment begins here and does not end.',
  openRegex: 'A regular expression begins here and does not end.',
  reserved: (name: string) => `“${name}” is a word of the language and cannot be a name.`,
  deep: 'This is nested too deeply. Take it apart into several functions.',
  twice: (name: string) => `“${name}” is declared twice in the same block.`,
  constValue: (name: string) => `The constant “${name}” needs a value.`,
  loose: (word: string) => `“${word}” stands outside of a loop.`,
  looseReturn: 'return stands outside of a function.',
  other: (says: string) => `This cannot be read (${says}).`,
} as const;

/** Faults that a running program meets. */
export const RUNNING = {
  unknown: (name: string) =>
    `There is no “${name}”. Is it spelled as where it was declared, and declared in a block around this one?`,
  notHere: (name: string) =>
    `“${name}” is not available here: your code has no page, no network, no files and no clock.`,
  early: (name: string) => `“${name}” is used before its declaration has been reached.`,
  constant: (name: string) => `“${name}” is a constant and cannot get another value.`,
  readOf: (key: string, what: string) => `There is no “${key}” of ${what}.`,
  writeOf: (key: string, what: string) => `“${key}” of ${what} cannot be set.`,
  notFunction: (what: string) => `${what === '' ? 'This' : `“${what}”`} is not a function.`,
  notMade: (what: string) => `${what === '' ? 'This' : `“${what}”`} cannot be made with new.`,
  needsNew: 'This is a class: write new before it.',
  notList: 'This cannot be gone through one by one.',
  notObject: 'undefined and null cannot be taken apart.',
  inOf: 'On the right of in stands an object.',
  instanceOf: 'On the right of instanceof stands a class.',
  reduceEmpty: 'reduce of an empty array needs a first value.',
  random: 'Math.random is not available here: the same input must give the same output.',
  long: (most: number) => `An array or a text that is worked on may have ${most} entries here.`,
  memory: 'It needs more memory than there is here.',
  cyclic: 'JSON.stringify cannot write an object that contains itself.',
  steps:
    'It does not come to an end, or takes far too long. Is there a loop whose condition stays true?',
  deep: 'It calls itself deeper than is possible here, which is a few hundred times. Does the recursion come to an end? Is a loop enough?',
  thrown: (what: string) => `Your code has thrown ${what}.`,
} as const;

/** What is not compared, in an outcome. */
export const KINDS = { function: 'a function' } as const;

/** What stands for something that is too long to be shown. */
export const SHORTENED = {
  more: (n: number) => `… ${n} more`,
  cut: '…',
  log: '… and more',
} as const;
