/** What would give a prediction away: the numbers that its run will give, in every form in which the book prints them. */
import { fullSettings } from '../../widgets/kit/contract/author-settings.ts';
import { quantity } from '../../widgets/kit/draw/format.ts';
import { bookRun } from '../../widgets/server/book-run.ts';
import { experimentOf } from '../../src/tasks/practice/author/context.ts';
import type { BookQuestion, ProofContext } from '../../src/tasks/practice/contract.ts';
import { proofContextOf } from '../../src/tasks/practice/author/proofs.ts';
import type { Prediction } from '../../src/tasks/kinds/prediction/form.ts';
import { FORMS } from '../../src/tasks/kinds/prediction/schema.ts';

/** A number that a prediction asks for or withholds, as a reader would read it. */
export interface Secret {
  /** The measure's name, as it stands in tables. */
  readonly label: string;
  /** With its unit, after a plain space: `17 ms`, `27 %`, `499 billion`, or bare: `1`. */
  readonly forms: readonly string[];
}

/** A prediction of the book: its experiment, whether that one is veiled by it, and what nobody may read before it is made. */
export interface Guarded {
  readonly id: string;
  readonly instance: string;
  readonly isVeiled: boolean;
  /** What is drawn or sorted has several numbers, of which one alone tells nothing. */
  readonly hasMany: boolean;
  readonly secrets: readonly Secret[];
  /** The same numbers of the run that the page begins with, where a part of its figure or table waits, too. */
  readonly kept: readonly Secret[];
}

const WORDS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');
/** Shorter words, such as "of", are in every paragraph. */
const SHORTEST = 4;
/** `request` of requests, `slow` of slower. */
const stemOf = (word: string): string => word.replace(/(s|er)$/, '');

/**
 * What of a text gives the prediction away, sentence by sentence. A number does where it is no part of another and
 *
 * - has three digits or a decimal point (`499`, `1.37`), or has its unit (`17 ms`), with the measure's decimals, one more, or fewer;
 * - or, short and bare as `1` is and then also as the word `one`, stands in a paragraph about the measure: one that has all
 *   words of the measure's name but one, in some form, so that no other `one` of the page is meant.
 *
 * Of what is drawn or sorted, two of its numbers must stand in one sentence.
 */
export function given(
  { secrets, hasMany }: Pick<Guarded, 'secrets' | 'hasMany'>,
  text: string,
): readonly string[] {
  const paragraphs = plain(text).split(/\n+/);
  return paragraphs.flatMap((paragraph) =>
    paragraph.split(/(?<=[.?!])\s+/).filter((sentence) => {
      const told = secrets.filter((secret) => tells(secret, sentence, paragraph));
      const numbers = new Set(told.map(({ forms }) => forms[0]));
      return numbers.size >= (hasMany ? 2 : 1);
    }),
  );
}

/** What of a table gives the prediction away, row by row: numbers as they would stand there, each whole and with its unit. */
export function givenByRow({ secrets }: Guarded, rows: readonly string[]): readonly string[] {
  const forms = secrets.flatMap((secret) => secret.forms.filter((form) => /\d{3}|\D/.test(form)));
  return rows.filter((row) => forms.some((form) => alone(form).test(plain(row))));
}

function tells({ forms, label }: Secret, sentence: string, paragraph: string): boolean {
  return forms.some((form) => {
    const digits = /\d[\d.,]*/.exec(form)?.[0] ?? '';
    const isLong = digits.length > 2;
    if (isLong || digits !== form) return alone(isLong ? digits : form).test(sentence);
    const stems = label
      .toLowerCase()
      .split(' ')
      .filter(({ length }) => length >= SHORTEST);
    const meant = stems.filter((word) => paragraph.toLowerCase().includes(stemOf(word)));
    const isAbout = meant.length >= Math.max(1, stems.length - 1);
    const word = WORDS[Number(digits)] ?? digits;
    return isAbout && (alone(form).test(sentence) || alone(word).test(sentence.toLowerCase()));
  });
}

/** Where these letters or digits are no part of a longer word or number. */
function alone(words: string): RegExp {
  const exact = words.replaceAll(/[$.*+?]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\d/−-]|\\d[.,])${exact}(?![\\p{L}\\d/]|[.,]\\d)`, 'u');
}

/** Its decimals, one more, and where a unit says what is meant all that are fewer. */
function formsOf(
  value: number,
  how: { readonly digits: number; readonly unit?: string; readonly figures?: number },
): readonly string[] {
  const least = how.unit === undefined ? how.digits : 0;
  const forms: string[] = [];
  for (let digits = how.digits + 1; digits >= least; digits -= 1) {
    forms.push(plain(quantity(value, { ...how, digits })));
  }
  return [...new Set(forms)];
}

async function guarded(
  loaded: BookQuestion,
  prediction: Prediction,
  context: ProofContext,
): Promise<Guarded> {
  const { id, form, instance: of, when, withholds } = prediction;
  const { widget, start, instance } = experimentOf(context, loaded, of);
  const isVeiled = instance.veil === id;
  // More than a control waits for it: a step of the figure, columns of its table.
  const isPartKept = Object.entries(instance.after).some(
    ([part, waits]) => waits === id && !(part in widget.params),
  );
  const kept: Secret[] = [];
  const { measures: shown } = await bookRun(widget, start);
  const secrets: Secret[] = [];
  for (const { measure, own = {}, spread } of FORMS[form]?.asks(prediction) ?? []) {
    const runs = spread?.values.map((value) => ({ [spread.param]: value })) ?? [{}];
    for (const apart of runs) {
      const settings = fullSettings(widget, { ...start, ...when, ...own, ...apart }, 'when');
      const { measures } = await bookRun(widget, settings);
      for (const name of [measure, ...withholds]) {
        const value = measures[name];
        const how = widget.measures[name];
        const now = shown[name];
        if (!how) continue;
        // Of a choice between runs, one of them tells nothing.
        if (isPartKept && form !== 'choice' && typeof now === 'number') {
          kept.push({ label: how.label, forms: formsOf(now, how) });
        }
        // What the figure shows from the first is no secret.
        if (typeof value !== 'number' || (!isVeiled && value === now)) continue;
        secrets.push({ label: how.label, forms: formsOf(value, how) });
      }
    }
  }
  const hasMany = ['curve', 'order'].includes(form);
  return { id, instance: of, isVeiled, hasMany, secrets, kept };
}

/** The predictions of a lesson, by its name in the address, in the order of the page. */
export async function guardedIn(lesson: string): Promise<readonly Guarded[]> {
  const context = await proofContextOf();
  const source = context.book.lessons.find(({ id }) => id.replace(/^\d+-/, '') === lesson);
  const asked = source?.placed.flatMap(({ id }) =>
    context.book.questions.filter((one) => one.question.id === id),
  );
  const predictions = asked?.filter(({ kind }) => kind.role === 'prediction') ?? [];
  return Promise.all(predictions.map((one) => guarded(one, one.question as Prediction, context)));
}
