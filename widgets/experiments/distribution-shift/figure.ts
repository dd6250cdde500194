/** The figure: single digits first, then the gap between right and sure, then every pair of sets. */
import { range, sum } from 'd3-array';
import type { Drawing, Part, PileImage, PileLook } from '#kit/draw';
import { answered, bare, bars, below, beside, chart, dots, drawing, ends } from '#kit/draw';
import { hundredths, labelAt, later, line, number, panel, part, perCent, pile } from '#kit/draw';
import { rule, series, svg, waiting, words } from '#kit/draw';
import type { SeenRun, View } from '#kit/contract';
import { SIDE } from '../../shared/digits/eight.ts';
import { largeDigit } from '../../shared/digits/large.ts';
import { CALLED, SETS } from '../../shared/digits/sets.ts';
import type { ExampleDigit, ShiftOutcome } from './outcome.ts';
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
  const pair = beside(isWide ? 30 : 22, drawLarge(run), drawSlopes(run, view, lay.slopes));
  const matrix = drawMatrix(run, lay.further);
  const sure = drawSureness(outcome, view, lay.further);
  const further = isWide ? beside(52, matrix, sure) : below(26, matrix, sure);
  // What there is to see. The numbers are for the sentence, which a page may keep back until the reader has predicted.
  const label = `Some ${CALLED[abroad].digits}, wrong answers marked; a 6 from home and one from abroad, large; then how often right and how sure a model trained on ${CALLED[home].name} is at home and abroad.`;
  const rows = { ...LAY.narrow.pile, rows: 2 };
  const still = { body: bare(imagesOf(outcome.pile, rows), rows).body, y: 0, height: 108 };
  const whole = isWide ? beside(30, digits, pair) : below(12, digits, pair);
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
function drawLarge({ settings: { trainOn, testOn, repair }, outcome: { large, cut } }: Run): Part {
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
    ...{ view, run, width, height: { wide: 200, narrow: 178 }, right: 52, top: 20 },
    x: { extent: [-0.2, 1.2], ticks: [0, 1], format: (at) => (at > 0 ? 'abroad' : 'at home') },
    y: { extent: [0, 1], ticks: 4, format: hundredths, label: '%' },
    marks: ({ outcome: { home, abroad, history } }) => {
      const earlier = history.slice(0, -1);
      const [first] = earlier;
      const jaw = (share: 'accuracy' | 'confidence') => series([home[share], abroad[share]]);
      const levels = earlier.flatMap((one) => series([one.home, one.abroad, null]));
      return [
        ...[0, 1].map((x) => rule({ x })),
        line(levels, { look: 'hair', waits: true }),
        line(jaw('confidence'), { look: 'sure-line', twice: true, waits: true }),
        line(jaw('accuracy'), { waits: true }),
        dots([[0, home.accuracy]], {
          ...{
            r: 4,
            twice: false,
            words: perCent(home.accuracy, 0),
            say: 'run strong',
            must: true,
          },
        }),
        dots([[1, abroad.accuracy]], { r: 4, twice: false, waits: true }),
        first &&
          words('untrained', ({ x, y }, text) => [labelAt(text, x(0) + 8, y(first.home) - 6)], {
            waits: true,
            must: false,
          }),
        ends([
          { share: abroad.confidence, words: 'sure', look: '', waits: true },
          { share: abroad.accuracy, words: 'right', look: 'run', waits: true },
        ]),
      ];
    },
  });
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
  const half = (keep: 'home' | 'abroad', title: string): Part => {
    const { right, wrong } = sure[keep];
    const extent = [-Math.max(1, ...wrong), Math.max(1, ...right)] as const;
    const down = wrong.map((count) => -count);
    const how = { by: 1 / right.length, air: 2 };
    return chart({
      title,
      note: svg`${number(sum(right))} right, <tspan class="wrong">${number(sum(wrong))} wrong</tspan>`,
      ...{ view, width: (whole - 24) / 2, height: 112, left: 0, right: 0, top: 2, foot: 22 },
      x: { extent: [0, 1], ticks: [0, 1], format: (at) => (at > 0 ? '100 % sure' : '0 %') },
      y: { extent, keep, isHidden: true },
      marks: [bars(right, { ...how, look: 'right' }), bars(down, { ...how, look: 'wrong' })],
    });
  };
  const surest = number(sure.abroad.wrong.at(-1) ?? 0);
  const note = later(`${surest} of ${number(abroad.digits)} abroad: over 90 % sure, and wrong`);
  const halves = beside(24, half('home', 'At home'), waiting(half('abroad', 'Abroad')));
  return panel({ title: 'Sure and right, sure and wrong', note }, halves);
}
