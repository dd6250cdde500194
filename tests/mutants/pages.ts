/** The breaks that show on pages. All of them are made in one build, so each has a page, or a part of the book, of its own. */
import type { Check, Mutant } from '../../scripts/mutants/mutant.ts';

const BOOK = 'content/ml-systems-in-production';
const page = (spec: string, grep: string): Check => ({ page: `tests/pages/${spec}.spec.ts`, grep });
/** The visit of a page: light, whole, untold, walked by keyboard, readable, kept. */
const visit = (name: string): Check => page('lessons/visit', `${name}: light`);

/** More than a lesson may weigh, and hard to compress. */
const HEAVY = Array.from({ length: 16_000 }, (_, i) => ((i * 48_271) % 65_537).toString(36));

export const PAGE_MUTANTS: readonly Mutant[] = [
  {
    name: 'The text gives a prediction away',
    file: `${BOOK}/what-it-is/more-than-a-model.mdx`,
    was: 'First see what it takes to upset such a reader.',
    becomes: 'One column off, it reads 63 % of them right.',
    by: visit('more-than-a-model'),
  },
  {
    name: 'A control has no name',
    file: `${BOOK}/what-it-is/who-uses-it.mdx`,
    was: '\n<Question id="uses-predict-letter" />',
    becomes: '\n<input type="text" />\n\n<Question id="uses-predict-letter" />',
    by: visit('who-uses-it'),
  },
  {
    name: 'A lesson weighs more than it may',
    file: `${BOOK}/what-it-is/six-things-that-must-hold.mdx`,
    was: '\n<Question id="hunt-predict-b" />',
    becomes: `\n<p hidden>{'${HEAVY.join(' ')}'}</p>\n\n<Question id="hunt-predict-b" />`,
    by: visit('six-things-that-must-hold'),
  },
  {
    name: 'A worker is another than its page knows',
    file: 'scripts/workers.mjs',
    was: '[name, sha256(bytes).slice(0, HASH_DIGITS)]',
    becomes:
      "[name, sha256(name.endsWith('-leaderboard.js') ? name : bytes).slice(0, HASH_DIGITS)]",
    by: visit('the-winner-was-lucky'),
  },
  {
    name: 'Text has too little contrast',
    file: 'src/styles/front.css',
    was: '.tagline {\n  color: var(--ink-soft);',
    becomes: '.tagline {\n  color: var(--hairline);',
    by: visit('the front page'),
  },
  {
    name: 'A page is wider than a window of 320 pixels',
    file: 'src/tasks/grading/teach/styles.css',
    was: '',
    becomes: '.teach {\n  display: block;\n  min-inline-size: 30rem;\n}\n',
    by: visit('teach'),
  },
  {
    name: 'A figure is missing where no script runs',
    file: 'src/styles/text.css',
    was: '',
    becomes: '@media (scripting: none) {\n  #tail-page .figure {\n    display: none;\n  }\n}\n',
    by: page('lessons/visit', 'the-tail: whole without a script'),
  },
  {
    name: 'What is entered is gone after a reload',
    file: 'src/tasks/storage/drafts.ts',
    was: 'this.#storage.setItem(this.#key, text);',
    becomes: '',
    by: page('practice/kept', 'not handed in yet'),
  },
  {
    name: 'An answer is lost where the page has no code yet',
    file: 'public/theme.js',
    was: "event.target.dataset.missed = '';",
    becomes: '',
    by: page('practice/late-code', 'before the page has any code'),
  },
  {
    name: 'A page has an inline script of its own',
    file: 'src/pages/glossary/index.astro',
    was: '<h1>{SITE_TITLES.glossary}</h1>',
    becomes:
      "<h1>{SITE_TITLES.glossary}</h1>\n    <script is:inline>document.documentElement.dataset['own'] = '';</script>",
    by: page('book/policy', 'to the letter'),
  },
  {
    name: 'A link leads nowhere',
    file: `${BOOK}/in-production/black-friday.mdx`,
    was: 'The cloud offers that at the press of a button.',
    becomes: 'The cloud offers [that](/lessons/the-lamps/) at the press of a button.',
    by: { program: ['node', 'scripts/links.mjs', 'dist'], isBuilt: true },
  },
];
