/** node scripts/attack/main.ts [PART ...] [--seed N] [--minutes N] [--only TEXT]: attacks, and ends with a list of what fell short. */
import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { Attack, type Part } from './attack.ts';

const FOLDER = new URL('parts/', import.meta.url);
const PARTS = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.ts'))
  .map((file) => basename(file, '.ts'));
const USAGE = `Usage: npm run attack -- [PART ...] [--seed N] [--minutes N] [--only TEXT], with parts of ${PARTS.join(', ')}.`;

interface Order {
  readonly parts: readonly string[];
  readonly seed: number;
  readonly minutes: number;
  readonly only: string;
}

function asked(): Order {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      seed: { type: 'string', default: '1' },
      minutes: { type: 'string', default: '10' },
      only: { type: 'string', default: '' },
    },
  });
  const unknown = positionals.filter((name) => !PARTS.includes(name));
  const [seed, minutes] = [Number(values.seed), Number(values.minutes)];
  if (unknown.length > 0) throw new Error(`There is no part ${unknown.join(', ')}.`);
  if (!Number.isSafeInteger(seed) || !(minutes > 0))
    throw new Error('--seed and --minutes take a number.');
  const parts = positionals.length > 0 ? positionals : PARTS;
  return { parts, seed, minutes, only: values.only };
}

async function run(name: string, { seed, minutes, only }: Order): Promise<Attack> {
  console.log(`\n${name}, seed ${seed}, at most ${minutes} minutes:`);
  const attack = new Attack(name, seed, minutes, only);
  const part = (await import(new URL(`${name}.ts`, FOLDER).href)) as { readonly attack: Part };
  try {
    await part.attack(attack);
  } catch (error) {
    attack.fell('the part itself', String(error));
  }
  const left = attack.hasTime ? '' : '; the time ran out before all was done';
  console.log(`${name}: ${attack.count} attacks, ${attack.faults.length} fell short${left}`);
  return attack;
}

let order: Order;
try {
  order = asked();
} catch (error) {
  console.error(`${(error as Error).message}\n${USAGE}`);
  process.exit(2);
}
const faults: string[] = [];
let count = 0;
for (const name of order.parts) {
  const attack = await run(name, order);
  count += attack.count;
  faults.push(...attack.faults.map(({ where, what }) => `${name}, ${where}: ${what}`));
}
console.log(
  `\n${count} attacks, seed ${order.seed}. ${faults.length} fell short${faults.length > 0 ? ':' : '.'}`,
);
for (const fault of faults) console.log(`- ${fault}`);
process.exitCode = faults.length > 0 ? 1 : 0;
