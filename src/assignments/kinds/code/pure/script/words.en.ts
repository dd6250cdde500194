/** What is wrong with a program, to the student who has written it. */

/** What the language here does not have, by its word: each with what to write instead. */
export const NOT_HERE: Readonly<Record<string, string>> = {
  async: 'Nothing has to be waited for here: write a plain function.',
  await: 'Nothing has to be waited for here: leave out await.',
  yield: 'Generators are not available here: collect the values in an array.',
  import: 'Nothing can be imported here: all that you need is in the language itself.',
  export: 'Leave out export: your function is found by its name.',
  require: 'Nothing can be imported here: all that you need is in the language itself.',
  extends: 'extends is not available here: write a class by itself.',
  super: 'super is not available here: write a class by itself.',
  get: 'Getters are not available here: write a method.',
  set: 'Setters are not available here: write a method.',
  with: 'with is not available here.',
  debugger: 'debugger is not available here: print what you want to see with console.log.',
  enum: 'enum is not available here: write an object.',
  namespace: 'namespace is not available here.',
};

/** Names of a browser or of Node that a program may look for. */
export const NO_SUCH_PLACE: readonly string[] =
  'fetch XMLHttpRequest WebSocket EventSource Worker importScripts indexedDB caches localStorage sessionStorage navigator document window self globalThis global location postMessage onmessage process require module Buffer setTimeout setInterval setImmediate queueMicrotask requestAnimationFrame Date performance crypto eval Function Reflect Proxy Symbol Promise WebAssembly SharedArrayBuffer Atomics alert prompt Intl structuredClone arguments'.split(
    ' ',
  );

/** Faults in what is written. */
export const SYNTAX = {
  line: (line: number, says: string) => `Line ${line}: ${says}`,
  sign: (sign: string) => `“${sign}” has no meaning here.`,
  openText: 'A text begins here and does not end on its line.',
  openTemplate: 'A text in backticks begins here and does not end.',
  openComment: 'A comment begins here and does not end.',
  number: (text: string) => `“${text}” is no number.`,
  bigint: 'Numbers with n at the end are not available here: leave out the n.',
  regex: 'Regular expressions are not available here: use split, indexOf, includes or slice.',
  expected: (what: string, found: string) => `Expected ${what} here, and found ${found}.`,
  sign_: (sign: string) => `“${sign}”`,
  end: 'the end of the program',
  expression: 'a value',
  name: 'a name',
  property: 'the name of a property',
  target: 'Nothing can be assigned to this.',
  reserved: (name: string) => `“${name}” is a word of the language and cannot be a name.`,
  label: 'Labels are not available here: put the inner loop into a function, and return from it.',
  generator: 'Generators are not available here: collect the values in an array.',
  deep: 'This is nested too deeply. Take it apart into several functions.',
  twice: (name: string) => `“${name}” is declared twice in the same block.`,
  constValue: (name: string) => `The constant “${name}” needs a value.`,
  loose: (word: string) => `“${word}” stands outside of a loop.`,
  looseReturn: 'return stands outside of a function.',
  try: 'try needs a catch or a finally.',
  private: 'Names with # are not available here: leave out the #.',
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
  notFunction: (what: string, is: string) => `${what} is ${is}, not a function.`,
  notMade: (what: string) => `${what} cannot be made with new.`,
  needsNew: (what: string) => `${what} is a class: write new before it.`,
  notList: (is: string) => `${is} cannot be gone through one by one.`,
  notObject: (is: string) => `${is} cannot be taken apart.`,
  inOf: (is: string) => `in looks into objects, and this is ${is}.`,
  instanceOf: 'On the right of instanceof stands a class.',
  reduceEmpty: 'reduce of an empty array needs a first value.',
  range: (what: string) => `${what} is out of range.`,
  random: 'Math.random is not available here: the same input must give the same output.',
  longList: (most: number) => `An array may have ${most} entries at most here.`,
  longText: (most: number) => `A text may have ${most} characters at most here.`,
  cyclic: 'JSON.stringify cannot write an object that contains itself.',
  json: 'This text is no JSON.',
  steps:
    'It does not come to an end, or takes far too long. Is there a loop whose condition stays true?',
  deep: 'It calls itself deeper than is possible here, which is a few hundred times. Does the recursion come to an end? Is a loop enough?',
  thrown: (what: string) => `Your code has thrown ${what}`,
} as const;

/** What something is called in a fault. */
export const KINDS = {
  undefined: 'undefined',
  null: 'null',
  function: 'a function',
  array: 'an array',
  object: 'an object',
  map: 'a Map',
  set: 'a Set',
  this: 'this value',
} as const;

/** What stands for something that is too long to be shown. */
export const SHORTENED = {
  more: (n: number) => `… ${n} more`,
  cut: '…',
  log: '… and more',
} as const;
