/** One visit to a package: before anything reads storage its place there is set apart; then what is done is told to the platform. */
import { TOLD } from '#words/src/lms/page/words';
import { markOf, suspendedIn, suspendedText, type Suspended } from '../pure/suspended.ts';
import { platform, type Platform } from './api.ts';
import { storageApart } from '../../tasks/storage/apart.ts';
import { watchLesson } from './lesson.ts';
import { Report, type Told } from './report.ts';
import { watchSet } from './set.ts';
import type { Part, Source } from './source.ts';
import { Saying } from './saying.ts';

/** Where this browser keeps what a platform does, too. */
const HELD = 'suspended';

/** Begins; what the package shows stands at the root of its page. Nothing where this is none yet. */
export function begin(): void {
  const { package: id, packageShows: shows } = document.documentElement.dataset;
  if (id === undefined || shows === undefined) return;
  const found = platform();
  const who = found?.get('cmi.core.student_id') ?? '';
  storageApart(`lms/${id}/${encodeURIComponent(who)}/`);
  const [, page = ''] = shows.split('/');
  if (location.hash === '') history.replaceState(history.state, '', `#/${page}`);
  const begun = (source: Source): void => visit(id, shows, found, source);
  watchLesson(page, begun);
  watchSet(page, begun);
}

function visit(id: string, shows: string, found: Platform | undefined, source: Source): void {
  const [there, here] = [found?.get('cmi.suspend_data') ?? '', kept()].map(suspendedIn) as [
    Suspended,
    Suspended,
  ];
  const marks = new Set([...there.marks, ...here.marks]);
  const raw = Number(found?.get('cmi.core.score.raw')) || 0;
  let best = Math.max(there.best, here.best);
  // A hundredth more is what was told again.
  if (raw > best + 0.015) best = raw;
  const stand = (): Told & { readonly of: number; readonly left: readonly string[] } => {
    const parts = source.parts();
    for (const part of parts) if (part.isDone) marks.add(markOf(part.id));
    const isMarked = (part: Part): boolean => marks.has(markOf(part.id));
    const left = parts.flatMap((part) => (isMarked(part) ? [] : part.at));
    const of = parts.length;
    const isChecked = parts.some((part) => isMarked(part) && part.isRun !== true);
    if (isChecked) best = Math.max(best, share(of - left.length, of));
    const now = { best, place: source.place() || there.place, marks: [...marks] };
    return {
      ...{ of, left, share: best > 0 ? best : undefined },
      suspended: (room) => suspendedText(now, (left) => source.answers(left), room),
    };
  };
  source.unite(there.answers);
  source.goTo(there.place || here.place);
  const says = new Saying(shows);
  const mode = found?.get('cmi.core.lesson_mode') ?? '';
  const isWritten = mode !== 'review' && mode !== 'browse';
  const tell = (isHeld: boolean): void => {
    const { share: now = 0, of, left } = stand();
    if (!found) says.receipt(TOLD.receipt(document.title, now, of - left.length, of), id);
    else says.say(isWritten ? (isHeld ? TOLD.held : TOLD.sent(now)) : TOLD.unheard(mode));
    if (isWritten) says.left(left, of);
  };
  const report = found && isWritten ? new Report(found, stand, tell) : undefined;
  const changed = (): void => {
    keep(stand().suspended());
    // In a task of its own: what is kept here is kept first.
    if (report) setTimeout(() => void report.send());
    else tell(false);
  };
  source.onChange(changed);
  changed();
  addEventListener('pagehide', ({ persisted }) => report?.leave(!persisted));
}

/** In hundredths of a percent, and all only where all is done. */
const share = (done: number, of: number): number => Math.floor((10_000 * done) / of) / 100;

function kept(): string {
  try {
    return localStorage.getItem(HELD) ?? '';
  } catch {
    return '';
  }
}

function keep(text: string): void {
  try {
    localStorage.setItem(HELD, text);
  } catch {
    // Storage is closed or full: the platform has it.
  }
}
