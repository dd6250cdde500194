/** The twelve moves: what each costs, where on the cycle it belongs, and what of a project it changes. */

/** The six stations of the cycle, in order. */
export const STATIONS = ['scope', 'data', 'model', 'deploy', 'monitor', 'business'] as const;
export type Station = (typeof STATIONS)[number];

/** A project has so many days. */
export const DAYS = 60;

/** What a model is made from, as bits of a number from 0 to 15: what has been mended when it is trained. */
export const MENDS = { labels: 1, rare: 2, old: 4, goal: 8 } as const;
export type Flaw = keyof typeof MENDS;
export const FLAWS = Object.keys(MENDS) as readonly Flaw[];

/** Where a project stands, and where it begins; a model is called by what was mended when it was trained, and -1 is none. */
export const START = {
  ...{ day: 0, mended: 0, isStopped: false },
  /** The model that was trained last, and the one that is out: of none, the old rule is. */
  ...{ trained: -1, out: -1 },
  /** The model whose errors were read last, and the one whose revenue was looked at. */
  ...{ read: -1, looked: -1 },
};
export type Place = Readonly<typeof START>;

export interface Move {
  /** Its letter in the text of the moves. */
  readonly letter: string;
  readonly label: string;
  readonly days: number;
  /** Nowhere: it leaves the project where it is. */
  readonly station?: (place: Place) => Station;
  /** Why it makes no sense here; nothing if it does. */
  readonly unless?: (place: Place) => string | false;
  readonly after?: (place: Place) => Partial<Place>;
}

const NO_MODEL = 'There is no model yet.';

function mend(letter: string, flaw: Flaw, label: string, days: number): Move {
  const done = flaw === 'goal' ? 'It is clicks already.' : 'Done already.';
  return {
    ...{ letter, label, days },
    station: () => (flaw === 'goal' ? 'scope' : 'data'),
    unless: ({ mended }) => (mended & MENDS[flaw]) > 0 && done,
    after: ({ mended }) => ({ mended: mended | MENDS[flaw] }),
  };
}

/** All twelve, in the order of their buttons; what changes nothing may be done all the same. */
export const MOVES: readonly Move[] = [
  {
    ...{ letter: 'T', label: 'Train', days: 1 },
    station: () => 'model',
    unless: ({ mended, trained }) => trained === mended && 'Nothing has changed since.',
    after: ({ mended }) => ({ trained: mended }),
  },
  {
    ...{ letter: 'L', label: 'Look at errors', days: 1 },
    station: ({ out }) => (out < 0 ? 'model' : 'monitor'),
    unless: ({ trained, read }) =>
      (trained < 0 && NO_MODEL) || (read === trained && 'Done, for this model.'),
    after: ({ trained }) => ({ read: trained }),
  },
  mend('R', 'labels', 'Relabel', 8),
  mend('S', 'rare', 'Collect ads to show', 7),
  mend('N', 'old', 'Recent data', 6),
  mend('O', 'goal', 'New objective', 2),
  {
    ...{ letter: 'D', label: 'Deploy', days: 1 },
    station: () => 'deploy',
    unless: ({ trained, out }) =>
      (trained < 0 && NO_MODEL) || (trained === out && 'It is out already.'),
    after: ({ trained }) => ({ out: trained }),
  },
  {
    ...{ letter: 'B', label: 'Look at revenue', days: 1 },
    station: () => 'business',
    unless: ({ out, looked }) =>
      (out < 0 && 'No model is out.') || (looked === out && 'Done, for this model.'),
    after: ({ out }) => ({ looked: out }),
  },
  {
    ...{ letter: 'W', label: 'Old rule back', days: 1 },
    station: () => 'deploy',
    unless: ({ out }) => out < 0 && 'It is in use already.',
    after: () => ({ out: -1 }),
  },
  { letter: 'P', label: 'Pray', days: 0 },
  { letter: 'C', label: 'Cry', days: 0 },
  {
    ...{ letter: 'X', label: 'Stop the project', days: 0 },
    station: () => 'business',
    after: () => ({ isStopped: true }),
  },
];

/** Why a move cannot be made; nothing if it can. */
export function whyNot(place: Place, { days, unless }: Move): string | false {
  if (place.isStopped) return 'The project is closed.';
  const left = DAYS - place.day;
  return unless?.(place) || (days > left && `${left} ${left === 1 ? 'day is' : 'days are'} left.`);
}

/** Where a move leads. */
export function moved(place: Place, move: Move): Place {
  return { ...place, ...move.after?.(place), day: place.day + move.days };
}

/** The moves of a text as far as they can be made, with where the project stood before and after; the others are left out. */
export function movesOf(text: string) {
  const made: { readonly move: Move; readonly from: Place; readonly to: Place }[] = [];
  let left = '';
  for (const letter of text) {
    const move = MOVES.find((one) => one.letter === letter);
    const from = made.at(-1)?.to ?? START;
    if (!move || whyNot(from, move) !== false) left += letter;
    else made.push({ move, from, to: moved(from, move) });
  }
  return { made, left };
}
