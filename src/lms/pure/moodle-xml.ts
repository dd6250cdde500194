/**
 * Questions as Moodle imports them: one `<quiz>` of its XML, as version 4.5 reads it (`question/format/xml/format.php`, and
 * `question/type/ordering`). It takes decimal points only, fractions of a list of its own, and all of a file or nothing.
 */
import { markup, type Markup } from '../../../widgets/kit/draw/markup.ts';
import { xmlFile } from './xml.ts';

/** A text as HTML. */
type Html = string;

/** What an answer earns, in per cent of the question, and what is said to it. */
interface Told {
  readonly percent: number;
  readonly feedback: Html;
}

/** What Moodle asks, by its own names. */
export type Asks =
  | {
      readonly type: 'numerical';
      /** The first that fits is taken; `*` fits always. The tolerance is absolute. */
      readonly answers: readonly (Told & {
        readonly value: number | '*';
        readonly tolerance: number;
      })[];
      readonly unit: string | undefined;
    }
  | {
      readonly type: 'multichoice';
      readonly single: boolean;
      readonly answers: readonly (Told & { readonly text: Html })[];
    }
  | { readonly type: 'ordering'; readonly items: readonly Html[]; readonly wrong: Html }
  | {
      readonly type: 'matching';
      /** Answers are plain text there; `others` belong to nothing. */
      readonly pairs: readonly (readonly [left: Html, right: string])[];
      readonly others: readonly string[];
      readonly right: Html;
      readonly wrong: Html;
    };

export interface MoodleQuestion {
  /** Tells it from every other, in whatever edition. */
  readonly idnumber: string;
  readonly name: string;
  /** From the outermost in. */
  readonly category: readonly string[];
  readonly text: Html;
  readonly hints: readonly Html[];
  readonly solution: Html;
  /** 0: “Not graded”. */
  readonly points: number;
  readonly tags: readonly string[];
  readonly asks: Asks;
}

/** What an answer may earn: `question/engine/bank.php`. Any other stops an import. */
const FRACTIONS = [
  ...[100, 90, 83.33333, 80, 75, 70, 66.66667, 60, 50, 40, 33.33333, 30],
  ...[25, 20, 16.66667, 14.28571, 12.5, 11.11111, 10, 5, 0],
];

/** What each of `n` right answers earns; nothing where Moodle has no such share. */
export const shareOf = (n: number): number | undefined =>
  FRACTIONS.find((one) => Math.abs(one - 100 / n) < 1e-5);

const PLAIN = new Intl.NumberFormat('en-US', { useGrouping: false, maximumSignificantDigits: 12 });
const number = (value: number | '*'): string => (value === '*' ? value : PLAIN.format(value));

const tag = (name: string, inside: Markup | string | readonly Markup[]): Markup => {
  const own = { markup: name };
  return markup`<${own}>${inside}</${own}>\n`;
};
const text = (of: string): Markup => markup`<text>${of}</text>`;
const html = (name: string, of: Html): Markup => {
  const own = { markup: name };
  return markup`<${own} format="html">${text(of)}</${own}>\n`;
};

const answer = ({ percent, feedback }: Told, inside: Markup): Markup =>
  markup`<answer fraction="${number(percent)}" format="html">${inside}${html('feedback', feedback)}</answer>\n`;
const ifWrong = (of: Html): Markup =>
  markup`${html('partiallycorrectfeedback', of)}${html('incorrectfeedback', of)}`;
const tags = (all: Readonly<Record<string, string>>): readonly Markup[] =>
  Object.entries(all).map(([name, inside]) => tag(name, inside));

/** How each is written. */
const WRITTEN: {
  readonly [T in Asks['type']]: (asks: Extract<Asks, { readonly type: T }>) => Markup;
} = {
  numerical: ({ answers, unit }) => {
    const told = answers.map((one) =>
      answer(one, markup`${text(number(one.value))}${tag('tolerance', number(one.tolerance))}`),
    );
    const own = unit && markup`<multiplier>1</multiplier>${tag('unit_name', unit)}`;
    return markup`${told}${own && tag('units', tag('unit', own))}`;
  },
  multichoice: ({ single, answers }) =>
    markup`${tags({
      single: String(single),
      shuffleanswers: 'true',
      answernumbering: 'none',
    })}${answers.map((one) => answer(one, text(one.text)))}`,
  ordering: ({ items, wrong }) =>
    markup`${tags({
      layouttype: 'VERTICAL',
      selecttype: 'ALL',
      selectcount: '0',
      gradingtype: 'RELATIVE_ALL_PREVIOUS_AND_NEXT',
      shownumcorrect: '1',
    })}${items.map((one) => html('answer', one))}${ifWrong(wrong)}`,
  matching: ({ pairs, others, right, wrong }) => {
    const all = [...pairs, ...others.map((one) => ['', one] as const)].map(
      ([left, of]) =>
        markup`<subquestion format="html">${text(left)}<answer>${text(of)}</answer></subquestion>\n`,
    );
    const shown = tags({ shuffleanswers: 'true', shownumcorrect: '1' });
    return markup`${shown}${all}${html('correctfeedback', right)}${ifWrong(wrong)}`;
  },
};

const question = (one: MoodleQuestion): Markup => {
  const { asks, hints, idnumber } = one;
  const head = tags({ idnumber, defaultgrade: number(one.points) });
  const texts = [html('questiontext', one.text), html('generalfeedback', one.solution)];
  const own = tag(
    'tags',
    one.tags.map((of) => tag('tag', text(of))),
  );
  return markup`<question type="${asks.type}">
${tag('name', text(one.name))}${head}${texts}${WRITTEN[asks.type](asks as never)}${hints.map((of) => html('hint', of))}${own}</question>\n`;
};

/** A slash within a name is written twice. */
const category = (names: readonly string[]): string =>
  ['$course$', 'top', ...names.map((name) => name.replaceAll('/', '//'))].join('/');

/** The file; `notes` stand in it as comments, which an import passes over. */
export function moodleXml(
  questions: readonly MoodleQuestion[],
  notes: readonly string[] = [],
): string {
  const paths = [...new Set(questions.map((one) => category(one.category)))];
  const all = paths.map(
    (path) => markup`<question type="category">${tag('category', text(path))}</question>\n
${questions.filter((one) => category(one.category) === path).map(question)}`,
  );
  const said = notes.map((note) => markup`<!-- ${note.replaceAll('--', '–')} -->\n`);
  return xmlFile(markup`<quiz>\n${said}${all}</quiz>`);
}
