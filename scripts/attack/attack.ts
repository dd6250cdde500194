/** What every part of the attack is given: chance, time, and somewhere to say what it did and what fell short. */
import { seeded, type Random } from '../../widgets/kit/numbers/random.ts';

/** Something that fell short. */
export interface Fault {
  /** What was attacked, and how: enough to do it again. */
  readonly where: string;
  readonly what: string;
}

/** One part, as `scripts/attack/parts/NAME.ts` exports it under the name `attack`. */
export type Part = (by: Attack) => Promise<void>;

/** One run of one part. */
export class Attack {
  readonly seed: number;
  readonly faults: Fault[] = [];
  #count = 0;
  readonly #name: string;
  readonly #end: number;

  readonly #only: string;

  /** `only`: nothing else is attacked than what has this text in its name. */
  constructor(name: string, seed: number, minutes: number, only = '') {
    this.#name = name;
    this.#only = only;
    this.seed = seed;
    this.#end = Date.now() + minutes * 60_000;
  }

  /** How many attacks were made so far. */
  get count(): number {
    return this.#count;
  }

  /** False when the time of the part has run out: what has begun is ended, and nothing else is begun. */
  get hasTime(): boolean {
    return Date.now() < this.#end;
  }

  /** A stream of chance of this name: the same for the same seed, whatever else is attacked. */
  chance(name: string): Random {
    return seeded(this.seed, `${this.#name} ${name}`);
  }

  /** Counts attacks that were made. */
  did(count = 1): void {
    this.#count += count;
  }

  say(line: string): void {
    console.log(`  ${line}`);
  }

  /** Writes down what fell short. */
  fell(where: string, what: string): void {
    this.faults.push({ where, what });
    console.log(`  FELL SHORT  ${where}: ${what}`);
  }

  /** Does one thing; where it throws, that is a fault and the next one follows. */
  async try(where: string, does: () => Promise<void> | void): Promise<void> {
    if (!this.hasTime || !where.includes(this.#only)) return;
    const start = Date.now();
    const before = this.faults.length;
    try {
      await does();
    } catch (error) {
      this.fell(where, (error instanceof Error ? error.message : String(error)).slice(0, 600));
    }
    const held = this.faults.length === before ? 'held' : 'fell short';
    this.say(`${where}: ${held}, ${((Date.now() - start) / 1000).toFixed(0)} s`);
  }
}

/** One of a list. Throws where there is none. */
export function pick<T>(random: Random, list: readonly T[]): T {
  const found = list[random.whole(list.length)];
  if (found === undefined) throw new Error('There is nothing to choose from.');
  return found;
}
