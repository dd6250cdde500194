/** The five numbers that a class can choose from, where a question asks for a number. Build only. */
import { cite } from '../../components/cite.ts';
import type { BookQuestion, PageHead } from '../../tasks/practice/contract.ts';
import { choicesOf } from '../pure/choices.ts';

/** The data of a question on a page, with these numbers if it asks for one; `answer` is the one that its proof has computed. */
export async function withChoices<D extends PageHead>(
  page: string,
  { question, kind }: BookQuestion,
  data: D,
  answer: number,
): Promise<D & { readonly choices?: readonly number[] }> {
  const guessed = kind.guessed?.(question, answer);
  if (!guessed) return data;
  const { id } = question;
  if ('right' in guessed) return { ...data, choices: choicesOf({ id, ...guessed }) };
  const [asked] = kind.answers?.(question) ?? [];
  if (!asked) return data;
  const valueAt = async (when: typeof asked.when): Promise<number> => {
    const { value, unit } = await cite(page, asked.of, when);
    return (value ?? Number.NaN) * (unit === 'share' ? 100 : 1);
  };
  const right = await valueAt(asked.when);
  const { digits } = (data as { readonly shown?: { readonly digits: number } }).shown ?? {};
  // That all stays as it stands is what is said most often.
  const start = await valueAt({});
  return { ...data, choices: choicesOf({ id, right, wrong: [start], ...guessed, digits }) };
}
