/** What digits are read as: ten bars, and what others are read as for comparison. */
import type { Part } from '#kit/draw';
import { barsPath, hundredths, later, linear, part, svg } from '#kit/draw';

/** How high a share stands above its bar, and where the bars stand, in the drawing's units. */
const ABOVE = 18;
const FLOOR = 126;

/**
 * Bars for the counts of each answer, with their share of `tested` above them; what they say waits for a prediction. Levels
 * are counts to compare with, dashed; none where there is nothing to compare.
 */
export function readAsBars(
  counts: readonly number[],
  levels: readonly number[],
  tested: number,
  width: number,
): Part {
  const y = linear([0, Math.max(1, ...counts, ...levels)], [FLOOR, 10]);
  const step = width / 10;
  const middles = counts.map((_, digit) => (digit + 0.5) * step);
  const bars = barsPath(counts.map(y), FLOOR, { left: 0, step, gap: 8 });
  const ticks = levels.map(
    (count, digit) => count > 0 && svg`M${digit * step + 1} ${y(count)}h${step - 2}`,
  );
  const shares = counts.map((count, digit) => {
    // A level that would run through a share lifts it.
    const level = y(levels[digit] ?? 0);
    const top = level < y(count) && level > y(count) - ABOVE ? level : y(count);
    const share = hundredths(count / tested);
    return count > 0 && svg`<tspan x="${middles[digit]}" y="${top - 5}">${share}</tspan>`;
  });
  const body = svg`${later(svg`<path class="run-fill" d="${bars}"/>`)}<path class="sure-line" d="${ticks}"/>
    <g class="axis"><path d="M0 ${FLOOR}H${width}"/><text x="${middles.map((x) => svg`${x} `)}" y="${FLOOR + 17}" text-anchor="middle">${[...middles.keys()]}</text></g>
    ${later(svg`<text class="run" text-anchor="middle">${shares}</text>`)}`;
  return part(width, FLOOR + 40, body);
}
