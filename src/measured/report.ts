/** What the report says of a reader's own work, as markup: sentences, the plot, and everything again as tables. */
import { number, quantity } from '../../widgets/kit/draw/format.ts';
import { markup, type Markup } from '../../widgets/kit/draw/markup.ts';
import { asSaid } from '../tasks/judge/shown-measure.ts';
import type { Runs } from '../tasks/storage/pure/work.ts';
import { PINNED } from '../../widgets/kit/contract/border.ts';
import type { AnySettings } from '../../widgets/kit/contract/params.ts';
import { OWN, REPORT } from '#words/src/measured/words';
import { guessFigure } from './figure.ts';
import type { Asked } from './pure/asked.ts';
import { calibrate } from './pure/calibrate.ts';
import { bySurprise, type Collected, type Compared } from './pure/collect.ts';
import { foundIn, setIn, type Names } from './pure/pinned.ts';
import type { GuessedNumber } from './pure/surprise.ts';

/** So many of the largest surprises are named in the plot, and so many fit on paper. */
const NAMED = 5;
const ON_PAPER = 10;
const PINNED_ON_PAPER = 4;
/** So many experiments are named where the reader ran most. */
const MOST_RUN = 8;

/** Where a prediction stands, and what it asks. */
export interface Place {
  readonly href: string;
  readonly text: string;
  readonly lesson: string;
}
/** An experiment, likewise. */
export interface PlacedExperiment extends Place {
  readonly id: string;
  readonly names: Names | undefined;
  readonly start: AnySettings;
}
export type PlaceOf = (asked: Asked) => Place;

/** The sentence that says what the report is made of. */
export function aboutOwn(found: Collected, runs: Runs): string {
  const all = Object.entries(runs).flatMap(([id, one]) => (id.endsWith(`--${PINNED}`) ? [] : one));
  const compared = new Set(found.compared.map(({ asked }) => asked.question)).size;
  const apart = [found.waiting, found.skipped, found.otherVersion, found.untried];
  const predictions = compared + apart.reduce((sum, { length }) => sum + length, 0);
  const count = all.reduce((sum, one) => sum + one.count, 0);
  return OWN.counted(compared, predictions, count, all.length);
}

/** The plot, the surprises, what was picked, and what is not counted. */
export function ownReport(found: Collected, placeOf: PlaceOf): Markup {
  return markup`${guesses(found)}${surprises(found, placeOf)}${options(found, placeOf)}${apart(found, placeOf)}`;
}

function guesses({ compared }: Collected): Markup {
  const { numbers, options: picked } = calibrate(compared.map(({ guessed }) => guessed));
  const ranks = bySurprise(compared).map(({ guessed }) => guessed);
  const dots = ranks.flatMap((one, i) =>
    one.kind === 'number' ? [{ at: one.at, name: i < NAMED ? String(i + 1) : undefined }] : [],
  );
  const said = [
    ...(numbers.median === undefined
      ? []
      : [
          OWN.numbers(numbers.all, numbers.low, numbers.high, numbers.near),
          OWN.median(share(numbers.median)),
        ]),
    ...(picked.all > 0 ? [OWN.options(picked.right, picked.all, number(picked.byChance, 1))] : []),
  ];
  if (said.length === 0) return markup``;
  return markup`<h3>${OWN.guesses}</h3><p>${said.join(' ')}</p>${dots.length > 0 && markup`<figure class="measured-plot">${guessFigure(dots)}<figcaption>${OWN.figure(dots.length)}</figcaption></figure>`}`;
}

const share = (size: number): string => quantity(size, { digits: 0, unit: 'share' });

function surprises({ compared }: Collected, placeOf: PlaceOf): Markup | false {
  const sorted = bySurprise(compared);
  if (sorted.length === 0) return false;
  const rows = sorted.map((one, i) =>
    row(OWN.head, [
      cell(String(i + 1), true),
      asked(one, placeOf),
      cell(mine(one)),
      cell(gave(one)),
      cell(share(one.guessed.size), true),
    ]),
  );
  return table(OWN.surprises, OWN.head, rows);
}

function options({ compared }: Collected, placeOf: PlaceOf): Markup | false {
  const rows = compared.flatMap((one) => {
    const { guessed, kept } = one;
    if (guessed.kind !== 'option') return [];
    return [
      row(OWN.pickedHead, [
        cell(guessed.isRight ? OWN.right : OWN.wrong),
        asked(one, placeOf),
        cell(kept.saw ?? ''),
      ]),
    ];
  });
  if (rows.length === 0) return false;
  return table(OWN.picked, OWN.pickedHead, rows);
}

function apart({ otherVersion, waiting, skipped }: Collected, placeOf: PlaceOf): Markup | false {
  const items = [
    ...otherVersion.map(({ asked: one, kept }) => [one, OWN.otherVersion(kept.version)] as const),
    ...waiting.map((one) => [one, OWN.waiting] as const),
    ...skipped.map((one) => [one, OWN.skipped] as const),
  ];
  if (items.length === 0) return false;
  return markup`<h3>${OWN.apart}</h3><ul>${items.map(([one, why]) => markup`<li>${link(placeOf(one))} <span class="soft">(${why})</span></li>`)}</ul>`;
}

/** The runs that a reader has pinned, those of one experiment together. */
export function pinnedReport(runs: Runs, experiments: readonly PlacedExperiment[]): Markup | false {
  const rows = experiments.flatMap((one) => {
    const { names, start } = one;
    return pinnedOf(runs, one).flatMap(({ run }) =>
      run.version === names?.version
        ? [
            row(OWN.pinnedHead, [
              inRow(markup`${link(one)} <span class="soft">${one.lesson}</span>`),
              cell(setIn(run, names, start)),
              cell(foundIn(run, names)),
            ]),
          ]
        : [],
    );
  });
  return rows.length > 0 && table(OWN.pinned, OWN.pinnedHead, rows, PINNED_ON_PAPER);
}

const pinnedOf = (runs: Runs, { id }: PlacedExperiment) => {
  const key = `${id}--${PINNED}`;
  return Object.hasOwn(runs, key) ? (runs[key]?.recent ?? []) : [];
};

/** What was never tried, and where most was run. */
export function triedReport(
  { untried }: Collected,
  { runs, experiments }: { readonly runs: Runs; readonly experiments: readonly PlacedExperiment[] },
  placeOf: PlaceOf,
): Markup {
  const timesOf = ({ id }: PlacedExperiment): number =>
    Object.hasOwn(runs, id) ? (runs[id]?.count ?? 0) : 0;
  const most = experiments
    .filter((one) => timesOf(one) > 0)
    .toSorted((a, b) => timesOf(b) - timesOf(a))
    .slice(0, MOST_RUN)
    .map((one) => markup`<li>${link(one)} (${one.lesson}): ${OWN.times(timesOf(one))}</li>`);
  const lessons = [...new Set(experiments.map(({ lesson }) => lesson))];
  const open = lessons.flatMap((lesson) => {
    const ofIt = (one: Place): boolean => one.lesson === lesson;
    const still = experiments.filter((one) => ofIt(one) && timesOf(one) === 0);
    const asks = untried.map(placeOf).filter(ofIt);
    if (still.length + asks.length === 0) return [];
    return [
      markup`<li><details><summary>${lesson}: ${OWN.open(still.length, asks.length)}</summary><p class="measured-go">${[...still, ...asks].map(link)}</p></details></li>`,
    ];
  });
  return markup`${most.length > 0 && markup`<h3>${OWN.ran2}</h3><ul>${most}</ul>`}<h3>${REPORT.untried}</h3>${open.length > 0 ? markup`<ul class="measured-open">${open}</ul>` : markup`<p>${OWN.allTried}</p>`}`;
}

/** One cell of a row: on a phone, where cells stand below each other, it carries the head of its column. */
type Cell = (head: string) => Markup;

const cell =
  (text: string, isNumber = false): Cell =>
  (head) =>
    markup`<td role="cell"${isNumber && markup` class="number"`}${head && markup` data-head="${head}"`}>${text}</td>`;

const inRow =
  (words: Markup): Cell =>
  () =>
    markup`<th scope="row" role="rowheader">${words}</th>`;

const row = (head: readonly string[], cells: readonly Cell[]): Markup =>
  markup`<tr role="row">${cells.map((one, i) => one(head[i] ?? ''))}</tr>`;

/** Roles are said, because a browser forgets them where the style sheet stacks the cells. */
function table(
  title: string,
  head: readonly string[],
  rows: readonly Markup[],
  onPaper = ON_PAPER,
): Markup {
  const more = rows.length - onPaper;
  return markup`<h3>${title}</h3><div class="scroll" tabindex="0" role="group" aria-label="${title}"><table role="table"><thead role="rowgroup"><tr role="row">${head.map((one) => (one === '' ? markup`<td role="cell"></td>` : markup`<th scope="col" role="columnheader">${one}</th>`))}</tr></thead><tbody role="rowgroup">${rows.slice(0, onPaper)}</tbody>${more > 0 && markup`<tbody role="rowgroup" class="measured-more">${rows.slice(onPaper)}</tbody>`}</table></div>${more > 0 && markup`<p class="if-print">${OWN.more(more)}</p>`}`;
}

const link = ({ href, text }: Place): Markup => markup`<a href="${href}">${text}</a>`;

function asked({ asked: one, guessed }: Compared, placeOf: PlaceOf): Cell {
  const place = placeOf(one);
  const label =
    guessed.kind === 'number' && one.what.form === 'numbers' && one.what.lines[guessed.part]?.label;
  return inRow(
    markup`${link(place)}${label && ` ${label}.`} <span class="soft">${place.lesson}</span>`,
  );
}

function lineOf({ asked: { what } }: Compared, { part }: GuessedNumber) {
  return what.form === 'numbers' ? what.lines[part] : undefined;
}

function mine(one: Compared): string {
  const { guessed } = one;
  if (guessed.kind === 'number') return asSaid(guessed.guess, lineOf(one, guessed)?.unit);
  return guessed.kind === 'line' ? OWN.yourLine : OWN.yourOrder;
}

function gave(one: Compared): string {
  const {
    asked: { what },
    guessed,
  } = one;
  if (guessed.kind === 'number') {
    const line = lineOf(one, guessed);
    return line ? quantity(guessed.found, line) : '';
  }
  if (guessed.kind === 'line') {
    const unit = what.form === 'curve' ? what.line.unit : undefined;
    return OWN.off(asSaid(Number(guessed.off.toPrecision(2)), unit));
  }
  return guessed.kind === 'order' ? OWN.pairs(guessed.wrong, guessed.pairs) : '';
}
