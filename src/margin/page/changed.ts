/** What has changed in a lesson since it was read here: its paragraphs are kept when its end has been seen. */
import '../margin-sheet.ts';
import { remember, remembered } from '../../book/remembered.ts';
import { made } from '../../../widgets/page/made.ts';
import { MARGIN } from '#words/src/margin/pure/words';
import { changesOf } from '../pure/changes.ts';
import { LessonText } from './lesson-text.ts';

interface Read {
  /** Of which text, as the page names it. */
  readonly of: string;
  readonly paragraphs: readonly string[];
}

const nameOf = ({ dataset }: HTMLElement): string => `text ${dataset['lesson'] ?? ''}`;

/** Keeps a lesson's paragraphs as they were read. Where changes are still marked the earlier ones stay. */
export function keepText(article: HTMLElement): void {
  if (article.querySelector('.changes')) return;
  const paragraphs = new LessonText(article, NUMBERS).text.split('\n');
  remember(nameOf(article), { of: article.dataset['text'] ?? '', paragraphs } satisfies Read);
}

/** Numbers are the reader's own runs. */
const NUMBERS = '.yours';

/** Marks what has changed, with the old wording behind it, until the reader has seen it. */
export function showChanges(article: HTMLElement): void {
  const read = remembered(nameOf(article)) as Partial<Read> | null;
  const { paragraphs: then = [] } = read ?? {};
  if (!Array.isArray(then) || article.querySelector('.changes')) return;
  const text = new LessonText(article, NUMBERS);
  const now = text.text.split('\n');
  const changes = changesOf(then, now);
  if (changes.length === 0) {
    keepText(article);
    return;
  }
  const starts = now.map((_, i) => now.slice(0, i).reduce((sum, one) => sum + one.length + 1, 0));
  const blocks = changes.flatMap(({ at, before }) => {
    const from = starts[at] ?? 0;
    const inside = text.range(from, from + (now[at]?.length ?? 0)).startContainer.parentElement;
    const block = [...article.children].find((one) => one.contains(inside));
    return block ? [{ block, before }] : [];
  });
  for (const { block, before } of blocks) {
    block.classList.add('changed');
    if (before === undefined) continue;
    const was = made('details', { class: 'was' }, made('summary', {}, MARGIN.was));
    was.append(made('p', {}, before));
    block.after(was);
  }
  const seen = made('button', { type: 'button', class: 'quiet' }, MARGIN.seen);
  const said = made('p', { class: 'changes' }, MARGIN.changes(changes.length), ' ', seen);
  seen.addEventListener('click', () => {
    said.remove();
    for (const one of article.querySelectorAll('.was')) one.remove();
    for (const { block } of blocks) block.classList.remove('changed');
    keepText(article);
    article.querySelector<HTMLElement>('summary')?.focus();
  });
  article.prepend(said);
}
