/** What of a lesson was done: predictions, experiments, answers, as the book’s own store has them. */
import { OUTCOME } from '../../../widgets/kit/contract/border.ts';
import { PAGE_ADDED } from '../../book/page-added.ts';
import type { ReadingPlace } from '../../book/reading.ts';
import { remembered } from '../../book/remembered.ts';
import { pageStore } from '../../tasks/storage/page-store.ts';
import { withFile } from '../../tasks/storage/pure/file.ts';
import { keyOf } from '../../tasks/storage/pure/work.ts';
import { answersIn, answersText } from '../pure/suspended.ts';
import type { Source } from './source.ts';

/** Waits for the lesson of a name. */
export function watchLesson(slug: string, onSource: (source: Source) => void): void {
  const seen = ({ target }: Event): void => {
    const section = target as HTMLElement;
    if (section.dataset['page'] !== slug || !section.querySelector('[data-lesson]')) return;
    document.removeEventListener(PAGE_ADDED, seen);
    onSource(sourceOf(section));
  };
  document.addEventListener(PAGE_ADDED, seen);
}

function sourceOf(section: HTMLElement): Source {
  const store = pageStore();
  const questions = [...section.querySelectorAll<HTMLElement>('[id][data-question]')].map(
    ({ dataset }) => [dataset['question'] ?? '', dataset['kind']] as const,
  );
  const experiments = [...section.querySelectorAll('.experiment[id]')].map(({ id }) => id);
  const given = () => Object.values(store.work.answers);
  return {
    parts: () => {
      const answers = given();
      const isDone = (id: string, isGoal: boolean): boolean =>
        answers.some(
          ({ question, answer, correct }) =>
            question === id && answer !== null && (!isGoal || correct === true),
        );
      return [
        ...questions.map(([id, kind]) => ({
          ...{ id, at: `question-${id}`, isDone: isDone(id, kind === 'reach') },
        })),
        ...experiments.map((id) => ({
          ...{ id, at: id, isDone: store.runs.of(id).count > 0 },
          // By itself a run is nothing that was checked.
          isRun: questions.length > 0,
        })),
      ];
    },
    answers: (room) => {
      const ids = new Set(questions.map(([id]) => id));
      return answersText(
        given().filter(({ question }) => ids.has(question)),
        room,
      );
    },
    place: () => {
      const place = remembered('place') as ReadingPlace | null;
      return section.querySelector(`#${CSS.escape(String(place?.section))}`)
        ? String(place?.section)
        : '';
    },
    unite: (text) => {
      const ids = questions.map(([id]) => id);
      const comes = answersIn(text, ids).map((kept) => [keyOf(kept.question, kept.version), kept]);
      if (comes.length === 0) return;
      const { book, edition, format } = store.work;
      const file = { format, book, edition, answers: Object.fromEntries(comes), log: [], runs: {} };
      store.load((ours) => withFile(ours, JSON.stringify(file)));
    },
    goTo: (place) => {
      // When the page has been turned to.
      if (place !== '') setTimeout(() => document.getElementById(place)?.scrollIntoView());
    },
    onChange: (does) => {
      store.addEventListener('change', does);
      document.addEventListener(OUTCOME, () => setTimeout(does));
    },
  };
}
