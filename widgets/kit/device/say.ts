/** A device that was timed, in sentences and as a table. */
import type { Rows } from '../contract/widget.ts';
import { number, plain } from '../draw/format.ts';
import { timeOf, type Fit } from './fit.ts';
import type { Item } from './machines.ts';
import { DEVICE } from '#words/widgets/kit/device/words';

/** Beyond this share of its time a size does not lie on the line. */
const OFF = 0.2;
/** Fewer milliseconds than any clock tells. */
const NONE = 1e-6;
/** Batches that save no more than the rest of this are worth nothing. */
const ALL = 0.9;

/** Milliseconds in two figures. */
export function inMs(value: number): string {
  return `${plain(value < NONE ? 0 : rough(value))} ms`;
}

function rough(value: number, figures = 2): number {
  return Number(value.toPrecision(figures));
}

/** Both costs, and what batches are worth; `where` is what computed, `guess` how many times as long the reader thought. */
export function sayFit(
  { costs, low, points, flatTo, ratio }: Fit,
  where: string,
  item: Item,
  guess?: number,
): string {
  const [fixed, each] = [inMs(costs.fixed), inMs(costs.each)];
  const most = points.at(-1)?.size ?? 1;
  const told =
    low.each === 0 && flatTo === most
      ? DEVICE.flat(item, where, fixed)
      : low.fixed === 0 && ratio > ALL * most
        ? DEVICE.singly(item, where, each)
        : DEVICE.costs(item, where, fixed, each);
  const gain = ratio > ALL * most ? undefined : plain(rough(most / ratio));
  const worth = DEVICE.together(number(most), plain(rough(ratio)), gain);
  return [told, worth, ...(guess ? [DEVICE.guessed(plain(guess))] : [])].join(' ');
}

/** How far the line can be trusted, and why not. */
export function sayTrust({ low, high, worst, flatTo, isBusy, isCoarse }: Fit): string {
  const off = `${number(100 * Math.abs(worst.off))} %`;
  const isOff = Math.abs(worst.off) > OFF;
  const between = (cost: 'fixed' | 'each'): [string, string] => [inMs(low[cost]), inMs(high[cost])];
  return [
    DEVICE.between(between('fixed'), between('each')),
    isOff ? DEVICE.fitsNot(number(worst.size), off, worst.off > 0) : DEVICE.fits(off),
    ...(isOff && flatTo > 1 ? [DEVICE.level(number(flatTo))] : []),
    ...(isCoarse ? [DEVICE.coarse] : []),
    ...(isBusy ? [DEVICE.busy] : []),
  ].join(' ');
}

/** Each size with its residual. */
export function fitRows({ costs, points }: Fit, item: Item): Rows {
  return {
    caption: DEVICE.caption,
    head: DEVICE.head(item),
    rows: points.map(({ size, ms, low, high, off }) => [
      number(size),
      ...[ms, low, high, timeOf(costs, size)].map((time) => rough(time, 3)),
      rough(100 * off),
    ]),
  };
}
