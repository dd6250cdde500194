import { describe, expect, it } from 'vitest';
import { addressIn, commandIn, numbersIn, versionIn } from './cited-text.ts';
import { dataOf, fixturesIn, textOf } from './fixture.ts';
import { expectOpens } from './opened.ts';
import { headless } from './today-runs.ts';
import { openLink, type AnySettings } from './today.ts';

/** A run that a reader has handed in, and what its citation was made from. */
interface Cited {
  /** The citation as it was copied. */
  readonly file: string;
  readonly page: string;
  readonly id: string;
  /** All settings of the run, and its measures in their order. */
  readonly settings: AnySettings;
  readonly measures: Readonly<Record<string, number | null>>;
}

const CITED = dataOf('citations.json') as readonly Cited[];

describe.each(CITED)('the old citation $file', ({ file, page, id, settings, measures }) => {
  const text = textOf(file);

  // The command is written for the shells of Unix.
  it.skipIf(process.platform === 'win32')(
    'still runs by its command, and gives what it cites',
    async () => {
      const now = await headless(commandIn(text));
      expect(now.settings).toMatchObject(settings);
      // Another version may give other numbers: then who opens the citation is told so.
      if (now.version > versionIn(text)) {
        expect(openLink(id, addressIn(text).search)?.older).toMatch(/may differ/);
        return;
      }
      expect(now.measures).toMatchObject(measures);
      const names = Object.keys(measures);
      const numbers = numbersIn(text);
      expect(numbers).toHaveLength(names.length);
      for (const [i, name] of names.entries()) {
        const [value, cited] = [now.measures[name] ?? null, numbers[i] ?? null];
        expect(value === null, name).toBe(cited === null);
        if (value === null || cited === null) continue;
        expect(Math.abs(value - cited.value), name).toBeLessThanOrEqual(cited.within);
      }
    },
  );

  it('still opens its run by its address', () => {
    expectOpens(addressIn(text), page, { [id]: settings });
  });
});

it('is there for every experiment, and none is left out', () => {
  expect(CITED.map(({ file }) => file).toSorted()).toEqual(fixturesIn('citations/').toSorted());
  expect(CITED).toHaveLength(9);
});
