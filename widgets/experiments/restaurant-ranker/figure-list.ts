/** One visitor's sixteen restaurants, sorted without sales and with them: the five that are shown stand at the top. */
import type { Markup, Part } from '#kit/draw';
import { dotsPath, number, panel, part, short, svg } from '#kit/draw';
import type { Layout } from '#kit/contract';
import { SHOWN } from './city.ts';
import { mixed } from './lists.ts';
import { nameOf } from './names.ts';
import type { Near, RankerOutcome } from './outcome.ts';

const LOOK = {
  wide: { width: 300, row: 21, rest: 10 },
  narrow: { width: 320, row: 16, rest: 5.4 },
} as const;
const HEAD = 17;
/** Room for a name; for a fee. */
const [NAME, FEE] = [90, 40] as const;

/** The order in which a weight of the fees sorts them. */
function sorted(visitor: readonly Near[], share: number): readonly Near[] {
  const score = ({ appeal, fee }: Near): number => mixed(appeal, fee, share);
  return [...visitor].sort((one, other) => score(other) - score(one));
}

/** The panel, and its lines alone, without words. */
interface ListPart extends Part {
  readonly lines: Markup;
}

/** Both orders, with a line from place to place. */
export function drawList({ visitor, share }: RankerOutcome, layout: Layout): ListPart {
  const { width, row, rest } = LOOK[layout];
  const y = (place: number): number =>
    HEAD + (place < SHOWN ? (place + 0.5) * row : SHOWN * row + (place - SHOWN + 0.8) * rest);
  const [from, to] = [NAME + 10, width - NAME - FEE - 10];
  const before = sorted(visitor, 0);
  const now = sorted(visitor, share);
  const places = before.map((one, i) => ({ one, i, j: now.indexOf(one) }));
  const path = (of: (i: number, j: number) => boolean): string =>
    places
      .filter(({ i, j }) => of(i, j))
      .map(({ i, j }) => `M${from} ${short(y(i))}L${to} ${short(y(j))}`)
      .join('');
  const dots = places.flatMap(({ i, j }) => [[from, y(i)] as const, [to, y(j)] as const]);
  const shown = (place: number): boolean => place < SHOWN;
  const lines = svg`<path class="hair" d="${path((i, j) => !shown(i) && !shown(j))}"/><path class="sure-line" d="${path((i, j) => shown(i) && !shown(j))}"/><path class="run-line" d="${path((_, j) => shown(j))}"/><path class="soft" d="${dotsPath(dots, 2)}"/>`;
  const height = y(visitor.length - 1) + rest;
  const words = svg`<g class="words">${heads(from, to)}${before.slice(0, SHOWN).map((one, i) => svg`<text x="${NAME}" y="${y(i) + 4.5}" text-anchor="end" class="soft">${nameOf(one.restaurant)}</text>`)}${now.slice(0, SHOWN).map((one, j) => named(one, width, to + 10, y(j), !shown(before.indexOf(one))))}</g>`;
  const title = layout === 'wide' ? 'One visitor’s list' : 'One visitor’s list of five';
  return { ...panel({ title }, part(width, height, svg`${lines}${words}`)), lines };
}

function heads(from: number, to: number): Markup {
  return svg`<text class="soft" x="${from + 4}" y="9" text-anchor="end">by orders only</text><text class="soft" x="${to - 4}" y="9">as shown, and its fee</text>`;
}

function named(one: Near, width: number, x: number, y: number, isNew: boolean): Markup {
  const look = isNew ? 'run strong' : 'run';
  return svg`<text x="${x}" y="${y + 4.5}" class="${look}">${nameOf(one.restaurant)}</text><text x="${width}" y="${y + 4.5}" text-anchor="end" class="soft">$${number(one.paid, 2)}</text>`;
}
