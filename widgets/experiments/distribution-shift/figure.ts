/** The figure: single digits first, then the gap between right and sure, then every pair of sets. */
import { range, sum } from 'd3-array';
import type { Drawing, Mark, Part, PileImage, PileLook } from '#kit/draw';
import { answered, apart, bare, bars, below, beside, chart, dots, drawing } from '#kit/draw';
import { hundredths, later, line, number, panel, part, pile, rule, series } from '#kit/draw';
import { special, svg, waiting } from '#kit/draw';
import type { SeenRun, View } from '#kit/contract';
import { SIDE } from '../../shared/digits/eight.ts';
import { largeDigit } from '../../shared/digits/large.ts';
import { CALLED, SETS } from '../../shared/digits/sets.ts';
import type { ExampleDigit, Score, ShiftOutcome } from './outcome.ts';
import type { ShiftSettings } from './params.ts';

const TILES = { side: SIDE, crosses: true };
const LAY = {
  wide: { pile: { ...TILES, columns: 9, rows: 4, width: 303 }, slopes: 233, further: 314 },
  narrow: { pile: { ...TILES, columns: 7, rows: 1, width: 320 }, slopes: 214, further: 320 },
} as const;
/** The side of a digit that is seen large. */
const BIG = 84;
const FURTHER =
  'Of every pair of sets, how often right; then how sure the right and the wrong answers are.';

type Seen = View<ShiftSettings, ShiftOutcome>;
type Run = SeenRun<ShiftSettings, ShiftOutcome>;

/** One complete picture in one layout. */
export function draw(settings: ShiftSettings, outcome: ShiftOutcome, view: Seen): Drawing {
  const { trainOn: home, testOn: abroad } = settings;
  const run = { settings, outcome };
  const isWide = view.layout === 'wide';
  const lay = LAY[view.layout];
  const digits = drawPile(outcome, CALLED[abroad].digits, lay.pile);
  const large = drawLarge(settings, outcome);
  const slopes = drawSlopes(run, view, lay.slopes);
  const matrix = drawMatrix(run, lay.further);
  const sure = drawSureness(outcome, view, lay.further);
  const whole = isWide
    ? beside(30, digits, large, slopes)
    : below(12, digits, beside(22, large, slopes));
  const further = isWide ? beside(52, matrix, sure) : below(26, matrix, sure);
  // What there is to see. The numbers are for the sentence, which a page may keep back until the reader has predicted.
  const label = `Some ${CALLED[abroad].digits}, wrong answers marked; a 6 from home and one from abroad, large; then how often right and how sure a model trained on ${CALLED[home].name} is at home and abroad.`;
  const rows = { ...LAY.narrow.pile, rows: 2 };
  const still = { body: bare(imagesOf(outcome.pile, rows), rows).body, y: 0, height: 108 };
  const drawn = drawing(whole, label, still, { whole: further, label: FURTHER });
  return { ...drawn, ...(further.axes && { axes: further.axes }) };
}

/** The digits of the pile; fewer, evenly taken, where there is little room. */
function imagesOf(all: readonly ExampleDigit[], { columns, rows }: PileLook): PileImage[] {
  const count = Math.min(all.length, columns * rows);
  return range(count).map((i) => {
    const { pixels, label, answer } = all[Math.floor((i * all.length) / count)] as ExampleDigit;
    return answered(pixels, label, answer);
  });
}

/** Foreign digits with the wrong answers written under them. */
function drawPile(outcome: ShiftOutcome, called: string, look: PileLook): Part {
  const images = imagesOf(outcome.pile, look);
  const right = images.filter(({ isWrong }) => !isWrong).length;
  const some = `${right} read right; under a cross: what it was taken for`;
  const note = later(right < images.length ? some : 'The model reads every one of them right.');
  const mistake = svg`<text class="soft" y="13">${commonestMistake(outcome)}</text>`;
  return panel(
    { title: `${images.length} ${called}, a fair sample`, note },
    below(0, pile(images, look), waiting(part(look.width, 18, mistake))),
  );
}

function commonestMistake({ confusion, abroad: { digits } }: ShiftOutcome): string {
  const mistakes = confusion.flatMap((row, label) =>
    row.map((times, answer) => ({ label, answer, times: label === answer ? 0 : times })),
  );
  const [worst] = mistakes.sort((a, b) => b.times - a.times);
  return worst && worst.times > 0
    ? `Of all ${digits}, most often: ${worst.label} taken for ${worst.answer}, ${worst.times} times`
    : `No mistake in all ${digits} held-out digits.`;
}

/** A six from home over one from abroad, each in the frame in which it is stored, with what it is taken for. */
function drawLarge({ trainOn, testOn, repair }: ShiftSettings, { large, cut }: ShiftOutcome): Part {
  const [home, abroad] = [trainOn, testOn].map((name) => {
    const { pixels, answer, label } = large[name];
    const read = answer === label ? `${answer}` : `× ${answer}`;
    const look = answer === label ? 'soft' : 'wrong';
    const words = svg`<text class="soft" y="14">${CALLED[name].name}</text>${later(svg`<text class="${look}" x="${BIG}" y="14" text-anchor="end">${read}</text>`)}`;
    return below(0, largeDigit(pixels, BIG), part(BIG, 19, words));
  });
  const done = repair === 'preprocess' ? 'cut alike' : 'as published';
  const note = cut < 1 ? 'being cut' : done;
  return panel({ title: 'A 6 of each', note }, below(3, home, abroad));
}

/** From home to abroad: one line for the share read right, one for the mean confidence; the opening jaw is the lesson. */
function drawSlopes(run: Run, view: Seen, width: number): Part {
  const { done, planned } = run.outcome.epochs;
  return chart<ShiftSettings, ShiftOutcome>({
    ...{ title: 'How often right, how sure', note: `after ${done} of ${planned} passes` },
    ...{ view, run, width, height: { wide: 194, narrow: 178 } },
    ...{ left: 50, right: 82, top: 6, foot: 42 },
    x: { extent: [0, 1], isHidden: true },
    marks: ({ settings: { trainOn, testOn }, outcome: { home, abroad, history } }) => {
      const earlier = history.slice(0, -1);
      const [first] = earlier;
      const jaw = (share: 'accuracy' | 'confidence') => series([home[share], abroad[share]]);
      const levels = earlier.flatMap((one) => series([one.home, one.abroad, null]));
      const untrained: Mark['draw'] = ({ x, y, floor }) =>
        svg`<text class="soft" x="${x(0) + 8}" y="${Math.min(y(first?.home ?? 0) + 15, floor + 4)}">untrained</text>`;
      return [
        ...[0, 1].map((x) => rule({ x })),
        first && special(untrained, { waits: true }),
        line(levels, { look: 'hair', waits: true }),
        line(jaw('confidence'), { look: 'sure-line', twice: true, waits: true }),
        line(jaw('accuracy'), { waits: true }),
        ...endOf(home, 0, ['at home', CALLED[trainOn].name]),
        ...endOf(abroad, 1, ['abroad', CALLED[testOn].name]),
      ];
    },
  });
}

/** Both shares at one end of the lines, a line of text apart at least, and off the words below: where the end is. */
function endOf({ accuracy, confidence }: Score, at: 0 | 1, below: readonly string[]): Mark[] {
  const waits = at === 1;
  const shares: Mark['draw'] = ({ x, y, floor }) => {
    const rows = [confidence, accuracy].map((share) => ({ share, top: y(share), high: 16 }));
    apart(rows, -Infinity, floor + 16);
    const place = waits ? svg`x="${x(1) + 9}"` : svg`x="${x(0) - 9}" text-anchor="end"`;
    return svg`${rows.map(({ share, top }, i) => svg`<text class="${i > 0 && 'run strong'}" ${place} y="${top + 4}">${hundredths(share)} %${waits && [' sure', ' right'][i]}</text>`)}`;
  };
  const names: Mark['draw'] = ({ x, floor }) =>
    svg`${below.map((name, i) => svg`<text class="${i > 0 && 'soft'}" x="${x(at)}" y="${floor + 20 + 18 * i}" text-anchor="middle">${name}</text>`)}`;
  return [
    dots([[at, accuracy]], { r: 4, twice: false, waits }),
    special(shares, { waits }),
    special(names),
  ];
}

/** Three by three: trained on, used on. Cells that no model of this run has filled hold a dash. */
function drawMatrix({ settings: { trainOn, testOn }, outcome }: Run, width: number): Part {
  const [head, top, high] = [78, 32, 36];
  const wide = (width - head) / 3;
  const across = (j: number): number => head + (j + 0.5) * wide;
  const base = (i: number): number => top + (i + 0.5) * high + 5;
  const names = SETS.map((set, i) => {
    const { name } = CALLED[set];
    return svg`<text y="${base(i)}">${name}</text><text class="soft" x="${across(i)}" y="${top - 8}" text-anchor="middle">${i === 0 && 'on '}${name}</text>`;
  });
  const cells = outcome.matrix.flatMap((row, i) =>
    row.map((score, j) => {
      const look = score ? (i === j ? 'strong' : '') : 'soft';
      const value = score ? hundredths(score.accuracy) : '–';
      const cell = svg`<text class="${look}" text-anchor="middle" x="${across(j)}" y="${base(i)}">${value}</text>`;
      // How it does at home is known before a prediction.
      return i === j && SETS[i] === trainOn ? cell : later(cell);
    }),
  );
  const lines = range(4).map((i) => `M0 ${top + i * high}h${width}`);
  const [column, row] = [SETS.indexOf(testOn), SETS.indexOf(trainOn)];
  const here = svg`<rect class="run-line" x="${head + column * wide + 4}" y="${top + row * high + 4}" width="${wide - 8}" height="${high - 8}"/>`;
  const body = svg`<text class="soft" y="${top - 8}">trained on</text>${names}<path class="hair" d="${lines}"/>${cells}${here}`;
  return panel({ title: 'Right of 100, every pair' }, part(width, top + 3 * high, body));
}

/** Answers by confidence: right ones upwards, wrong ones downwards, at home and abroad. */
function drawSureness({ sure, abroad }: ShiftOutcome, view: Seen, whole: number): Part {
  const width = (whole - 24) / 2;
  const half = (keep: 'home' | 'abroad', role: string): Part => {
    const { right, wrong } = sure[keep];
    const extent = [-Math.max(1, ...wrong), Math.max(1, ...right)] as const;
    const down = wrong.map((count) => -count);
    const how = { by: 1 / right.length, air: 2 };
    const told = svg`<text y="11">${number(sum(right))} right</text><text class="wrong" y="116">${number(sum(wrong))} wrong</text><text class="soft" y="134">0 %</text><text class="soft" text-anchor="middle" x="${width / 2}" y="134">${role}</text><text class="soft" text-anchor="end" x="${width}" y="134">100 %</text>`;
    return chart({
      // The words stand above and below the room that the bars may take.
      ...{ view, width, height: 138, left: 0, right: 0, top: 18, foot: 36 },
      x: { extent: [0, 1], isHidden: true },
      y: { extent, keep, isHidden: true },
      marks: [
        bars(right, { ...how, look: 'right-fill' }),
        bars(down, { ...how, look: 'wrong-fill' }),
        rule({ y: 0 }),
        special(() => told),
      ],
    });
  };
  const surest = number(sure.abroad.wrong.at(-1) ?? 0);
  const note = later(`${surest} of ${number(abroad.digits)} abroad: over 90 % sure, and wrong`);
  const title = 'Sure and right, sure and wrong';
  return panel(
    { title, note },
    beside(24, half('home', 'at home'), waiting(half('abroad', 'abroad'))),
  );
}
