/** What a reader has kept of the book, lesson by lesson, from their work and what the search knows of places. */
import type { FindFile, Found } from '../../find/pure/found.ts';
import type { Mark, Work, WorkRun } from '../../tasks/storage/pure/work.ts';
import { answerWords } from '../../tasks/judge/answer-words.ts';
import { byTime } from '../../tasks/storage/pure/time.ts';
import { foundIn, setIn, type Named } from '../../measured/pure/pinned.ts';
import { PINNED } from '../../../widgets/kit/contract/border.ts';
import { NOTEBOOK } from '#words/src/margin/pure/words';

/** One thing that was kept, and where it stands in the book. */
interface Entry {
  /** What of the book it is about: a question, an experiment; of a highlight its words. */
  readonly of: string;
  /** What the reader gave, wrote or found. */
  readonly own: string;
  readonly href: string;
}

export interface Chapter {
  readonly title: string;
  readonly href: string;
  readonly marks: readonly Entry[];
  readonly runs: readonly Entry[];
  readonly answers: readonly Entry[];
}

/** What ids stand for, as far as that is known. */
export interface NamesOf {
  readonly experiments: Named;
  /** The text of an option or an item of a question, by its id; the name of a setting that it asks for. */
  readonly ofQuestion: (question: string, id: string) => string;
}

/** Runs that were pinned are kept under the experiment’s name with this behind it. */
const BEHIND = `--${PINNED}`;

/** In the order of the book; what belongs to no lesson that is in it comes last. */
export function chaptersOf(work: Work, file: FindFile, names: NamesOf): readonly Chapter[] {
  const lessons = [...file.before, ...file.parts.flatMap((part) => part.lessons)];
  const placed = new Map(
    file.found
      .filter(({ kind }) => kind === 'experiment' || kind === 'question')
      .map((one) => [one.href.slice(one.href.lastIndexOf('#') + 1), one] as const),
  );
  const all = [...answersIn(work, placed, names), ...runsIn(work, placed, names)];
  const own = (title: string, kind: 'answers' | 'runs'): readonly Entry[] =>
    all.filter((one) => one.kind === kind && one.lesson === title);
  const chapters = lessons.map(({ title, href, path }) => ({
    title,
    href,
    marks: marksOf(work, (mark) => mark.lesson === path, href, sectionsOf(file, title)),
    runs: own(title, 'runs'),
    answers: own(title, 'answers'),
  }));
  const paths = new Set(lessons.map(({ path }) => path));
  const titles = new Set(lessons.map(({ title }) => title));
  const others = (kind: 'answers' | 'runs'): readonly Entry[] =>
    all.filter((one) => one.kind === kind && !titles.has(one.lesson));
  const elsewhere = {
    title: NOTEBOOK.elsewhere,
    href: '',
    marks: marksOf(work, (mark) => !paths.has(mark.lesson), '', []),
    runs: others('runs'),
    answers: others('answers'),
  };
  return [...chapters, elsewhere].filter(
    ({ marks, runs, answers }) => marks.length + runs.length + answers.length > 0,
  );
}

/** The name in addresses of the lesson that a question stands in; nothing where it stands in none. */
export function pageOfQuestion(file: FindFile, question: string): string | undefined {
  const at = file.found.find(({ href }) => href.endsWith(`#question-${question}`));
  const [, slug] = /^lessons\/([^/]+)\//.exec(at?.href ?? '') ?? [];
  // In the one file addresses are hashes.
  const lessons = [...file.before, ...file.parts.flatMap((part) => part.lessons)];
  const own = lessons.find(({ title }) => title === plain(at?.where));
  return slug ?? own?.path.split('/').at(-2);
}

/** Its spaces may be such as are not broken at. */
const plain = (title = ''): string => title.replaceAll('\u00a0', ' ');

/** The same as Markdown. `address` makes a whole address of one in the book. */
export function markdownOf(
  title: string,
  chapters: readonly Chapter[],
  address: (href: string) => string,
): string {
  const line = (text: string): string =>
    text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>#]/g, '\\$&');
  const part = (called: string, entries: readonly Entry[], sign: string): readonly string[] =>
    entries.length === 0
      ? []
      : [
          `### ${called}`,
          ...entries.map(({ of, own, href }) => {
            const link = href === '' ? '' : ` [→](<${address(href)}>)`;
            return `${sign}${line(of)}${link}${own === '' ? '' : `\n\n${line(own)}`}`;
          }),
        ];
  const texts = chapters.flatMap((one) => [
    `## ${line(one.title)}`,
    ...part(NOTEBOOK.highlights, one.marks, '> '),
    ...part(NOTEBOOK.runs, one.runs, ''),
    ...part(NOTEBOOK.answers, one.answers, ''),
  ]);
  return `${[`# ${line(title)}`, ...texts].join('\n\n')}\n`;
}

/** An address with what it says to its page, which stands before the hash. */
function saying(href: string, query: Readonly<Record<string, string>>): string {
  const parts = Object.entries(query).map((pair) => pair.map(encodeURIComponent).join('='));
  const at = href.indexOf('#');
  const [path, hash] = at < 0 ? [href, ''] : [href.slice(0, at), href.slice(at)];
  return `${path}?${parts.join('&')}${hash}`;
}

/** The ids of a lesson’s sections, in its order. */
const sectionsOf = ({ found }: FindFile, title: string): readonly string[] =>
  found.flatMap(({ kind, where, href }) =>
    kind === 'section' && plain(where) === title ? [href.slice(href.lastIndexOf('#') + 1)] : [],
  );

/** In the order of the text, as far as its sections tell, then of time. */
function marksOf(
  work: Work,
  is: (mark: Mark) => boolean,
  href: string,
  sections: readonly string[],
): readonly Entry[] {
  const at = ({ section = '' }: Mark): number => sections.indexOf(section);
  return Object.values(work.marks)
    .filter((mark) => !mark.isGone && is(mark))
    .toSorted((a, b) => at(a) - at(b) || byTime(a, b))
    .map(({ quote, note = '' }) => ({
      of: quote,
      own: note,
      href: href === '' ? '' : saying(href, { sentence: quote.slice(0, 200) }),
    }));
}

type Placed = ReadonlyMap<string, Found>;
type Own = Entry & { readonly kind: 'answers' | 'runs'; readonly lesson: string };

const entry = (kind: Own['kind'], at: Found | undefined, id: string, own: string): Own => ({
  kind,
  of: at?.title ?? id,
  own,
  href: at?.href ?? '',
  lesson: plain(at?.where),
});

function answersIn({ answers }: Work, placed: Placed, { ofQuestion }: NamesOf): readonly Own[] {
  return Object.values(answers)
    .toSorted(byTime)
    .map(({ question, answer, correct, saw = '' }) =>
      entry(
        'answers',
        placed.get(`question-${question}`),
        question,
        saw ||
          `${answerWords(answer, (id) => ofQuestion(question, id))}${correct === undefined ? '' : NOTEBOOK.judged(correct)}`,
      ),
    );
}

function runsIn({ runs }: Work, placed: Placed, { experiments }: NamesOf): readonly Own[] {
  return Object.entries(runs).flatMap(([name, { recent }]) => {
    if (!name.endsWith(BEHIND)) return [];
    const id = name.slice(0, -BEHIND.length);
    return recent.map((one) => {
      const made = entry('runs', placed.get(id), id, said(one, id, experiments));
      return { ...made, href: made.href === '' ? '' : saying(made.href, asked(id, one)) };
    });
  });
}

/** What was set and what came of it, in the words of its experiment where it is still the same. */
function said({ run }: WorkRun, id: string, { names, placed }: Named): string {
  const own = Object.hasOwn(names, run.widget) ? names[run.widget] : undefined;
  const isSame = own?.version === run.version;
  const [set, found] = isSame
    ? [setIn(run, own, placed[id]?.start ?? {}), foundIn(run, own)]
    : [settingsIn(run.settings), settingsIn(run.measures)];
  return `${set} → ${found}`;
}

const settingsIn = (settings: object): string =>
  Object.entries(settings)
    .map(([name, value]) => `${name} ${String(value)}`)
    .join(', ');

const asked = (id: string, { run: { settings, version } }: WorkRun): Record<string, string> =>
  Object.fromEntries(
    [...Object.entries(settings), ['v', version] as const].map(([name, value]) => [
      `${id}.${name}`,
      String(value),
    ]),
  );
