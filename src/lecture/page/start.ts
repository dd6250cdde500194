/** What begins a lecture: its storage is its own, so that the lecturer’s answers as a reader are neither shown nor changed. */
import { addressOf, askedIn } from './address.ts';
import { storageApart } from '../../tasks/storage/apart.ts';

/** The name of the lesson that is shown. */
const slug = (): string =>
  document.querySelector('[data-shown]')?.getAttribute('data-page') ??
  location.pathname.split('/').findLast((part) => part !== '') ??
  '';

/** Before anything of the page is read from storage. */
export function begin(): void {
  storageApart(`lecture/${slug()}/`);
  // Settings in the address would open what waits for a vote.
  history.replaceState(history.state, '', addressOf(askedIn(location.search)));
}

/** When the page is awake. */
export async function lecture(): Promise<void> {
  const article = document.querySelector<HTMLElement>(
    '[data-shown] [data-lesson], main > [data-lesson]',
  );
  if (!article) return;
  const [{ Lecture }, questions] = await Promise.all([
    import('./lecture.ts'),
    import('../../tasks/practice/page/wake.ts'),
  ]);
  new Lecture(article, questions.pageStore()).begin();
}
