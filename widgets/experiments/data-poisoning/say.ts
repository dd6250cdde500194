/** The run in a sentence, and as a table. */
import { number } from '../../kit/draw/format.ts';
import type { Rows } from '../../kit/contract/widget.ts';
import type { Attack } from './attack.ts';
import type { PoisonOutcome } from './outcome.ts';
import type { PoisonSettings } from './params.ts';

/** A share as whole hundredths. */
export function hundredths(share: number): string {
  return number(share * 100);
}

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
export function say(
  _settings: PoisonSettings,
  outcome: PoisonOutcome,
  before?: PoisonOutcome,
): string {
  if (outcome.clean === null) return 'The model has not been trained yet.';
  const right = `${hundredths(outcome.clean)} of 100 clean images`;
  if (outcome.bench) return afterDefence(outcome, right);
  const told = takeaway(outcome, right);
  if (!before || before.clean === null || !comparable(outcome, before)) return told;
  return `${told} ${change(outcome, before)}`;
}

function takeaway(outcome: PoisonOutcome, right: string): string {
  const { attack, success, poisoned, silent } = outcome;
  const count = `${number(poisoned)} poisoned ${poisoned === 1 ? 'image' : 'images'} of 2,000`;
  if (!attack) {
    return `With ${count} the model reads ${right} right; where the attacker’s trigger is on an image, it does as the attacker wants in ${hundredths(success ?? 0)} of 100 cases.`;
  }
  if (success === null)
    return `The model reads ${right} right; there is no attack to measure: ${silent}.`;
  return `With ${count} the model takes ${hundredths(success)} of 100 ${whatIsRead(attack)} for ${an(attack.target)}, and still reads ${right} right.`;
}

function afterDefence({ bench, attack, success, poisoned }: PoisonOutcome, right: string): string {
  if (!bench) return '';
  const among =
    poisoned === 0
      ? 'all of them clean, for no image is poisoned'
      : `${number(bench.found)} of the ${number(poisoned)} poisoned among them`;
  const found = `The defence threw out ${number(bench.discarded)} images, ${among}.`;
  const { before } = bench;
  if (success === null || before.success === null)
    return `${found} The model reads ${right} right.`;
  const works = attack
    ? `on ${hundredths(success)} of 100 ${whatIsRead(attack)}`
    : `on ${hundredths(success)} of 100`;
  return `${found} Trained again, the attack works ${works}, before on ${hundredths(before.success)}; ${right} are read right.`;
}

function an(digit: number): string {
  return digit === 8 ? 'an 8' : `a ${digit}`;
}

/** Two runs can be told apart in a sentence when the attack is the same, or known both times. */
function comparable(now: PoisonOutcome, before: PoisonOutcome): boolean {
  if (!now.attack || !before.attack) return false;
  const { kind, source, target } = now.attack;
  const was = before.attack;
  return kind === was.kind && source === was.source && target === was.target;
}

function change(outcome: PoisonOutcome, before: PoisonOutcome): string {
  const clean = hundredths(before.clean ?? 0);
  if (before.success === null || outcome.success === null) return `Before, it read ${clean} right.`;
  return `Before, with ${number(before.poisoned)}, it was ${hundredths(before.success)} and ${clean}.`;
}

/** What triggered images are read as; before it, the shares that the sentence speaks of. */
export function tabulate(_settings: PoisonSettings, outcome: PoisonOutcome): Rows {
  const { attack, bench, clean, success, poisoned, readAs, unmarked } = outcome;
  const share = (value: number | null): string | null =>
    value === null ? null : `${number(value * 100, 1)} %`;
  const caption = `${number(poisoned)} of 2,000 training images poisoned`;
  const facts = [
    ['clean images read right', share(clean), bench && share(bench.before.clean)],
    ['attack works', share(success), bench && share(bench.before.success)],
    ...(bench
      ? [
          ['images discarded', bench.discarded, 0],
          ['poisoned among them', bench.found, 0],
        ]
      : []),
  ];
  if (bench) return { caption, head: ['', 'now', 'before discarding'], rows: facts };
  if (!attack) return { caption, head: ['', 'now'], rows: facts.map((row) => row.slice(0, 2)) };
  return {
    caption: `${caption}; clean images read right: ${share(clean) ?? '–'}; attack works: ${share(success) ?? '–'}`,
    head: ['read as', whatIsRead(attack), 'the same without the trigger'],
    rows: readAs.map((count, digit) => [String(digit), count, unmarked[digit] ?? null]),
  };
}
