/** What stands beside the example's files: a page on what it teaches, and its tests. */
import { camel, pascal, title } from '../made.ts';

/** `README.md` of the new widget. */
export const readmeOf = (name: string): string => `# ${name}: ${title(name).toLowerCase()}

**Teaches.** The share of heads wanders about its chance, and less the more tosses there are.

**First state.** Ten tosses of a fair coin: few enough that the share of heads is far from one half most of the way.

**Leaves out.** Tosses that depend on each other.

**Where its numbers come from.** A fair coin's chance is one half by definition; nothing is measured.
`;

/** Its tests: an answer that the model did not compute, and what is shown. What holds of every experiment is tested for all. */
export const testOf = (name: string): string => `import { describe, expect, it } from 'vitest';
import type { ${pascal(name)}Outcome } from '../../../../widgets/experiments/${name}/model.ts';
import { params, type ${pascal(name)}Settings } from '../../../../widgets/experiments/${name}/params.ts';
import { ${camel(name)} } from '../../../../widgets/experiments/${name}/widget.ts';
import { defaults } from '../../../../widgets/kit/contract/params.ts';
import { measureAll } from '../../../../widgets/kit/contract/widget.ts';
import { runOnNode } from '../../../../widgets/run/node.ts';

const start = defaults(params);
const ran = async (change: Partial<${pascal(name)}Settings>): Promise<${pascal(name)}Outcome> =>
  (await runOnNode(${camel(name)}, { ...start, ...change })) as ${pascal(name)}Outcome;

describe('the coin', () => {
  it('falls on heads as often as chance has it: within four standard errors, for seeds 1 to 5', async () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      for (const chance of [0.5, 0.2]) {
        const { heads, shares } = await ran({ tosses: 1000, chance, seed });
        // The variance of a share of n tosses is p (1 - p) / n.
        const error = Math.sqrt((chance * (1 - chance)) / shares.length);
        expect(Math.abs(heads - chance)).toBeLessThan(4 * error);
      }
    }
  });

  it('never falls on heads without a chance, and always with certainty', async () => {
    expect((await ran({ chance: 0 })).heads).toBe(0);
    expect((await ran({ chance: 1 })).heads).toBe(1);
  });

  it('is tossed as often as it is asked for', async () => {
    expect((await ran({ tosses: 7 })).shares).toHaveLength(7);
  });
});

describe('what is shown', () => {
  it('says, tabulates and measures the same', async () => {
    const outcome = await ran({});
    const { heads } = outcome;
    expect(${camel(name)}.say(start, outcome, undefined)).toContain(\`\${10 * heads} of 10\`);
    const { rows } = ${camel(name)}.tabulate(start, outcome);
    expect(rows).toEqual([['Heads', '%', 100 * heads]]);
    expect(measureAll(${camel(name)}, outcome).measures).toEqual({ heads });
  });
});
`;

/** Where it says its measures: a test holds each of these numbers against its measure. */
export const shownOf = (): string =>
  [
    '/** Where the experiment says a measure. */',
    "import { row, type Shown } from '../../seen/shown/pattern.ts';",
    '',
    '/** A row, or words with # for the number, the measure that it is of, and how many of its units are one of the measure. */',
    "export const SHOWN: readonly Shown[] = [row('Heads', 'heads', 100)];",
    '',
  ].join('\n');
