/** The run in a sentence, and as a table. */
import type { Rows } from '#kit/contract';
import { number, perCent } from '#kit/draw';
import type { LanguageOutcome } from './outcome.ts';
import type { LanguageSettings } from './params.ts';

const nats = (loss: number): string => number(loss, 3);

/** The takeaway. */
export function say(
  { steps, mix }: LanguageSettings,
  { end, countingFound, counting }: LanguageOutcome,
): string {
  if (!end) return 'The network is learning.';
  const { found, mixed } = end;
  const who = mix === 0 ? 'of the network' : 'of both together';
  const loss = `After ${number(steps)} steps the loss ${who} on what was held out is ${nats(mixed)} nats a character, that of counting ${nats(counting)}.`;
  if (!found || !countingFound) return loss;
  return `${loss} ${perCent(found.learned, 0)} of the names that it writes stand in the list that it learned from, and ${perCent(countingFound.learned, 0)} of those by counting.`;
}

/** The loss as it learned. */
export function tabulate(_: LanguageSettings, { curve, pairs, counting }: LanguageOutcome): Rows {
  return {
    caption: `Loss on what was held out in nats a character; ${nats(pairs)} by counting pairs, ${nats(counting)} by counting five in a row`,
    head: ['Step', 'Loss'],
    rows: curve.map(({ step, loss }) => [step, Number(loss.toFixed(4))]),
  };
}
