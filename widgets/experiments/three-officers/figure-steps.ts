/** Three further pictures: how race can be guessed, what two lines can do, and why not everything can be equal. */
import type { Part, Step } from '#kit/draw';
import { below, legend, linear, linePath, number, panel, part, perCent, plot } from '#kit/draw';
import { short, svg } from '#kit/draw';
import { GROUP } from './figure-people.ts';
import { MAP, type OfficerOutcome } from './outcome.ts';
import type { OfficerSettings } from './params.ts';
import { COUNTS, sizeOf, type Group } from './rates.ts';

/** Steps are shown as wide as this. */
const WIDE = 240;
const ROW = 17;

/** How well race can be guessed from each fact, and from all of them. */
export function proxyStep({ guess }: OfficerOutcome): Step {
  const x = linear([0.5, 0.8], [168, WIDE]);
  const rows = [['all together', guess.pairs] as const, ...guess.byFact];
  const topOf = (i: number): number => i * ROW + (i > 0 ? 6 : 0);
  const bars = rows.map(
    ([, pairs], i) => `M${x(0.5)} ${topOf(i) + 4}H${short(x(Math.max(0.5, pairs)))}v9H${x(0.5)}Z`,
  );
  // The numbers are all of two digits, so that names stand below each other.
  const words = rows.map(
    ([name, pairs], i) =>
      svg`<text class="words${i === 0 && ' strong'}" y="${topOf(i) + 13}">${number(100 * pairs, 0)} ${name}</text>`,
  );
  const body = svg`<path class="run-fill" d="${bars[0] ?? ''}"/><path class="before" d="${bars.slice(1).join('')}"/>${words}`;
  const height = rows.length * ROW + 8;
  const axis = svg`<g class="axis"><path d="M${x(0.5)} 0V${height}"/></g>`;
  const whole = panel(
    { title: 'Guessing race', note: 'pairs of 100 told apart; 50 is chance' },
    part(WIDE, height, svg`${axis}${body}`),
  );
  const [best, next] = guess.byFact;
  return stepOf(whole, {
    name: 'proxies',
    asks: 'Nobody tells the model. How can it know?',
    says: `A second model, which guesses race from these facts alone, picks the Black one out of a Black and a white applicant in ${number(100 * guess.pairs)} of 100 pairs; a coin would in 50. By itself ${best?.[0] ?? ''} tells most, then ${next?.[0] ?? ''}.`,
  });
}

/** What every pair of lines would make equal. */
export function mapStep(_: OfficerSettings, { isBank, map, groups }: OfficerOutcome): Step {
  const most = 100 * MAP.step * (MAP.steps - 1);
  const extent = [0, most] as const;
  const axes = {
    x: { extent, label: '% refused, white', ticks: 4 },
    y: { extent, label: '% refused, Black', ticks: 4 },
  };
  const here = ({ white, black }: OfficerOutcome['groups']) =>
    [white, black].map((group) => 100 * (1 - COUNTS.approval(group)[0] / sizeOf(group)));
  const drawn = plot({ width: WIDE, height: 240, ...axes, right: 8 }, ({ x, y }) => {
    const cell = (at: number): number => 100 * MAP.step * (at - 0.5);
    const runs = [1, 2, 3, 4, 5].map((lit) =>
      runsOf(map, lit)
        .map(
          ([row, from, to]) =>
            `M${short(x(Math.max(0, cell(from))))} ${short(y(100 * MAP.step * row))}H${short(x(Math.min(most, cell(to))))}`,
        )
        .join(''),
    );
    const high = Math.abs(y(100 * MAP.step) - y(0)) * 1.04;
    const [across = 0, up = 0] = here(groups);
    return svg`<path class="officer-lit" stroke-width="${high}" d="${runs[0] ?? ''}"/><path class="officer-lit officer-more" stroke-width="${high}" d="${runs.slice(1).join('')}"/><path class="hair" d="${linePath(
      [
        [0, 0],
        [most, most],
      ],
      x,
      y,
    )}"/>${across <= most && up <= most && svg`<circle class="run-line" cx="${x(across)}" cy="${y(up)}" r="5"/>`}`;
  });
  const key = legend(
    [
      {
        swatch: (at, up) =>
          svg`<path class="officer-lit" stroke-width="9" d="M${at - 5} ${up}h9"/>`,
        words: 'one share',
      },
      {
        swatch: (at, up) =>
          svg`<path class="officer-lit officer-more" stroke-width="9" d="M${at - 5} ${up}h9"/>`,
        words: 'two or more',
      },
      {
        swatch: (at, up) => svg`<circle class="run-line" cx="${at}" cy="${up}" r="5"/>`,
        words: 'as set',
      },
    ],
    WIDE,
  );
  const [nobody = 0, ...others] = map;
  const best = Math.max(0, ...others);
  const some = others.filter((lit) => lit > 0).length;
  return stepOf(panel({ title: 'Shares made equal by two lines' }, below(2, drawn, key)), {
    name: 'map',
    asks: 'What can a line for each group do?',
    says: isBank
      ? 'The banks had no score to draw a line in. Let a model decide, and every pair of lines is tried here.'
      : `Refusing nobody makes ${number(nobody)} of the five shares equal. Of the other ${number(others.length)} pairs of lines, ${number(some)} make any equal; none makes more than ${number(best)}.`,
  });
}

/** Stretches of the map with so many lamps lit: row, and from where to where. */
function runsOf(map: readonly number[], lit: number): [number, number, number][] {
  const runs: [number, number, number][] = [];
  map.forEach((one, at) => {
    if (one !== lit) return;
    const [row, column] = [Math.floor(at / MAP.steps), at % MAP.steps];
    const last = runs.at(-1);
    if (last?.[0] === row && last[2] === column) last[2] = column + 1;
    else runs.push([row, column, column + 1]);
  });
  return runs;
}

/** The share of those the banks refused that is approved, if these two shares are given: follows from what the four counts are. */
export function forced(base: number, ppv: number, missed: number): number {
  return (((base / (1 - base)) * (1 - ppv)) / ppv) * (1 - missed);
}

/** Equal precision and equally few missed, in both groups: what then follows. */
const WISH = { ppv: 0.95, missed: 0.05 } as const;

/** What equal shares would force. */
export function identityStep({ groups }: OfficerOutcome): Step {
  const rows = (['white', 'black'] as const).map((name, i) => {
    const base = baseOf(groups[name]);
    const share = forced(base, WISH.ppv, WISH.missed);
    const who = name === 'white' ? 'white' : 'Black';
    const y = i * 56;
    return {
      base,
      share,
      body: svg`<text class="words" y="${y + 13}">${who}: the banks approved ${perCent(base, 0)}</text><path class="${GROUP[name]}" stroke-width="12" d="M0 ${y + 28}H${WIDE * share}"/><path class="hair" d="M0 ${y + 34}H${WIDE}"/><text class="soft words" x="${WIDE * share + 6}" y="${y + 32}">${perCent(share, 0)}</text>`,
    };
  });
  const [white, black] = rows;
  const whole = panel(
    {
      title: 'If precision and recall were 95 %',
      note: 'the false positive rate, by arithmetic',
    },
    part(WIDE, 100, svg`${rows.map(({ body }) => body)}`),
  );
  return stepOf(whole, {
    name: 'identity',
    asks: 'Why can they not all be equal?',
    says: `Suppose that both groups had a precision of 95 % and a recall of 95 %. Then the false positive rate must be ${perCent(white?.share ?? 0, 0)} for the white and ${perCent(black?.share ?? 0, 0)} for the Black applicants: it is arithmetic, because the banks approved ${perCent(white?.base ?? 0, 0)} of one group and ${perCent(black?.base ?? 0, 0)} of the other.`,
  });
}

/** The share of a group that the banks approved. */
function baseOf(group: Group): number {
  return (group.bothApproved + group.onlyBanks) / sizeOf(group);
}

function stepOf(
  { width, height, body }: Part,
  words: Pick<Step, 'asks' | 'says'> & { readonly name: string },
): Step {
  return { width, height: Math.ceil(height), body, label: words.asks, ...words };
}
