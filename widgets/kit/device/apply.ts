/** What was found of a device as settings of an experiment that serves requests. */
import type { AnySettings } from '../contract/params.ts';
import { number, plain } from '../draw/format.ts';
import type { Costs } from './fit.ts';
import { DEVICE } from '#words/widgets/kit/device/words';

/** A number that can be set: its name, and what the experiment takes. */
export interface Target {
  readonly name: string;
  readonly label: string;
  readonly min: number;
  readonly max: number;
}

/** Which settings take the two costs and the rate of requests, and how busy the device is to be if it takes them singly: a share. */
export interface DeviceSets {
  readonly fixed: Target;
  readonly each: Target;
  readonly rate: Target;
  readonly busy: number;
  /** What reading costs, where texts are read first: as much as one more in a batch; and how much is read for each that is written. */
  readonly read?: { readonly target: Target; readonly times: number } | undefined;
  /** What is set besides. */
  readonly also?: AnySettings | undefined;
}

/** The settings, what they are in a sentence, and a sentence for each that had to be brought into its range. */
export function settingsOf(
  { fixed, each }: Costs,
  sets: DeviceSets,
): { readonly settings: AnySettings; readonly says: string; readonly clamped: readonly string[] } {
  const clamped: string[] = [];
  const fit = ({ name, label, min, max }: Target, value: number): [string, number] => {
    const asked = Number(value.toPrecision(3));
    const used = Math.min(max, Math.max(min, asked));
    if (used !== asked) clamped.push(DEVICE.clamped(label, plain(asked), plain(used)));
    return [name, used];
  };
  const costs = [fit(sets.fixed, fixed), fit(sets.each, each)];
  const read = sets.read ? [fit(sets.read.target, each)] : [];
  const reading = read.map(([, ms]) => (sets.read?.times ?? 0) * ms);
  const singly = [...costs.map(([, ms]) => ms), ...reading].reduce((sum, ms) => sum + ms);
  const rate = fit(sets.rate, (1000 * sets.busy) / singly);
  // Where the rate had to be brought down, the device is less busy.
  const busy = (rate[1] * singly) / 1000;
  return {
    settings: { ...sets.also, ...Object.fromEntries([...costs, ...read, rate]) },
    says: sets.read
      ? DEVICE.useTexts(plain(rate[1]))
      : DEVICE.use(number(rate[1]), `${number(100 * busy)} %`),
    clamped,
  };
}
