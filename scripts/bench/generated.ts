/** Lessons made of the book's own, as many as are asked for: other ids, other seeds, so that each needs runs of its own. */
import { slugOf } from '../../src/book/reading-order.ts';
import type { Book } from '../../src/tasks/practice/contract.ts';
import type { Random } from '../../widgets/kit/numbers/random.ts';

/** A lesson's two texts. */
export interface LessonText {
  readonly id: string;
  readonly mdx: string;
  readonly yaml: string;
}

/** Every id of a lesson that must be unique in the book. */
export function idsOf(book: Book, lesson: string): readonly string[] {
  const source = book.lessons.find(({ id }) => id === lesson);
  return [
    ...(source?.instances ?? []).map(({ id }) => id),
    ...book.questions.filter((one) => one.lesson === lesson).map(({ question }) => question.id),
  ];
}

/** Whether an experiment's runs hang on chance. */
export type HasSeed = (tag: string) => boolean;

/** The `number`-th lesson: a copy of one drawn from the book. */
export function generatedLesson(
  book: Book,
  texts: readonly LessonText[],
  number: number,
  random: Random,
  hasSeed: HasSeed,
): LessonText {
  const model = texts[random.whole(texts.length)];
  if (!model) throw new RangeError('The book has no lesson to copy.');
  const seed = 1 + random.whole(9999);
  const ids = idsOf(book, model.id);
  const seeded = (book.lessons.find(({ id }) => id === model.id)?.instances ?? [])
    .filter(({ tag }) => hasSeed(tag))
    .reduce((text, { id }) => withSeed(text, id, seed), model.mdx);
  const renamed = (text: string): string => renameAll(text, ids, `-${number}`);
  return {
    id: `${slugOf(model)}-${number}`,
    mdx: renamed(seeded).replace(/^title: (['"]?)(.*?)\1$/m, `title: $1$2 (${number})$1`),
    yaml: renamed(model.yaml),
  };
}

/** Ids as whole words only: `long-wait` is no part of `long-waits` or of `no-long-wait`. */
function renameAll(text: string, ids: readonly string[], ending: string): string {
  if (ids.length === 0) return text;
  const any = [...ids].sort((a, b) => b.length - a.length).join('|');
  const whole = new RegExp(`(?<!\\w|\\w-)((?:question-)?(?:${any}))(?!\\w|-\\w)`, 'g');
  return text.replace(whole, `$1${ending}`);
}

/** The experiment's tag with this seed among its settings. */
function withSeed(mdx: string, id: string, seed: number): string {
  const tag = new RegExp(`(<[A-Z]\\w*\\s[^>]*?\\bid="${id}")([^>]*?)(settings=\\{\\{)?`);
  const at = mdx.search(new RegExp(`<[A-Z]\\w*\\s[^<]*?\\bid="${id}"`));
  if (at < 0) return mdx;
  const end = mdx.indexOf('/>', at);
  const before = mdx.slice(at, end);
  const settings = /settings=\{\{([^]*?)\}\}/.exec(before);
  const inside = settings?.[1]?.replace(/\bseed:\s*\d+,?/, '').trim() ?? '';
  const all = `settings={{ seed: ${seed}${inside === '' ? '' : `, ${inside}`} }}`;
  const after = settings ? before.replace(settings[0], all) : before.replace(tag, `$1 ${all}`);
  return mdx.slice(0, at) + after + mdx.slice(end);
}
