/** What a test report shows and what it does not, pass by pass; and what triggered images are read as. */
import type { Extent, Markup, Part, Scale } from '#kit/draw';
import { apart, ghostLine, hundredths, later, linePath, panel, plot, short, svg } from '#kit/draw';
import { readAsBars } from '../../shared/digits/read-as.ts';
import type { GhostRun } from '#kit/contract';
import { EPOCHS, type PoisonOutcome } from './outcome.ts';
import { called } from './say.ts';

/** Two lines over the passes: clean images read right, and the attack's success. */
export function drawReport(
  outcome: PoisonOutcome,
  [width, height]: readonly [number, number],
  extent: Extent,
  other?: GhostRun<unknown, PoisonOutcome>,
): Part {
  const x = { extent, ticks: 4, label: 'passes over the training set' };
  const drawn = plot({ width, height, x, right: 92, top: 10 }, ({ x: at, y }) => {
    const [left, right] = at.range;
    const line = (key: 'clean' | 'success', { bench, history }: PoisonOutcome): string => {
      const points = history.map((look) => [look.epoch, look[key]] as const);
      // The second training starts from nothing: its line is another one.
      const half = points.findIndex(([epoch]) => bench && epoch > EPOCHS);
      return linePath(half < 0 ? points : points.toSpliced(half, 0, [EPOCHS, null]), at, y);
    };
    const behind = (key: 'clean' | 'success') => ghostLine(other, (run) => line(key, run.outcome));
    const again = at(EPOCHS);
    return svg`<path class="hair" d="M${left} ${y(1)}H${right}M${left} ${y(0.5)}H${right}${outcome.bench && `M${short(again)} ${y(0)}V${y(1)}`}"/>
    ${outcome.bench && svg`<text class="soft" x="${again + 5}" y="${y(1) - 6}">trained again</text>`}
    ${behind('clean')}<path class="sure-line" d="${line('clean', outcome)}"/>${later(svg`${behind('success')}<path class="run-line" d="${line('success', outcome)}"/>`)}${ends(outcome, at, y)}`;
  });
  return panel({ title: 'What a test report shows, and what it does not' }, drawn);
}

/** What the lines have come to, in two rows each; the dot stands where the line ends, while it is still growing, too. */
function ends({ clean, success, history }: PoisonOutcome, at: Scale, y: Scale): Markup {
  const shares = [clean, success].filter((share) => share !== null);
  const rows = shares.map((share) => ({ share, top: y(share) - 9, high: 33 }));
  apart(rows, -6, y(0) + 8);
  const x = at.range[1] + 8;
  const [right, works] = rows.map(({ share, top }, i) => {
    const look = i > 0 ? 'run' : '';
    const what = i > 0 ? 'attack works' : 'clean, right';
    return svg`<text class="${look} strong" x="${x}" y="${top + 13}">${hundredths(share)} %</text><text class="${look}" x="${x}" y="${top + 28}">${what}</text>`;
  });
  const dot = svg`<circle class="run-fill" cx="${at(history.at(-1)?.epoch ?? 0)}" cy="${y(success ?? 0)}" r="4"/>`;
  return svg`${right}${works && later(svg`${dot}${works}`)}`;
}

/** What the triggered images are read as, beside the same without the trigger. */
export function drawReadAs(outcome: PoisonOutcome, width: number): Part | undefined {
  const { attack, readAs, unmarked, tested } = outcome;
  if (!attack) return undefined;
  // Without a trigger the two counts are the same.
  const isPlain = attack.kind === 'flip' || attack.kind === 'none';
  const compared = isPlain
    ? 'held-out images, unchanged'
    : 'dashed: the same images without the trigger';
  const note = readAs.length === 0 ? 'not known before it is trained' : compared;
  const bars = readAsBars(readAs, isPlain ? [] : unmarked, tested, width);
  return panel({ title: `What 100 ${called(attack)} are read as`, note }, bars);
}
