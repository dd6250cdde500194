/** What stands beside the example's files: a page on what it teaches, and its tests. */
import { camel, pascal, title } from '../made.ts';

/** `README.md` of the new widget. */
export const readmeOf = (name: string): string => `# ${name}: ${title(name).toLowerCase()}

**Teaches.** The share of heads wanders about its chance, and less the more tosses there are.

**First state.** Ten tosses of a fair coin: few enough that exactly five heads are not even likely.

**Leaves out.** Tosses that depend on each other.

**Where its numbers come from.** A fair coin's chance is one half by definition; nothing is measured.
`;

/** Its tests: an answer that the model did not compute, what is shown, and that it repeats. */
export const testOf = (name: string): string => `import { describe, expect, it } from 'vitest';
import { run${pascal(name)}, type ${pascal(name)}Outcome } from '../../../widgets/experiments/${name}/model.ts';
import { params, type ${pascal(name)}Settings } from '../../../widgets/experiments/${name}/params.ts';
import { ${camel(name)} } from '../../../widgets/experiments/${name}/widget.ts';
import { defaults } from '../../../widgets/kit/contract/params.ts';
import { measureAll } from '../../../widgets/kit/contract/widget.ts';
import { runOnNode } from '../../../widgets/run/node.ts';
import { drawn } from '../drawn.ts';

const start = defaults(params);
const ran = async (change: Partial<${pascal(name)}Settings>): Promise<${pascal(name)}Outcome> =>
  (await runOnNode(${camel(name)}, { ...start, ...change })) as ${pascal(name)}Outcome;

describe('the coin', () => {
  it('falls on heads as often as chance has it: within four standard errors, for seeds 1 to 5', async () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      for (const chance of [0.5, 0.2]) {
        const { tosses, heads } = await ran({ tosses: 1000, chance, seed });
        // The variance of a share of n tosses is p (1 - p) / n.
        const error = Math.sqrt((chance * (1 - chance)) / tosses);
        expect(Math.abs(heads / tosses - chance)).toBeLessThan(4 * error);
      }
    }
  });

  it('never falls on heads without a chance, and always with certainty', async () => {
    expect((await ran({ chance: 0 })).heads).toBe(0);
    expect((await ran({ chance: 1 })).heads).toBe(10);
  });

  it('is tossed as often as it is asked for, and falls the same way again with the same seed', async () => {
    expect(await ran({ tosses: 7 })).toEqual(await ran({ tosses: 7 }));
    expect((await ran({ tosses: 7 })).tosses).toBe(7);
    const falls = await Promise.all([1, 2, 3].map((seed) => ran({ tosses: 1000, seed })));
    expect(new Set(falls.map(({ heads }) => heads)).size).toBeGreaterThan(1);
  });

  it('ends when nobody wants its outcome any more', async () => {
    const unwanted = (): Promise<void> => Promise.reject(new Error('stopped'));
    await expect(run${pascal(name)}(start, unwanted, {} as never)).rejects.toThrow('stopped');
  });
});

describe('what is shown', () => {
  it('says, tabulates and measures the same', async () => {
    const outcome = await ran({});
    const { tosses, heads } = outcome;
    expect(${camel(name)}.say(start, outcome, undefined)).toContain(\`\${heads} of \${tosses}\`);
    const { rows } = ${camel(name)}.tabulate(start, outcome);
    expect(rows.map(([, count]) => count)).toEqual([heads, tosses - heads]);
    expect(measureAll(${camel(name)}, outcome).measures).toEqual({ heads: heads / tosses });
  });

  it('is drawn in both widths, and otherwise where the coin has fallen otherwise', async () => {
    const [none, all] = await Promise.all([ran({ chance: 0 }), ran({ chance: 1 })]);
    for (const [layout, width] of [['wide', 680], ['narrow', 320]] as const) {
      const pictures = [none, all].map((outcome) => drawn(${camel(name)}, start, outcome, layout));
      expect(new Set(pictures).size).toBe(2);
      for (const picture of pictures) {
        expect(picture).toContain(\`viewBox="0 0 \${width} \`);
        expect(picture).not.toMatch(/NaN|Infinity|undefined/);
      }
    }
  });
});
`;
