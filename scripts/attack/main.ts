/** `npm run attack`: attacks, and ends with a list of what fell short. */
import { runCommand } from '../command.mjs';
import { ATTACKS } from '../commands.mjs';
import { Attack, type Part } from './attack.ts';

interface How {
  readonly seed: number;
  readonly minutes: number;
  readonly only: string;
}

async function run(name: string, { seed, minutes, only }: How): Promise<Attack> {
  console.log(`\n${name}, seed ${seed}, at most ${minutes} minutes:`);
  const attack = new Attack(name, seed, minutes, only);
  const part = (await import(new URL(`parts/${name}.ts`, import.meta.url).href)) as {
    readonly attack: Part;
  };
  try {
    await part.attack(attack);
  } catch (error) {
    attack.fell('the part itself', String(error));
  }
  const left = attack.hasTime ? '' : '; the time ran out before all was done';
  console.log(`${name}: ${attack.count} attacks, ${attack.faults.length} fell short${left}`);
  return attack;
}

await runCommand('attack', async ({ words, values: { seed, minutes, only = '' } }) => {
  const how = { seed: Number(seed), minutes: Number(minutes), only };
  const faults: string[] = [];
  let count = 0;
  for (const name of words.length > 0 ? words : ATTACKS) {
    const attack = await run(name, how);
    count += attack.count;
    faults.push(...attack.faults.map(({ where, what }) => `${name}, ${where}: ${what}`));
  }
  const more = faults.length > 0 ? ':' : '.';
  console.log(`\n${count} attacks, seed ${how.seed}. ${faults.length} fell short${more}`);
  for (const fault of faults) console.log(`- ${fault}`);
  return faults.length > 0 ? 1 : 0;
});
