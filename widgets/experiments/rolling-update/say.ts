/** The run in a sentence, and as a table. */
import type { Rows } from '#kit/contract';
import { number } from '#kit/draw';
import type { Part, RollingOutcome } from './model.ts';
import type { RollingSettings } from './params.ts';

/** A share of the requests; nearly none is not none, nor nearly all all. */
function refusedOf({ came, refused }: Part): string {
  if (refused === 0) return 'no request is refused';
  if (refused === came) return 'every request is refused';
  const share = (100 * refused) / came;
  const told = share < 0.1 ? 'fewer than 0.1' : number(share, share < 99 ? 1 : 2);
  return `${told} % of requests are refused`;
}

/** The takeaway. */
export function say(
  _: RollingSettings,
  { minutes, mixed, before, during }: RollingOutcome,
): string {
  const both = mixed > 0 ? `, and for ${number(mixed)} of them old and new answers come mixed` : '';
  const seconds = (p99: number): string => number(p99 / 1000, 1);
  const took =
    during.p99 !== null && before.p99 !== null
      ? `, and 99 of 100 answers take at most ${seconds(during.p99)} seconds (${seconds(before.p99)} just before)`
      : '';
  return `The update takes ${number(minutes)} minutes${both}. Over all that time ${refusedOf(during)}${took}.`;
}

/** Before and during the update. */
export function tabulate(_: RollingSettings, { before, during }: RollingOutcome): Rows {
  const row = (name: string, { came, refused, p99 }: Part): Rows['rows'][number] => [
    name,
    came,
    refused,
    p99 === null ? '' : Number((p99 / 1000).toFixed(2)),
  ];
  return {
    caption: 'What becomes of requests',
    head: ['When', 'Requests', 'Refused', '99 of 100 answered within, in seconds'],
    rows: [row('the two minutes before', before), row('during the update', during)],
  };
}
