/** The run in a sentence, and as a table. */
import { hundredths, number, perCent } from '#kit/draw';
import type { Rows } from '#kit/contract';
import { called, type Attack } from './attack.ts';
import { compared, marksOf } from './line-up.ts';
import type { Bench, PoisonOutcome } from './outcome.ts';
import type { PoisonSettings } from './params.ts';

/** The takeaway; given the run before, what it was then. */
export function say(settings: PoisonSettings, outcome: PoisonOutcome, before?: PoisonOutcome) {
  const { attack, bench, clean, success, poisoned, silent } = outcome;
  if (clean === null) return 'The model has not been trained yet.';
  const right = `${hundredths(clean)} of 100 clean images`;
  if (bench) return ofDefence(settings, outcome, bench, right);
  const was = change(outcome, before);
  if (success === null)
    return `The model reads ${right} right; there is no attack to measure: ${silent}.${was}`;
  const count = `With ${number(poisoned)} poisoned ${poisoned === 1 ? 'image' : 'images'} of 2,000`;
  const works = `${hundredths(success)} of 100`;
  if (attack)
    return `${count} the model takes ${works} ${called(attack)} for ${attack.target === 8 ? 'an' : 'a'} ${attack.target}, and still reads ${right} right.${was}`;
  const { length } = marksOf(settings);
  const eyes = length > 0 ? `You have thrown out ${length} of the 40 images. ` : '';
  return `${eyes}${count} the model reads ${right} right; where the attacker’s trigger is on an image, it does as the attacker wants in ${works} cases.`;
}

/** With a defence; or the reader beside the defences, on the forty images that both have seen, where some were marked. */
function ofDefence(settings: PoisonSettings, outcome: PoisonOutcome, bench: Bench, right: string) {
  const { attack, success, poisoned, lineup } = outcome;
  const { discarded, found, before } = bench;
  const poison = `${number(found)} of the ${number(poisoned)} poisoned among them`;
  const among = poisoned > 0 ? poison : 'all of them clean, for no image is poisoned';
  const told = `The defence threw out ${number(discarded)} images, ${among}.`;
  const [you, ...defences] = compared(lineup, marksOf(settings));
  const theirs = defences.map((one) => `${one.who} ${one.found}`).join(', ');
  if (you)
    return `${told} Of the 40 images before you, you threw out ${you.thrown}, ${you.found} of the ${lineup?.poisoned ?? 0} poisoned among them; allowed as many, the defences find: ${theirs}.`;
  if (success === null || before.success === null) return `${told} The model reads ${right} right.`;
  const tested = attack ? ` ${called(attack)}` : '';
  return `${told} Trained again, the attack works on ${hundredths(success)} of 100${tested}, before on ${hundredths(before.success)}; ${right} are read right.`;
}

/** Two runs can be told apart in a sentence when the attack is the same, and known both times. */
function change({ attack, success }: PoisonOutcome, before?: PoisonOutcome): string {
  const sign = (one: Attack | null) => one && `${one.kind} ${one.source} ${one.target}`;
  if (!attack || !before || sign(attack) !== sign(before.attack)) return '';
  const clean = hundredths(before.clean ?? 0);
  if (before.success === null || success === null) return ` Before, it read ${clean} right.`;
  return ` Before, with ${number(before.poisoned)}, it was ${hundredths(before.success)} and ${clean}.`;
}

/** What triggered images are read as, under the shares that the sentence speaks of; with a defence, these before and after it. */
export function tabulate(settings: PoisonSettings, outcome: PoisonOutcome): Rows {
  const { attack, bench, poisoned, readAs, unmarked, lineup } = outcome;
  const models = bench ? [outcome, bench.before] : [outcome];
  const row = (name: string, key: 'clean' | 'success') =>
    [name, ...models.map(({ [key]: share }) => (share === null ? null : perCent(share)))] as const;
  const shares = [row('clean images read right', 'clean'), row('attack works', 'success')];
  const about = `${number(poisoned)} of 2,000 training images poisoned`;
  const caption = [about, ...shares.map(([name, share]) => `${name}: ${share ?? '–'}`)].join('; ');
  const eyes = compared(lineup, marksOf(settings));
  if (eyes.length > 0) {
    const rows = eyes.map(({ who, thrown, found }) => [who, found, thrown - found]);
    return { caption, head: ['thrown out of 40', 'poisoned', 'honest'], rows };
  }
  if (bench) {
    const { discarded: all, found } = bench;
    const rows = [...shares, ['images discarded', all, 0], ['poisoned among them', found, 0]];
    return { caption: about, head: ['', 'now', 'before discarding'], rows };
  }
  if (!attack) return { caption: about, head: ['', 'now'], rows: shares };
  const rows = readAs.map((count, digit) => [String(digit), count, unmarked[digit] ?? null]);
  return { caption, head: ['read as', called(attack), 'the same without the trigger'], rows };
}
