/** Two trainings that differ in one thing, and three more by colleagues who wrote nothing down. */
import type { Run } from '#kit/contract';
import { seeded } from '#kit/numbers';
import { first, split } from '../../shared/digits/digits.ts';
import { unpack, type PackedFile } from '../../shared/digits/packed.ts';
import { beforeOf, differing, gapOf, isSame, logged } from './log.ts';
import { TESTED, type Logged, type SameOutcome } from './outcome.ts';
import { COLLEAGUES, guessesOf, SUSPECTS } from './params.ts';
import type { Change, params, SameSettings, Suspect } from './params.ts';
import { LEARNED, recipeOf, type Material } from './recipe.ts';
import { train, type Trained } from './train.ts';

/** The digits of MNIST, 8x8. */
const FILE: PackedFile = { name: 'mnist8.bin', size: 64, perByte: 1, full: 16, moreThan: 3000 };

/** The latest trainings, by their settings and what is changed: the same again would give the same. */
const kept = new Map<string, Trained>();
const MOST_KEPT = 16;

/** What the three colleagues of a team have changed: three different things. */
export function secretsOf({ team }: Pick<SameSettings, 'team'>): readonly Suspect[] {
  const names = Object.keys(SUSPECTS) as Suspect[];
  const order = seeded(team, 'colleagues').order(names.length);
  return COLLEAGUES.map((_, i) => names[order[i] as number] as Suspect);
}

/** The run behind the widget. */
export const runSameRun: Run<typeof params, SameOutcome> = async (settings, show, env) => {
  const digits = unpack(FILE, await env.readData(FILE.name));
  const { training: learned, heldOut } = split(digits, LEARNED, settings.seed, 'rows');
  const material: Material = { learned, tested: first(heldOut, TESTED) };
  const right = material.tested.labels;
  const trained = (change: Change, told?: (soFar: Trained) => Promise<void>): Promise<Trained> =>
    trainedWith(material, settings, change, told);
  const log = (one: Trained, change: Change, base: Trained): Logged =>
    logged(one, beforeOf(recipeOf(material, settings, change)), right, base);

  const base = await trained('none');
  const { change, epochs } = settings;
  const compared = (second: Trained): SameOutcome => ({
    epochs,
    first: log(base, 'none', base),
    second: log(second, change, base),
    differing: second.answers.map((answers, epoch) =>
      differing(base.answers[epoch] ?? answers, answers, right),
    ),
    weightsGap: gapOf(base.weights, second.weights),
    colleagues: [],
    tried: [],
  });
  const isAlone = settings.team === 0;
  const share = isAlone ? 1 : 0.4;
  const second = await trained(change, async (soFar) => {
    const done = soFar.answers.length / epochs;
    if (done < 1) await show(compared(soFar), 0.1 + (share - 0.1) * done);
  });
  const outcome = compared(second);
  if (isAlone) return show(outcome, 1);

  const secrets = secretsOf(settings);
  const theirs: Trained[] = [];
  for (const secret of secrets) {
    theirs.push(await trained(secret));
    await show(outcome, share + theirs.length / 10);
  }
  const tried: SameOutcome['tried'][number][] = [];
  for (const { colleague, suspect } of guessesOf(settings)) {
    const own = await trained(suspect);
    const who = theirs[COLLEAGUES.indexOf(colleague)] as Trained;
    tried.push({ colleague, suspect, fits: isSame(own, who) });
    await show(outcome, 0.8);
  }
  const colleagues = theirs.map((one, i) => log(one, secrets[i] as Suspect, base));
  return show({ ...outcome, colleagues, tried }, 1);
};

async function trainedWith(
  material: Material,
  settings: SameSettings,
  change: Change,
  told?: (soFar: Trained) => Promise<void>,
): Promise<Trained> {
  const { seed, rate, epochs } = settings;
  const name = [seed, rate, epochs, change].join(' ');
  const found = kept.get(name);
  if (found) return found;
  const fresh = await train(recipeOf(material, settings, change), { seed, epochs }, told);
  kept.set(name, fresh);
  for (const oldest of kept.keys()) if (kept.size > MOST_KEPT) kept.delete(oldest);
  return fresh;
}
