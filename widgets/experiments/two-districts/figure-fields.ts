/** The two districts: equal fields of squares, filled by what is on record; the patrol's place is framed. */
import type { Lay, Part } from '#kit/draw';
import { below, beside, number, panel, part, squares, svg, TITLE, TITLE_AND_NOTE } from '#kit/draw';
import type { Layout } from '#kit/contract';
import type { DistrictsOutcome } from './model.ts';
import type { DistrictSettings } from './params.ts';

interface Look {
  readonly lay: Lay;
  readonly squares: number;
  readonly gap: number;
  readonly title: number;
}
/** How a field is laid, and how many squares it has. */
const LOOK = {
  wide: { lay: { columns: 40, pitch: 8 }, squares: 200, gap: 40, title: TITLE },
  narrow: { lay: { columns: 25, pitch: 6 }, squares: 100, gap: 20, title: TITLE_AND_NOTE },
} as const satisfies Record<Layout, Look>;
const FOOT = 20;

function heightOf({ lay: { columns, pitch }, squares: count }: Look): number {
  return (count / columns) * pitch;
}

/** The height of all of it. */
export const FIELDS = {
  wide: LOOK.wide.title + heightOf(LOOK.wide) + FOOT,
  narrow: LOOK.narrow.title + heightOf(LOOK.narrow) + FOOT,
} as const;

/** So many records are a square: enough that all that may come find room. */
function unitOf({ firstA, firstB, days, rateA, rateB }: DistrictSettings, count: number): number {
  const most = Math.max(firstA + days * rateA, firstB + days * rateB);
  return [1, 2, 5, 10, 20, 50, 100].find((unit) => unit * count >= most) ?? 200;
}

/** Both fields at a moment, side by side. */
export function drawFields(
  settings: DistrictSettings,
  { moments }: DistrictsOutcome,
  moment: number,
  layout: Layout,
): Part {
  const { lay, squares: count, gap, title } = LOOK[layout];
  const unit = unitOf(settings, count);
  const now = moments[moment];
  const [width, height] = [lay.columns * lay.pitch, heightOf(LOOK[layout])];
  const fields = (['A', 'B'] as const).map((name, i) => {
    const [records, patrols] = [now?.records[i] ?? 0, now?.patrols[i] ?? 0];
    const filled = Math.min(count, Math.round(records / unit));
    const field = squares(lay, { 'cell-right': filled, 'cell-quiet': count - filled });
    const isHere = now?.patrol === name;
    const frame = isHere && svg`<path class="run-line" d="M-3 -3H${width + 2}V${height + 2}H-3Z"/>`;
    const title = `District ${name}`;
    const [made, spent] = [number(records), number(patrols)];
    const words =
      layout === 'wide'
        ? { title, aside: `${made} records, ${spent} days of patrol` }
        : { title, note: `${made} in ${spent} days` };
    return panel(words, part(width, height, svg`${field.body}${frame}`));
  });
  const day = number(now?.day ?? 0);
  const square = `a square: ${unit === 1 ? 'one record' : `${number(unit)} records`}`;
  const told =
    layout === 'wide'
      ? `${square}; framed: the patrol on day ${day}`
      : `${square}; days of patrol, framed now`;
  const foot = part(width, FOOT, svg`<text class="soft" y="15">${told}</text>`);
  const whole = below(0, beside(gap, ...fields), foot);
  return { ...whole, height: title + height + FOOT };
}
