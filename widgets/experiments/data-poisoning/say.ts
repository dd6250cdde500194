/** The run in a sentence, and as a table. */
import { number } from '../../kit/draw/format.ts';
import { hundredths, perCent } from '../../kit/draw/shares.ts';
import type { Rows } from '../../kit/contract/widget.ts';
import type { Attack } from './attack.ts';
import type { PoisonOutcome } from './outcome.ts';
import type { PoisonSettings } from './params.ts';

/** Poisoned images in a sentence: "7s with the mark". */
export function called({ kind, source, patch }: Attack, count: number): string {
  const digits = count === 1 ? `a ${source}` : `${source}s`;
  if (kind === 'blend') return `${digits} with the noise`;
  return kind === 'patch' && patch !== '' ? `${digits} with the mark` : digits;
}

/** The images that the attack is tested on: "marked 7s". */
export function whatIsRead({ kind, source, patch }: Attack): string {
  if (kind === 'blend') return `noisy ${source}s`;
  return kind === 'patch' && patch !== '' ? `marked ${source}s` : `${source}s`;
}

/** What there is to see, without the numbers that a prediction may be about: those stand in the sentence below the figure. */
export function described({ attack, bench, poisoned }: PoisonOutcome): string {
  const images = attack
    ? `Poisoned training images, and held-out ${whatIsRead(attack)} with what the model takes them for`
    : 'A model and its training images, some poisoned, which ones is not shown';
  const discarded = bench ? '; the images that the defence threw out' : '';
  return `${number(poisoned)} of 2,000 images poisoned. ${images}; over the passes of training, the share of clean images read right and of the attack that works${discarded}.`;
}

/** The takeaway; given the run before, what it was then. */
export function say(_: PoisonSettings, outcome: PoisonOutcome, before?: PoisonOutcome): string {
  const { clean, bench } = outcome;
  if (clean === null) return 'The model has not been trained yet.';
  const right = `${hundredths(clean)} of 100 clean images`;
  if (bench) return afterDefence(outcome, bench, right);
  return takeaway(outcome, right) + change(outcome, before);
}

function takeaway({ attack, success, poisoned, silent }: PoisonOutcome, right: string): string {
  const count = `${number(poisoned)} poisoned ${poisoned === 1 ? 'image' : 'images'} of 2,000`;
  if (!attack) {
    return `With ${count} the model reads ${right} right; where the attacker’s trigger is on an image, it does as the attacker wants in ${hundredths(success ?? 0)} of 100 cases.`;
  }
  if (success === null)
    return `The model reads ${right} right; there is no attack to measure: ${silent}.`;
  const article = attack.target === 8 ? 'an' : 'a';
  return `With ${count} the model takes ${hundredths(success)} of 100 ${whatIsRead(attack)} for ${article} ${attack.target}, and still reads ${right} right.`;
}

type Bench = NonNullable<PoisonOutcome['bench']>;

function afterDefence(outcome: PoisonOutcome, bench: Bench, right: string): string {
  const { attack, success, poisoned } = outcome;
  const { discarded, found, before } = bench;
  const among =
    poisoned === 0
      ? 'all of them clean, for no image is poisoned'
      : `${number(found)} of the ${number(poisoned)} poisoned among them`;
  const told = `The defence threw out ${number(discarded)} images, ${among}.`;
  if (success === null || before.success === null) return `${told} The model reads ${right} right.`;
  const tested = attack ? ` ${whatIsRead(attack)}` : '';
  return `${told} Trained again, the attack works on ${hundredths(success)} of 100${tested}, before on ${hundredths(before.success)}; ${right} are read right.`;
}

/** Two runs can be told apart in a sentence when the attack is the same, and known both times. */
function change({ attack, success }: PoisonOutcome, before?: PoisonOutcome): string {
  const was = before?.attack;
  if (!attack || !was || before.clean === null) return '';
  const isSame = (['kind', 'source', 'target'] as const).every((key) => attack[key] === was[key]);
  if (!isSame) return '';
  const clean = hundredths(before.clean);
  if (before.success === null || success === null) return ` Before, it read ${clean} right.`;
  return ` Before, with ${number(before.poisoned)}, it was ${hundredths(before.success)} and ${clean}.`;
}

/** What triggered images are read as, under the shares that the sentence speaks of; with a defence, these before and after it. */
export function tabulate(_: PoisonSettings, outcome: PoisonOutcome): Rows {
  const { attack, bench, poisoned, readAs, unmarked } = outcome;
  const caption = `${number(poisoned)} of 2,000 training images poisoned`;
  const told = (share: number | null) => (share === null ? null : perCent(share));
  const clean = ['clean images read right', told(outcome.clean)] as const;
  const works = ['attack works', told(outcome.success)] as const;
  if (bench) {
    const head = ['', 'now', 'before discarding'];
    const discarded = ['images discarded', bench.discarded, 0];
    const found = ['poisoned among them', bench.found, 0];
    const { before } = bench;
    const right = [...clean, told(before.clean)];
    const attacked = [...works, told(before.success)];
    return { caption, head, rows: [right, attacked, discarded, found] };
  }
  if (!attack) return { caption, head: ['', 'now'], rows: [clean, works] };
  const shares = [clean, works].map(([name, share]) => `${name}: ${share ?? '–'}`);
  return {
    caption: [caption, ...shares].join('; '),
    head: ['read as', whatIsRead(attack), 'the same without the trigger'],
    rows: readAs.map((count, digit) => [String(digit), count, unmarked[digit] ?? null]),
  };
}
