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
