/** The cycle: six stations, how often each was visited, and the way between them, move by move. */
import { pairs } from 'd3-array';
import type { Layout } from '#kit/contract';
import { dotsPath, part, svg, type Part } from '#kit/draw';
import { STATIONS, type Station } from './moves.ts';

/** The room, and how far the stations lie from its middle. */
const ROOM = {
  wide: { width: 300, height: 286, across: 78, down: 98 },
  narrow: { width: 320, height: 136, across: 92, down: 42 },
} as const;
const NAMES = ['Scope', 'Data', 'Model', 'Deploy', 'Monitor', 'Business'];
const RADIUS = 11;

type Spot = readonly [x: number, y: number];

/** From one station to another, bent to its own side, so that there and back are two ways; further where it has been gone before. */
function wayOf([fromX, fromY]: Spot, [toX, toY]: Spot, before: number): string {
  const length = Math.hypot(toX - fromX, toY - fromY);
  const [ex, ey] = [(toX - fromX) / length, (toY - fromY) / length];
  const at = (along: number, aside = 0): string =>
    `${Math.round(fromX + ex * along - ey * aside)} ${Math.round(fromY + ey * along + ex * aside)}`;
  return `M${at(RADIUS)}Q${at(length / 2, 12 + 10 * before)} ${at(length - RADIUS)}`;
}

/** The trail over the stations, which lie clockwise from the upper left; the last way and the last station are marked. */
export function drawCycle(visited: readonly Station[], layout: Layout): Part {
  const { width, height, across, down } = ROOM[layout];
  const spots = STATIONS.map((_, i): Spot => {
    const angle = ((i - 2) * Math.PI) / 3;
    return [width / 2 + across * Math.cos(angle), height / 2 + down * Math.sin(angle)];
  });
  // Before the first move a project is scoped, data are collected, and features are made of them.
  const trail = [...STATIONS.slice(0, 3), ...visited].map((station) => STATIONS.indexOf(station));
  const moves = pairs(trail).filter(([from, to]) => from !== to);
  const trod = moves.map(([from, to], i) => {
    const before = moves.slice(0, i).filter((way) => way[0] === from && way[1] === to).length;
    return wayOf(spots[from] as Spot, spots[to] as Spot, before);
  });
  const here = trail.at(-1) as number;
  const words = spots.map(([x, y], i) => {
    const count = trail.filter((one) => one === i).length;
    const side = i % 3 === 2 ? 3.5 - i : 0;
    const dy = side !== 0 ? 4.5 : i < 2 ? -17 : 26;
    const anchor = side > 0 ? 'start' : side < 0 ? 'end' : 'middle';
    return svg`<text class="${i === here ? 'station-here strong' : 'soft'}" x="${x}" y="${y + 4.5}" text-anchor="middle">${count}</text><text x="${x + 17 * Math.sign(side)}" y="${y + dy}" text-anchor="${anchor}">${NAMES[i]}</text>`;
  });
  const ways = svg`<ellipse class="hair" cx="${width / 2}" cy="${height / 2}" rx="${across}" ry="${down}"/><g class="axis"><path d="${trod.slice(0, -1)}"/></g><path class="run-line" d="${trod.slice(-1)}"/>`;
  const body = svg`${ways}<path class="station" d="${dotsPath(spots, RADIUS)}"/><path class="run-fill" d="${dotsPath(spots.slice(here, here + 1), RADIUS)}"/>`;
  return { ...part(width, height, svg`${body}${words}`), still: { body, y: 0, width, height } };
}
