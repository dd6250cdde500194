// Every command of package.json that is the book’s own: what it does, what it takes, how it ends. Its help is made of this, its
// command line is read by it, and the README’s table is held to it. Plain JavaScript, read before anything is installed.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { PARTS } from './bench/named.mjs';
import { Misread } from './misread.mjs';
import { ROOT } from './setup.mjs';
import { belongingTo, namesIn, testTree } from './test/names.mjs';

/**
 * What a word or an option is: `FOLDER`, `[NAME]`, `NAME …`, `--flag`, `--option VALUE`; what it says; and what holds of it.
 * @typedef {readonly [head: string, says: string, rules?: Rules]} Row
 *
 * @typedef {object} Rules
 * @property {(text: string, head: string) => void} [is] throws Misread where the value will not do
 * @property {string | number} [otherwise] the value where nothing is said
 * @property {boolean} [must] it has to be there
 * @property {readonly string[]} [alone] nothing else may be there than these options, which have to be
 * @property {string} [needs] another option that has to be there too
 *
 * @typedef {object} Command
 * @property {string} does
 * @property {readonly Row[]} [takes]
 * @property {Readonly<Record<string, readonly Row[]>>} [sections] more of it, under headings
 * @property {readonly (readonly [line: string, does: string])[]} examples which the README has, too
 * @property {Readonly<Record<number, string>>} [ends] what an exit status says, where it says more than usual
 * @property {string} [call] how it is called, where not as usual
 * @property {() => string} [names] all names that it knows
 */

const stat = (path) => statSync(path, { throwIfNoEntry: false });

function folder(path, head) {
  if (!stat(path)?.isDirectory())
    throw new Misread(`There is no folder ${path}; ${head} names one that is there.`);
}
/** Or the ZIP of one. */
function folderOrZip(path, head) {
  if (!/\.zip$/iu.test(path) || !stat(path)?.isFile()) folder(path, head);
}
function file(path, head) {
  if (!stat(path)?.isFile())
    throw new Misread(`There is no file ${path}; ${head} names one that is there.`);
}
/** Files with commas between; a comma may stand in a name, too. @param {string | undefined} text */
export const fileNames = (text) =>
  text === undefined || existsSync(text)
    ? [text ?? []].flat()
    : text
        .split(',')
        .map((one) => one.trim())
        .filter(Boolean);
const files = (text, head) => fileNames(text).forEach((one) => file(one, head));
function day(text, head) {
  const [, date] = /^\d{4}-\d\d-(\d\d)$/.exec(text) ?? [];
  if (new Date(`${text}T00:00Z`).getUTCDate() !== Number(date))
    throw new Misread(`${head} is a day of the calendar, such as 2027-03-31, and not “${text}”.`);
}
/** A file that can be written. */
function newFile(path, head) {
  if (!existsSync(dirname(path)))
    throw new Misread(`There is no folder ${dirname(path)} to write ${head} in; make it first.`);
}
function emptyFolder(path) {
  if (existsSync(path) && readdirSync(path).length > 0)
    throw new Misread(`The folder ${path} is not empty; name another.`);
}
const whole = (least, most) => (text, head) => {
  if (!(/^\d+$/.test(text) && Number(text) >= least && Number(text) <= most))
    throw new Misread(`${head} is a whole number from ${least} to ${most}, and not “${text}”.`);
};
function share(text, head) {
  if (!(text.trim() !== '' && Number(text) >= 0 && Number(text) <= 1))
    throw new Misread(
      `${head} is a share from 0 to 1, such as 0.1 for a tenth, and not “${text}”.`,
    );
}
/** One of the names that `list` gives, when it is asked. */
const oneOf = (what, list) => (text) => {
  const names = list();
  if (!names.includes(text))
    throw new Misread(`There is no ${what} ${text}; there are ${names.join(', ') || 'none'}.`);
};

const filesIn = (place) => readdirSync(join(ROOT, place));
const assignments = () =>
  filesIn('content').flatMap((chapter) => {
    const place = join('content', chapter, 'assignments');
    return existsSync(join(ROOT, place)) ? filesIn(place).map((one) => basename(one, '.yaml')) : [];
  });
/** The parts of `npm run attack`. */
export const ATTACKS = filesIn('scripts/attack/parts').map((one) => basename(one, '.ts'));
/** One of the source, or a set by its link. @param {string} text */
const assignment = (text) => text.includes('~') || oneOf('assignment', assignments)(text);
const experiments = () => filesIn('widgets/experiments');
const lessons = () => testTree(ROOT).lessons;
function testName(name) {
  if (!belongingTo(name, testTree(ROOT)))
    throw new Misread(
      `No lesson, experiment, room or test file is called ${name}; “npm test -- --help” lists them all.`,
    );
}

/** @type {Row} */
const TESTS = ['NAME …', 'a lesson, an experiment, a room or a test file', { is: testName }];
/** What `npm run lms` writes. */
const LMS = ['course', 'package', 'questions'];
const testNames = () => namesIn(testTree(ROOT));
const TESTED = { 0: 'all passed', 1: 'some failed; they are listed last' };
/** @type {Row} */
const EXPERIMENT = [
  '[EXPERIMENT]',
  'what it is about; where nothing is said, the first that will do',
];

/** @type {Readonly<Record<string, Command>>} */
export const COMMANDS = {
  start: {
    does: 'Installs what is missing, builds the book where something has changed, and serves it until Ctrl-C',
    examples: [
      ['npm start', 'installs what is missing, builds, and serves the book; prints the address'],
      ['PORT=8080 npm start', 'at the first free port from 8080 on, instead of 4321'],
    ],
  },
  test: {
    does: 'Installs what is missing, Chromium included, runs every check whose outcome is not kept, and ends with “N passed, N failed”',
    takes: [TESTS],
    examples: [
      [
        'npm test',
        'installs what is missing, Chromium included; runs every check; ends with “N passed, N failed”',
      ],
      [
        'npm test -- kit',
        'only what belongs to a lesson, an experiment, a room or a test file; `npm test -- --help` lists them all',
      ],
    ],
    ends: TESTED,
    names: testNames,
  },
  'test:all': {
    does: 'Runs every check from nothing: nothing kept is used, with more settings and every engine, WebKitGTK included',
    takes: [TESTS],
    examples: [
      [
        'npm run test:all',
        'every check from nothing: nothing kept is used, with more settings and every engine, WebKitGTK included',
      ],
    ],
    ends: TESTED,
    names: testNames,
  },
  'test:mutants': {
    does: 'Breaks the book on purpose, in a copy, and sees that each break is caught by the check that is named for it',
    takes: [
      [
        'WORD …',
        'only breaks that have these words in their names; “units”: only those that need no built book',
      ],
    ],
    examples: [
      [
        'npm run test:mutants',
        'each of some sixty deliberate breaks, in a copy, is caught by its check; `-- units` needs no build',
      ],
    ],
    ends: { 0: 'each was caught', 1: 'one was not, or a check failed without a break' },
  },
  dev: {
    does: 'Serves the book with live reload, for those who write it, until Ctrl-C',
    takes: [
      ['--port N', 'where', { is: whole(1, 65_535), otherwise: 4321 }],
      ['--host', 'for other devices on the network, too'],
    ],
    examples: [['npm run dev', 'the book with live reload, for those who write it']],
  },
  'new:lesson': {
    does: 'Writes a first version of a lesson, with its questions, which builds and passes its checks',
    takes: [['NAME', 'what it is to be called, in lower-case words joined by hyphens'], EXPERIMENT],
    examples: [
      [
        'npm run new:lesson NAME',
        'a first version of a lesson, which builds and passes its checks',
      ],
    ],
  },
  'new:edition': {
    does: 'Writes an edition of your own into a folder: lessons of the book, one of your own, an experiment of your own; it builds as it stands',
    takes: [['FOLDER', 'where it is to lie, beside the book and not in it']],
    examples: [
      [
        'npm run new:edition FOLDER',
        'an edition of your own; `npm start -- --edition FOLDER` serves it, and so do the other commands',
      ],
    ],
  },
  'new:widget': {
    does: 'Writes a first version of an experiment, with its tests, pictures and a frozen run',
    takes: [
      ['NAME', 'what it is to be called, in lower-case words joined by hyphens, two at least'],
    ],
    examples: [
      ['npm run new:widget NAME', 'a first version of an experiment, with all that belongs to it'],
    ],
  },
  build: {
    does: 'Builds the web edition in dist/ and proves every question; it works under any path of any server',
    examples: [
      [
        'npm run build',
        'the web edition in `dist/`, every question proved; works under any path of any server',
      ],
      [
        'SITE=https://example.org/book/ npm run build',
        'the same for a known address, which is then printed as a QR code',
      ],
    ],
  },
  offline: {
    does: 'Writes the whole book as one file, dist-offline/textbook.html, which opens by double click',
    takes: [
      [
        '--instructor',
        'instead dist-offline/instructor.html, the same with composer, keys and grading, for instructors alone',
      ],
    ],
    examples: [
      [
        'npm run offline',
        'the whole book in one file, `dist-offline/textbook.html`: open it by double click, no network needed',
      ],
      [
        'npm run offline -- --instructor',
        '`dist-offline/instructor.html`: the same with composer, keys and grading; for instructors alone',
      ],
    ],
  },
  pdf: {
    does: 'Writes the book for paper, tagged so that it can be heard, into dist-pdf/, and checks every page; with SITE=https://… in front, QR codes lead to where the book stands',
    takes: [
      ['[WORD]', 'all, core, a part or a lesson, as in its address', { otherwise: 'all' }],
      ['--letter', 'on US Letter; otherwise on A4'],
    ],
    examples: [
      ['npm run pdf', 'the whole book on A4, `dist-pdf/book.pdf`'],
      ['npm run pdf -- core --letter', 'the core path on US Letter, `dist-pdf/core-letter.pdf`'],
    ],
  },
  epub: {
    does: 'Writes the book for readers of e-books, EPUB 3.3, into dist-epub/',
    takes: [['[WORD]', 'all, core, a part or a lesson, as in its address', { otherwise: 'all' }]],
    examples: [['npm run epub', 'the whole book as an e-book, `dist-epub/book.epub`']],
  },
  python: {
    does: 'Writes all programs in Python, with the data that they read and their licences, as a folder and as one ZIP into dist-python/',
    examples: [
      ['npm run python', 'all programs in Python with their data, `dist-python/programs.zip`'],
    ],
  },
  release: {
    does: 'Puts all that is published of this edition into a folder that a web server shows: at its front and, unchanged for good, at e/EDITION/; makes the instructor’s file beside it',
    takes: [['FOLDER', 'where; editions of before stay in it']],
    examples: [
      [
        'npm run release -- FOLDER',
        'what is published of this edition, beside those of before; `dist-offline/instructor.html` is made with it',
      ],
    ],
  },
  experiment: {
    does: 'Runs an experiment without a page, and prints its measures as JSON',
    call: 'npm run -s experiment',
    takes: [
      ['NAME', 'which experiment'],
      [
        'SETTING=VALUE …',
        'its settings; v=VERSION: as that version of it has them; spread=SETTING: one run for each value of that one',
      ],
      [
        '--list',
        'prints every experiment with its settings and measures, and runs none',
        { alone: [] },
      ],
      ['--python', 'prints the program in Python of these settings, and runs none'],
    ],
    examples: [
      [
        'npm run -s experiment -- --list',
        'every experiment with its settings and measures, as JSON',
      ],
      [
        'npm run -s experiment -- NAME SETTING=VALUE',
        'one run without a page; `spread=SETTING` runs a whole curve',
      ],
      [
        'npm run -s experiment -- NAME SETTING=VALUE --python',
        'the same as a program in Python, to be saved and run',
      ],
    ],
  },
  'new:assignment': {
    does: 'Writes a first version of an assignment, with an experiment, a number, a choice and a goal, whose variants are proved',
    takes: [['NAME', 'what it is to be called, in lower-case words joined by hyphens'], EXPERIMENT],
    examples: [
      [
        'npm run new:assignment NAME',
        'a first version of an assignment, with variants that are proved',
      ],
    ],
  },
  stock: {
    does: 'Proves the items that sets are composed of, says what each is worth, and writes down how many distinct answers it has',
    takes: [['[LESSON]', 'only those of this lesson', { is: oneOf('lesson', lessons) }]],
    examples: [
      ['npm run stock', 'proves the items that sets are composed of, and says what each is worth'],
    ],
  },
  'build:instructor': {
    does: 'Builds dist-instructor/, the same book with the keys of its assignments in it, which is not to be published',
    examples: [
      [
        'npm run build:instructor',
        '`dist-instructor/`: the same book with the keys of its assignments in it; not to be published',
      ],
    ],
  },
  'hand-in:simulate': {
    does: 'Writes hand-ins of students who do not exist, to try grading on',
    takes: [
      ['--assignment ID', 'what they answer; or the link of a set', { must: true, is: assignment }],
      ['--students N', 'how many they are', { must: true, is: whole(1, 5000) }],
      ['--seed S', 'the same seed makes the same class', { must: true, is: whole(1, 1_000_000) }],
      ['--out FOLDER', 'a new folder, or an empty one', { must: true, is: emptyFolder }],
    ],
    examples: [
      [
        'npm run hand-in:simulate -- --assignment ID --students 30 --seed 1 --out FOLDER',
        'a class of pretended hand-ins, with what is true of them in `truth.json`',
      ],
    ],
  },
  grade: {
    does: 'Grades a folder of hand-ins as the page “Grade a class” does, with the same verdicts',
    takes: [
      [
        'FOLDER',
        'the hand-ins, whatever their files are called, in folders of their own too; or the ZIP of all as it was downloaded',
        { is: folderOrZip },
      ],
      ['--assignment ID', 'which assignment they answer, or the link of a set', { must: true }],
      [
        '--out FILE.csv',
        'the marks; beside it FILE.csv.runs.jsonl keeps what was repeated',
        { must: true, is: newFile },
      ],
    ],
    sections: {
      'The class': [
        [
          '--class LIST.csv',
          'Moodle’s worksheet, a gradebook, your own list, or several with commas between: who is missing, when it was uploaded, and extensions (“Extended until”)',
          { is: files },
        ],
        [
          '--rule RULE',
          'which of a student’s files counts: last, best or first',
          { is: oneOf('rule', () => ['last', 'best', 'first']), otherwise: 'last' },
        ],
        [
          '--key FILE.json',
          'a key from a file, instead of that of the assignment’s source',
          { is: file },
        ],
      ],
      'What comes late': [
        ['--due TIME', 'when it was due, instead of what the assignment says: 2026-12-20T23:59'],
        [
          '--grace MINUTES',
          'forgiven; days are counted from their end',
          { is: whole(0, 1_440), otherwise: 0 },
        ],
        ['--free-days N', 'for each student at no cost', { is: whole(0, 100), otherwise: 0 }],
        [
          '--free-per WHAT',
          'these are of each set, or of the term: set or term',
          { is: oneOf('span', () => ['set', 'term']), otherwise: 'set' },
        ],
        [
          '--penalty PERCENT',
          'of the points earned, for each further day begun',
          { is: whole(0, 100), otherwise: 0 },
        ],
        [
          '--floor PERCENT',
          'of the points earned is kept, however late',
          { is: whole(0, 100), otherwise: 0 },
        ],
        [
          '--sets FILES',
          'saved gradings of other sets, with commas between, which may have used free days of the term',
          { is: files },
        ],
      ],
      'What comes out besides': [
        [
          '--json FILE.json',
          'all of it: verdicts, statistics, decisions, the key; the page reads it, and --before does',
          { is: newFile },
        ],
        [
          '--list FILE.csv',
          'the one list of --class as it came, with its column of marks filled',
          { is: newFile, needs: 'class' },
        ],
        ['--back FOLDER', 'every list of --class so, under its name', { needs: 'class' }],
        [
          '--column HEAD',
          'which column that is, where the title does not tell',
          { needs: 'class' },
        ],
        [
          '--as-points',
          'points as they are, where the file’s maximum is not the set’s; else marks are in proportion to it',
          { needs: 'class' },
        ],
        [
          '--feedback FOLDER',
          'a file for each student; with a name that ends in .zip, as Moodle takes them',
        ],
        ['--solutions', 'with what was right, of the student’s own variant'],
        [
          '--viva FILE.html',
          'a sheet for each student, to print: three questions about their own work, with the answers',
          { is: newFile },
        ],
        ['--signs', 'signs instead of names in CSV and JSON'],
        ['--delete-by DATE', 'written into the JSON', { needs: 'json', is: day }],
      ],
      'What somebody has to read': [
        [
          '--share NAMES',
          'deals what is to be read to these, with commas between; one name is enough',
          { needs: 'into' },
        ],
        ['--into FOLDER', 'where their files go', { needs: 'share' }],
        ['--twice SHARE', 'how much of it two of them read', { is: share, otherwise: 0.1 }],
        ['--names', 'with the students’ names; else they have signs'],
        [
          '--again LIST',
          'answers to be read once more after an appeal: NUMBER/ITEM, with commas between',
          { needs: 'share' },
        ],
        [
          '--read SHARE.json',
          'reads a share here, answer by answer; what is read is saved at once',
          { is: file, alone: [] },
        ],
        [
          '--readings FOLDER',
          'what assistants have sent back; on what two differ, you decide',
          { is: folder },
        ],
        [
          '--decisions FILE',
          'what you have decided: a saved JSON, or your own readings; it outlives theirs',
          { is: file },
        ],
      ],
      'Several sets': [
        [
          '--best K',
          'the mean of each student’s best K of the gradings in --sets, into --out',
          { is: whole(1, 1000), alone: ['sets', 'out'] },
        ],
      ],
      'When the key was wrong': [
        [
          '--before FILE.json',
          'says who gains and who loses since that grading, and why',
          { is: file },
        ],
        ['--changes FILE.csv', 'writes the whole list of them', { is: newFile, needs: 'before' }],
      ],
      'How it goes': [
        [
          '--jobs N',
          'threads that repeat runs',
          { is: whole(1, 64), otherwise: availableParallelism() },
        ],
        ['--resume', 'goes on where it was broken off; no run is repeated twice'],
      ],
    },
    examples: [
      [
        'npm run grade -- FOLDER --assignment ID --out grades.csv',
        'grades a folder of hand-ins; every run that they cite is repeated',
      ],
    ],
    ends: { 0: 'all were graded', 1: 'some were not, or a run could not be repeated' },
  },
  bench: {
    does: 'Measures how fast simulations, training, grading and pages are, against the limits that the book sets itself',
    takes: [
      [
        'PART …',
        `only these: ${PARTS.join(', ')}; “bank” runs only when it is named`,
        { is: oneOf('part', () => PARTS) },
      ],
      [
        '--trials N',
        'how often each page is tried and each pair compared',
        { is: whole(1, 1000), otherwise: 5 },
      ],
      ['--smallest', 'each part once, at its smallest: to see that it runs'],
    ],
    examples: [
      [
        'npm run bench',
        'speed: simulations, training, grading, the main thread; `-- sweeps` is one part',
      ],
    ],
    ends: { 0: 'all limits are kept', 1: 'one is broken' },
  },
  audit: {
    does: 'Runs Lighthouse three times on every lesson, or on some',
    takes: [['NAME …', 'only these lessons', { is: oneOf('lesson', lessons) }]],
    examples: [['npm run audit', 'Lighthouse on every lesson, or with `-- NAME …` on some']],
    ends: {
      0: 'all is kept',
      1: 'one fell below 100 in accessibility, best practices or search, or 95 in speed',
    },
  },
  'export:experiments': {
    does: 'Writes each experiment as one module that any page can have, with examples, into dist-experiments/',
    takes: [['NAME …', 'only these', { is: oneOf('experiment', experiments) }]],
    examples: [
      [
        'npm run export:experiments',
        'each experiment as one file for plain pages, MyST and notebooks, in `dist-experiments/`',
      ],
    ],
  },
  lms: {
    does: 'Writes packages for a course’s own platform, Moodle or Canvas, of the built book',
    takes: [
      ['WHAT', 'course, package or questions', { is: oneOf('kind of package', () => LMS) }],
      [
        'NAME …',
        'of a course, the file of its list; of a package, a lesson, an assignment or the link of a set; of questions, lessons, or none for all',
      ],
      [
        '--out PATH',
        'a folder for the cartridges of a course; a file for the rest',
        { must: true },
      ],
      ['--site URL', 'the address of the book that students read; a course needs it'],
      ['--title TEXT', 'what the course is called, if not as the book'],
    ],
    examples: [
      [
        'npm run lms -- course LIST.txt --site URL --out FOLDER',
        'cartridges of a course for Moodle and Canvas: a list of weeks, with lessons and sets',
      ],
      [
        'npm run lms -- package LESSON --out FILE.zip',
        'a SCORM 1.2 package that reports who has taken part; of an assignment or a link, too',
      ],
      [
        'npm run lms -- questions --out FILE.xml',
        'the practice questions as Moodle XML, and a list of those that have no form there',
      ],
    ],
  },
  attack: {
    does: 'Does to the built book what readers, browsers and authors may do by accident, and lists what fell short; the same seed does the same',
    takes: [
      ['PART …', `only these: ${ATTACKS.join(', ')}`, { is: oneOf('part', () => ATTACKS) }],
      ['--seed N', 'another one does other things', { is: whole(1, 1_000_000_000), otherwise: 1 }],
      ['--minutes N', 'for so long, a part', { is: whole(1, 10_000), otherwise: 10 }],
      ['--only TEXT', 'only what has this in its name'],
    ],
    examples: [
      [
        'npm run attack',
        'what readers, browsers and authors may do by accident, done by chance: broken links and lessons, two tabs',
      ],
    ],
    ends: { 0: 'nothing fell short', 1: 'something did' },
  },
  compare: {
    does: 'Says what differs between two built books, file by file; of a page, whether its words do',
    takes: [
      ['OLD', 'the folder of one', { is: folder }],
      ['NEW', 'the folder of the other', { is: folder }],
    ],
    examples: [
      ['npm run compare -- OLD NEW', 'what differs between two built books, file by file'],
    ],
  },
};
