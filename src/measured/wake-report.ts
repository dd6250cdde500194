/** Wakes the report: reads the reader's work, writes the report anew whenever it changes, and gives the text their own numbers. */
import { markup } from '../../widgets/kit/draw/markup.ts';
import { setMarkup } from '../../widgets/run/page/trusted-types.ts';
import { ownNumber } from '../components/yours-value.ts';
import { sentenceOf } from '../tasks/storage/work-file.ts';
import type { WorkStore } from '../tasks/storage/store.ts';
import { NOT_LOADED } from '#words/widgets/page/late-words';
import { REPORT } from '#words/src/measured/words';
import type { Asked } from './pure/asked.ts';
import { bookJson } from '../book/book-json.ts';
import { NAMED, type Named } from './pure/pinned.ts';
import { collect } from './pure/collect.ts';
import {
  aboutOwn,
  ownReport,
  pinnedReport,
  triedReport,
  type Place,
  type PlacedExperiment,
  type PlaceOf,
} from './report.ts';

/** What the build has written, read before anything is put in its place. */
interface Book {
  readonly asked: readonly Asked[];
  readonly placeOf: PlaceOf;
  readonly experiments: readonly PlacedExperiment[];
}
type Runs = WorkStore['work']['runs'];

/** Wakes the report, once. The store is handed over: were it imported here too, it would be a file of its own for every lesson. */
export function wakeReport(report: HTMLElement, store: WorkStore): void {
  if ('awake' in report.dataset) return;
  report.dataset['awake'] = '';
  const readWith = read(report);
  // In the one file a page that is not turned to has no need of it.
  const seen = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    seen.disconnect();
    bookJson<Named>(NAMED).then(
      (named) => {
        const book = readWith(named);
        const writeAnew = (): void => write(report, book, store);
        store.addEventListener('change', writeAnew);
        writeAnew();
      },
      (error: unknown) => {
        console.warn(error);
        put(report, 'amiss', NOT_LOADED);
      },
    );
  });
  seen.observe(report.closest('article') ?? report);
}

/** What the build has written, read at once; what its experiments call their settings comes later. */
function read(report: HTMLElement): (named: Named) => Book {
  const places = new Map<string, Place>();
  const asked = [...report.querySelectorAll<HTMLElement>('[data-asked]')].map((row) => {
    const one = JSON.parse(row.dataset['asked'] ?? '') as Asked;
    const lesson = row.parentElement?.querySelector('[scope="rowgroup"]')?.textContent ?? '';
    const link = row.querySelector('a');
    places.set(one.question, { href: hrefOf(link), text: link?.textContent ?? '', lesson });
    return one;
  });
  const placeOf = ({ question }: Asked): Place =>
    places.get(question) ?? { href: '', text: question, lesson: '' };
  const placed = [...report.querySelectorAll<HTMLElement>('[data-placed]')].map((link) => ({
    id: link.dataset['placed'] ?? '',
    href: hrefOf(link),
    text: link.textContent,
    lesson: link.closest('li')?.dataset['title'] ?? '',
  }));
  return ({ names, placed: where }) => ({
    ...{ asked, placeOf },
    experiments: placed.map((one) => ({
      ...one,
      names: names[where[one.id]?.tag ?? ''],
      start: where[one.id]?.start ?? {},
    })),
  });
}

function write(report: HTMLElement, { asked, placeOf, experiments }: Book, store: WorkStore): void {
  const { runs } = store.work;
  const found = collect(asked, store.work);
  const isNew = found.untried.length === asked.length && Object.keys(runs).length === 0;
  put(report, 'about', isNew ? REPORT.none : aboutOwn(found, runs));
  sayAmiss(report, store);
  report.toggleAttribute('data-own', !isNew);
  if (isNew) return;
  const [own, tried] = [partOf(report, 'own'), partOf(report, 'experiments')];
  if (own) {
    setMarkup(own, markup`${ownReport(found, placeOf)}${pinnedReport(runs, experiments)}`);
  }
  if (tried) setMarkup(tried, triedReport(found, { runs, experiments }, placeOf));
  lendNumbers(report, experiments, runs);
}

/** Numbers in the text of this lesson come from the reader's latest run with the same settings, wherever it was made. */
function lendNumbers(report: HTMLElement, experiments: Book['experiments'], runs: Runs): void {
  const versions = new Map(experiments.map(({ id, names }) => [id, names?.version]));
  const numbers = report.closest('article')?.querySelectorAll<HTMLElement>('yours-number[data-id]');
  for (const one of numbers ?? []) {
    const id = one.dataset['id'] ?? '';
    const recent = Object.hasOwn(runs, id) ? (runs[id]?.recent ?? []) : [];
    const shows = recent.toReversed().flatMap(({ run, state }) => {
      const isSame = state === 'done' && run.version === versions.get(id);
      return (isSame && ownNumber(one, run)) || [];
    });
    shows[0]?.();
  }
}

function sayAmiss(report: HTMLElement, { problem, amiss }: WorkStore): void {
  put(report, 'amiss', problem !== '' || !amiss ? problem : sentenceOf(amiss));
}

function partOf(report: HTMLElement, name: string): HTMLElement | null {
  return report.querySelector(`[data-part="${name}"]`);
}

function put(report: HTMLElement, name: string, text: string): void {
  const place = partOf(report, name);
  if (place && place.textContent !== text) setMarkup(place, markup`${text}`);
}

const hrefOf = (link: Element | null): string => link?.getAttribute('href') ?? '';

/** Prints the report without its lesson: the sheet leaves the rest out while this is set. */
export function printAlone(): void {
  const root = document.documentElement;
  root.dataset['report'] = '';
  addEventListener('afterprint', () => delete root.dataset['report'], { once: true });
  print();
}
