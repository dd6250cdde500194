/** What is said of a program: to its student on the page and in the feedback, and to whoever grades. */
import { count } from '#words/src/tasks/judge/lists';

export const CODE = {
  atLine: (line: number, says: string) => `Line ${line}: ${says}`,
  noFunction: (name: string) =>
    `There is no function called ${name}. Write function ${name}(…) { … }, and keep its name.`,
  notRun: 'Not run, because an earlier case does not come to an end.',
  noCase: (call: string, says: string) => `The case ${call} cannot be read. ${says}`,
  notText: 'The answer holds no program. Look at it by hand.',
  long: (most: number) => `The program is longer than ${most} characters. Look at it by hand.`,
  noSolution:
    'The key’s own program does not run. Make the key again from the assignment’s source.',
  all: (cases: number) => `All ${cases} cases come out as they should, hidden ones included.`,
  some: (passed: number, of: number) =>
    `${passed} of ${count(of, 'hidden case')} come out as they should.`,
  fails: (asked: string, right: string, given: string, isFault: boolean) =>
    asked === ''
      ? `In one that does not, there should be ${right}, and there was ${given}.`
      : isFault
        ? `One that does not: ${asked} should give ${right}. ${given}`
        : `One that does not: ${asked} should give ${right}, and gave ${given}.`,
} as const;

/** Around the editor. */
export const EDITOR = {
  label: (name: string) => `Your function ${name}`,
  language: 'JavaScript; TypeScript’s types may be written and are passed over.',
  what: 'What can be used, and how the editor works',
  here: 'The language itself is there: numbers, texts, regular expressions, arrays, objects, Map, Set, Math, JSON, classes and generators. There is no page, no network, no file, no clock, nothing random and nothing to wait for: the same input gives the same output wherever it runs. What you print with console.log appears below.',
  keys: 'Tab moves lines to the right and Shift+Tab to the left. Press Escape, and Tab leaves the editor.',
  free: 'Tab now leaves the editor.',
  run: 'Run the cases that are shown',
  restore: 'Begin again from the start',
  restored: 'This is the code that you began with. Ctrl+Z brings yours back.',
  cases: 'Cases',
  should: 'should give',
  hidden: (n: number) =>
    `${count(n, 'more case')} that you do not see will be run when your work is graded, on other input.`,
  running: 'Running.',
  passed: (n: number, of: number) =>
    n === of
      ? `All ${of} shown cases come out as they should. Your instructor’s grader will run the hidden ones.`
      : `${n} of ${of} shown cases come out as they should.`,
  case: {
    right: 'as it should',
    wrong: (given: string) => `gives ${given}`,
    notYet: 'not run yet',
  },
  printed: 'Printed',
  slow: 'Stopped after two seconds. Is there a loop that does not end?',
  broken: 'The code could not be run in this browser. It is saved; reload the page to try again.',
  go: (line: number) => `Go to line ${line}`,
} as const;

/** In the key. */
export const CODE_KEY = {
  right: 'what the program above gives',
  call: (call: string, times: number) =>
    times === 1 ? `- Hidden: \`${call}\`` : `- Hidden, ${times} times: \`${call}\``,
} as const;

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
