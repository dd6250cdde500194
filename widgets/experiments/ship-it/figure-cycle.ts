/** The cycle: six stations, how often each was visited, and the way between them, move by move. */
import type { Layout } from '#kit/contract';
import type { Markup, Part } from '#kit/draw';
import { part, svg } from '#kit/draw';
import { STATIONS, type Station } from './moves.ts';

/** The room, and how far the stations lie from its middle. */
export const CYCLE = {
  wide: { width: 300, height: 276, across: 78, down: 96 },
  narrow: { width: 320, height: 136, across: 92, down: 42 },
} as const;
const NAMES: Readonly<Record<Station, string>> = {
  scope: 'Scope',
  data: 'Data',
  model: 'Model',
  deploy: 'Deploy',
  monitor: 'Monitor',
  business: 'Business',
};
const RADIUS = 11;
/** Before the first move: a project is scoped, data are collected, and features are made of them. */
const BEFORE: readonly Station[] = ['scope', 'data', 'model'];
/** A way that is gone once more lies so much further to its side. */
const [SIDE, FURTHER] = [6, 5];

interface Spot {
  readonly x: number;
  readonly y: number;
}

/** The middles of the stations, clockwise from the upper left. */
function spotsOf(layout: Layout): Readonly<Record<Station, Spot>> {
  const { width, height, across, down } = CYCLE[layout];
  const spots = STATIONS.map((station, i): readonly [Station, Spot] => {
    const angle = ((i - 2) * Math.PI) / 3;
    return [
      station,
      { x: width / 2 + across * Math.cos(angle), y: height / 2 + down * Math.sin(angle) },
    ];
  });
  return Object.fromEntries(spots) as Record<Station, Spot>;
}

/** From one station to another, bent to its own side, so that there and back are two ways. */
function wayOf(from: Spot, to: Spot, before: number): string {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy);
  const [ex, ey] = [dx / length, dy / length];
  const bend = 2 * (SIDE + FURTHER * before);
  const at = (along: number): string =>
    `${Math.round(from.x + ex * along)} ${Math.round(from.y + ey * along)}`;
  const middle = `${Math.round((from.x + to.x) / 2 - ey * bend)} ${Math.round((from.y + to.y) / 2 + ex * bend)}`;
  return `M${at(RADIUS)}Q${middle} ${at(length - RADIUS)}`;
}

/** The trail over stations, in order; the last way and the last station are marked. */
export function drawCycle(visited: readonly Station[], layout: Layout, hasWords = true): Part {
  const { width, height, across, down } = CYCLE[layout];
  const spots = spotsOf(layout);
  const trail = [...BEFORE, ...visited];
  const gone = new Map<string, number>();
  const ways = trail.slice(1).flatMap((to, i) => {
    const from = trail[i] as Station;
    if (from === to) return [];
    const name = `${from} ${to}`;
    const before = gone.get(name) ?? 0;
    gone.set(name, before + 1);
    return [wayOf(spots[from], spots[to], before)];
  });
  const last = trail.at(-1);
  const stations = STATIONS.map((station, i): Markup => {
    const { x, y } = spots[station];
    const isHere = station === last;
    const count = trail.filter((one) => one === station).length;
    const side = i === 2 ? 1 : i === 5 ? -1 : 0;
    const [tx, ty] = [
      x + side * (RADIUS + 6),
      side ? y + 4.5 : i < 2 ? y - RADIUS - 6 : y + RADIUS + 15,
    ];
    const anchor = side > 0 ? 'start' : side < 0 ? 'end' : 'middle';
    return svg`<circle class="${isHere ? 'station here' : 'station'}" cx="${x}" cy="${y}" r="${RADIUS}"/>${hasWords && svg`<text class="${isHere ? 'station-here' : 'soft'}" x="${x}" y="${y + 4.5}" text-anchor="middle">${count}</text><text x="${tx}" y="${ty}" text-anchor="${anchor}">${NAMES[station]}</text>`}`;
  });
  const ring = svg`<ellipse class="station" cx="${width / 2}" cy="${height / 2}" rx="${across}" ry="${down}"/>`;
  const body = svg`${ring}<path class="trail" d="${ways.slice(0, -1).join('')}"/><path class="run-line" d="${ways.at(-1) ?? ''}"/>${stations}`;
  return part(width, height, body);
}
