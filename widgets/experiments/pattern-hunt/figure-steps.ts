/** What is asked for: how often each symbol came, and what came after what. A pattern shows in the second, not in the first. */
import { range } from 'd3-array';
import type { Markup, Part, Step } from '#kit/draw';
import { barsPath, nearly, number, panel, part, short, svg } from '#kit/draw';
import { countsOf, type HuntOutcome } from './model.ts';
import type { HuntSettings } from './params.ts';

/** From few to many. */
const SHADE_LOOKS = ['shade-1', 'shade-2', 'shade-3', 'shade-4'] as const;

/** As wide as the page shows a step. */
const WIDE = 240;
/** Letters that stand closer than this are written on two lines by turns. */
const CLOSE = 16;
/** Height of the highest bar. */
const BARS = 80;

/** Both pictures, in the order in which they are asked for. */
export function stepsOf(settings: HuntSettings, outcome: HuntOutcome): readonly Step[] {
  return [howOften(outcome, settings), whatAfterWhat(outcome, settings)];
}

function step(drawn: Part, words: Pick<Step, 'asks' | 'says' | 'label'>): Step {
  return { ...words, width: drawn.width, height: Math.ceil(drawn.height), body: drawn.body };
}

/** A sign as it stands in a chart. */
function looks(sign: string, { source }: HuntSettings): string {
  return source === 'bikes' ? (sign === 'u' ? '↑' : '↓') : sign;
}

/** Signs at places in a row, on two lines by turns where they are close. */
function signsAcross(signs: readonly string[], pitch: number, left: number, y: number): Markup {
  const lines = pitch < CLOSE ? 2 : 1;
  return svg`${range(lines).map((line) => {
    const mine = range(line, signs.length, lines);
    const xs = mine.map((i) => short(left + (i + 0.5) * pitch)).join(' ');
    return (
      mine.length > 0 &&
      svg`<text class="soft" text-anchor="middle" x="${xs}" y="${y + line * 15}">${mine.map((i) => signs[i]).join('')}</text>`
    );
  })}`;
}

function howOften(outcome: HuntOutcome, settings: HuntSettings): Step {
  const { all } = countsOf(outcome);
  const signs = Array.from(outcome.alphabet, (sign) => looks(sign, settings));
  const total = outcome.drawn.length;
  const most = Math.max(1, ...all);
  const pitch = WIDE / signs.length;
  const heights = all.map((count) => BARS - (BARS * count) / most);
  const gap = Math.min(8, pitch * 0.3);
  const bars = svg`<path class="usual" d="${barsPath(heights, BARS, { left: 0, step: pitch, gap })}"/><path class="hair" d="M0 ${BARS}H${WIDE}"/>`;
  const names = signsAcross(signs, pitch, 0, BARS + 15);
  const drawn = part(WIDE, BARS + (pitch < CLOSE ? 35 : 20), svg`${bars}${names}`);
  return step(panel({ title: 'How often each came' }, drawn), {
    asks: 'How often did each symbol come?',
    label: 'How often each symbol came, as bars.',
    says: total === 0 ? 'Nothing has come yet.' : oftenest(signs, all, total),
  });
}

function oftenest(signs: readonly string[], all: readonly number[], total: number): string {
  const [most, least] = [Math.max(...all), Math.min(...all)];
  const sign = (count: number): string => nameOf(signs[all.indexOf(count)] ?? '');
  const told = `${sign(most)} came most often, ${number(most)} times of ${number(total)} (${nearly(most / total)}), and ${sign(least)} least, ${number(least)} times.`;
  return `This is the distribution. ${told.charAt(0).toUpperCase()}${told.slice(1)}`;
}

function nameOf(sign: string): string {
  return sign === '_' ? 'the space' : sign;
}

/** Least shares, as multiples of an even share, from which on a field is darker. */
const SHADES = [0.3, 0.75, 1.35, 2.5];

function whatAfterWhat(outcome: HuntOutcome, settings: HuntSettings): Step {
  const { after } = countsOf(outcome);
  const signs = Array.from(outcome.alphabet, (sign) => looks(sign, settings));
  const left = 30;
  const pitch = Math.min(30, (WIDE - left) / signs.length);
  const top = pitch < CLOSE ? 32 : 18;
  const paths = SHADES.map(() => '');
  after.forEach((row, last) => {
    const sum = row.reduce((one, two) => one + two, 0);
    row.forEach((count, next) => {
      const shade = SHADES.filter((least) => sum > 0 && (count / sum) * row.length >= least).length;
      if (shade === 0) return;
      paths[shade - 1] +=
        `M${short(left + next * pitch)} ${short(top + last * pitch)}h${short(pitch - 1)}v${short(pitch - 1)}h${short(1 - pitch)}Z`;
    });
  });
  const fields = paths.map((d, i) => d !== '' && svg`<path class="${SHADE_LOOKS[i]}" d="${d}"/>`);
  const down = signs.map(
    (sign, i) =>
      svg`<text class="soft" text-anchor="middle" x="${pitch < CLOSE && i % 2 === 1 ? 20 : 8}" y="${top + (i + 0.5) * pitch + 4.5}">${sign}</text>`,
  );
  const names = svg`${signsAcross(signs, pitch, left, 12)}${down}`;
  const drawn = part(WIDE, top + signs.length * pitch + 4, svg`${fields}${names}`);
  return step(panel({ title: 'What came after what', note: 'a row: after this symbol' }, drawn), {
    asks: 'And what came after what?',
    label:
      'How often each symbol came after each other, as a square of fields; the darker, the oftener.',
    says:
      outcome.drawn === ''
        ? 'Nothing has come yet.'
        : `The darker a field, the oftener its symbol came next. ${areRowsAlike(after) ? 'The rows differ no more than by chance: nothing is found here that the last symbol says about the next.' : strongest(signs, after)}`,
  });
}

/**
 * Whether rows differ no more than chance makes them: the likelihood-ratio statistic of the table against its degrees of freedom,
 * whose chance of being passed by three standard deviations is about one in five hundred.
 */
export function areRowsAlike(after: readonly (readonly number[])[]): boolean {
  const sum = (list: readonly number[]): number => list.reduce((one, two) => one + two, 0);
  const rows = after.map(sum);
  const columns = after.map((_, k) => sum(after.map((row) => row[k] ?? 0)));
  const all = sum(rows);
  let statistic = 0;
  after.forEach((row, i) =>
    row.forEach((count, k) => {
      const expected = ((rows[i] ?? 0) * (columns[k] ?? 0)) / all;
      if (count > 0) statistic += 2 * count * Math.log(count / expected);
    }),
  );
  const used = (list: readonly number[]): number => list.filter((one) => one > 0).length - 1;
  const freedom = Math.max(1, used(rows) * used(columns));
  return statistic <= freedom + 3 * Math.sqrt(2 * freedom);
}

function strongest(signs: readonly string[], after: readonly (readonly number[])[]): string {
  const best = after
    .map((row, last) => {
      const sum = row.reduce((one, two) => one + two, 0);
      const most = Math.max(...row);
      return { last, next: row.indexOf(most), most, sum };
    })
    .filter(({ sum }) => sum >= 8)
    .sort((a, b) => b.most / b.sum - a.most / a.sum)[0];
  if (!best) return 'The rows differ.';
  const name = (place: number): string => nameOf(signs[place] ?? '');
  return `The rows differ: there is a pattern. After ${name(best.last)}, for one, came ${name(best.next)} in ${number(best.most)} of ${number(best.sum)} cases.`;
}
