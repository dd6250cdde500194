/** An assignment as it is written: what is refused, with file and line, and what is proved of every variant. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { newAssignment } from '../../../scripts/new/assignment/new-assignment.ts';
import { readAssignments } from '../../../src/tasks/sets/author/load.ts';
import { readAssignment } from '../../../src/tasks/sets/author/read.ts';
import type { NumberItemKey } from '../../../src/tasks/kinds/number/item.ts';
import { runOnNode } from '../../../widgets/run/node.ts';
import { loadWidget } from '../../../widgets/index.ts';
import { measureAll } from '../../../widgets/kit/contract/widget.ts';
import { drawn, goalIn, settingsIn } from '../../../src/tasks/sets/pure/variants/variant.ts';
import { FILE, madeOf, YAML } from './fixture.ts';

const faultsIn = (from: string, to: string): readonly string[] => {
  expect(YAML).toContain(from);
  const faults: string[] = [];
  readAssignment(FILE, YAML.replace(from, to), faults);
  return faults;
};
const proofFaults = async (from: string, to: string): Promise<readonly string[]> => {
  expect(YAML).toContain(from);
  return (await madeOf(YAML.replace(from, to))).faults;
};

describe('the file of an assignment', () => {
  it.each([
    [
      'a field that there is not',
      'version: 1\ntitle',
      'versoin: 1\ntitle',
      /small\.yaml:2: there is no “versoin” here/,
    ],
    ['a kind that there is not', 'kind: choice', 'kind: essay', /small\.yaml:3\d: items\.1\.kind/],
    [
      'a name that is another',
      'id: small\n',
      'id: tall\n',
      /its id is "tall"; call it as its file, "small"/,
    ],
    ['an id twice', 'id: small-tail', 'id: small-capacity', /"small-capacity" is the id of two/],
    [
      'no such experiment',
      'experiment: small-bench',
      'experiment: big-bench',
      /there is no experiment "big-bench"; there are small-bench/,
    ],
    [
      'a wrong option without a word',
      ', misconception: A maximum., feedback: Some are slower.',
      '',
      /small\.yaml:\d+: items\.1\.options\.1: an option that can be wrong needs a misconception/,
    ],
    [
      'a formula without its sign',
      '{ limit: =4 * 8 }',
      '{ limit: 4 * 8 }',
      /items\.2\.derive\.limit: a formula begins with =/,
    ],
    [
      'a deadline on no day',
      'salt: test',
      'salt: test\ndue: 2026-13-45T23:59:00+01:00',
      /small\.yaml:7: due: due is a time with its zone/,
    ],
    [
      'a deadline without a zone',
      'salt: test',
      'salt: test\ndue: 2026-12-18',
      /small\.yaml:7: due: due is a time with its zone/,
    ],
    ['no YAML', 'id: small\n', 'id: [\n', /small\.yaml: /],
  ])('with %s is refused', (_, from, to, fault) => {
    expect(faultsIn(from, to).join('\n')).toMatch(fault);
  });
});

/** An item with data of its own, one of code, and a claim. */
const OTHERS = `${YAML.slice(0, YAML.indexOf('items:'))}items:
  - id: small-data
    version: 1
    kind: outside
    points: 3
    minutes: 9
    objective: Compute.
    draw: { value: [4, 8], mean: [1, 2] }
    prompt: >-
      The mean is about
      {mean}; \`f({ a })\` and \`const {a} = b; return a\` are code.
    data:
      file: small
      columns: [x]
      rows: |
        /** @param {number} n */
        const row = (n) => ({n}).n + normal() * {value};
        function rows() {
          return [[row(1)], [row(\`\${mean}\`.length)]];
        }
    asks: [{ id: mean, label: The mean, tolerance: { relative: 0.1 } }]
    solve: 'function solve(rows) { const mean = rows.length; return {mean}; }'
    rubric: [{ id: plot, text: 'A plot of {value} rows.', points: 1 }]
    wrong: []
    solution: It is {mean}.
  - id: small-code
    version: 1
    kind: code
    points: 1
    minutes: 9
    objective: Write.
    draw: { value: [4, 8] }
    prompt: Write it.
    function: f
    start: function f(x) {}
    solve: function f(x) { return x > {value}; }
    shown: ['f({value})']
    hidden: [{ call: 'f({value} + 1)' }]
    hints: [{ text: 'Not {value}.', costs: 0 }]
    solution: So.
  - id: small-claim
    version: 1
    kind: claim
    points: 2
    minutes: 9
    objective: Claim.
    draw: { wait: [4, 8] }
    experiment: small-bench
    vary: [maxWait]
    measures: [p99]
    prompt: Claim it.
    rubric: [{ id: why, text: 'Why at {wait} ms.', points: 2 }]
    model:
      runs: [{ maxWait: 0 }, { maxWait: =wait }]
      holds: ['=B_p99 > A_p99']
      text: At {wait} ms it rises from {A_p99} to {B_p99}.
    solution: So.
`;

describe('a name in braces', () => {
  it('is one that is drawn or derived; programs and Markdown have braces of their own', () => {
    const faults: string[] = [];
    expect(readAssignment(FILE, OTHERS, faults)).toBeDefined();
    expect(faults).toEqual([]);
  });

  it.each([
    ['a prompt', YAML, 'A batch of {batch}', 'A batch of {bacth}'],
    ['an option', YAML, "'Of {calls} one", "'Of {cals} one"],
    ['feedback', YAML, 'feedback: Each holds many.', 'feedback: "Each holds {bacth}."'],
    ['a hint', YAML, 'text: How long is a batch?', "text: 'How long are {bacth}?'"],
    ['a solution', YAML, 'solution: Divide.', 'solution: Divide by {bacth}.'],
    ['a line of its own', OTHERS, '      {mean};', '      {maen};'],
    ['code in a prompt', OTHERS, '`f({ a })`', '`f({vlaue})`'],
    ['data', OTHERS, 'normal() * {value}', 'normal() * {vlaue}'],
    ['a rubric', OTHERS, 'A plot of {value} rows', 'A plot of {vlaue} rows'],
    ['a program', OTHERS, 'x > {value}', 'x > {vlaue}'],
    ['a call that is shown', OTHERS, "['f({value})']", "['f({vlaue})']"],
    ['a call that is hidden', OTHERS, 'f({value} + 1)', 'f({vlaue} + 1)'],
    ['a hint of code', OTHERS, 'Not {value}', 'Not {vlaue}'],
    ['a rubric of a claim', OTHERS, 'Why at {wait}', 'Why at {wiat}'],
    ['a claim', OTHERS, 'At {wait} ms it', 'At {wiat} ms it'],
  ])('that is misspelt in %s is refused, with file and line', (_, text, from, to) => {
    expect(text).toContain(from);
    const [, name = ''] = /\{(\w+)\}/.exec(to) ?? [];
    const wrong = text.replace(from, to);
    const line = wrong.slice(0, wrong.indexOf(`{${name}}`)).split('\n').length;
    const faults: string[] = [];
    readAssignment(FILE, wrong, faults);
    expect(faults).toEqual([
      expect.stringMatching(
        `^${FILE}:${line}: items\\..*{${name}}: nothing called “${name}” is drawn`,
      ),
    ]);
  });
});

describe('an assignment that is made', () => {
  it('has every variant, all different, and an answer to each', async () => {
    const { made, faults } = await madeOf(YAML);
    expect(faults).toEqual([]);
    const counts = made?.report.map(({ variants }) => variants.length);
    expect(counts).toEqual([8, 4, 6]);
    for (const { variants } of made?.report ?? []) {
      expect(new Set(variants.map(({ note }) => note)).size).toBe(variants.length);
    }
    // The report: how lucky one must be, what room a solution leaves, how far the start is off.
    const [number, , reach] = made?.report ?? [];
    for (const { found } of number?.variants ?? []) expect(found.distance).toBeGreaterThan(1);
    for (const { found } of reach?.variants ?? []) {
      expect(found.slack).toBeGreaterThan(0);
      expect(found.distance).toBeGreaterThan(0);
      expect(found.passed).toBeLessThanOrEqual(0.2 * (found.draws ?? 0));
    }
    const [capacity, , machine] = made?.key.assignment.items ?? [];
    const key = made?.key.items['small-capacity'];
    if (!capacity || machine?.kind !== 'reach' || key?.kind !== 'number')
      throw new Error('not made');
    // By hand: as many items as a batch holds, in the time that it takes.
    for (const seed of capacity.seeds) {
      const { batch, fixed } = drawn(capacity, seed) as { batch: number; fixed: number };
      expect(key.answers[seed]?.right).toBeCloseTo((1000 * batch) / (fixed + 0.5 * batch), 4);
      expect(key.answers[seed]?.wrong['batches']).toBeCloseTo(1000 / (fixed + 0.5 * batch), 4);
    }
    // By a run of its own: the solution meets the goal, the start does not.
    const widget = await loadWidget(machine.widget);
    const seed = machine.seeds[0] ?? 0;
    const values = drawn(machine, seed);
    const start = settingsIn(machine.start, values);
    const limit = goalIn(machine, values)['p99']?.atMost ?? 0;
    const own = made?.key.items['small-machine'];
    if (own?.kind !== 'reach') throw new Error('not made');
    const solved = own.answers[seed] as Record<string, number>;
    const p99 = async (settings: typeof start) =>
      measureAll(widget, await runOnNode(widget, settings)).measures;
    expect((await p99({ ...start, ...solved }))['p99']).toBeLessThanOrEqual(limit);
    expect((await p99(start))['utilisation']).toBeLessThan(0.7);
  });

  it('has the same name for the same content, and another for another', async () => {
    const name = async (text: string) => (await madeOf(text)).made?.key.assignment.hash;
    expect(await name(YAML)).toBe(await name(YAML));
    expect(await name(YAML.replace('salt: test', 'salt: rest'))).not.toBe(await name(YAML));
  });

  it.each([
    [
      'a solution that misses the goal',
      'maxBatch: 16, maxWait: 0',
      'maxBatch: 1, maxWait: 0',
      /item "small-machine": variant 1 \(.*\): no solution holds: .*p99/,
    ],
    ['a formula that cannot be read', '=4 * 8', '=4 * eight', /there is no number called “eight”/],
    [
      'a setting that there is not',
      'maxBatch: =batch',
      'maxBunch: =batch',
      /has no setting "maxBunch"/,
    ],
  ])('is refused for %s', async (_, from, to, fault) => {
    const faults = (await proofFaults(from, to)).join('\n');
    expect(faults).toMatch(fault);
    expect(faults).toMatch(/^content\/a\/assignments\/small\.yaml:\d+, item "/);
  });

  it('is refused where chance meets its goal', async () => {
    const lucky = YAML.replace('maxWait: 60, replicas: 4', 'replicas: 1').replace(
      'p99: { atMost: =limit }, utilisation: { atLeast: 0.7 }',
      'p99: { atMost: 600 }',
    );
    const { faults } = await madeOf(lucky);
    expect(faults.join('\n')).toMatch(
      /item "small-machine": [\d.]+ % of random settings meet the goal/,
    );
  });
});

describe('a new assignment', () => {
  const read = (path: string): string => readFileSync(path, 'utf8');

  it('has an experiment, a number, a choice and a goal, proved as they stand, with answers of one’s own', async () => {
    const { files } = await newAssignment(['two-words', 'gain-worth'], read);
    const [[file = '', text = ''] = []] = files;
    expect(file).toMatch(/^content\/[\w-]+\/assignments\/two-words\.yaml$/);
    const { made, faults } = await madeOf(text, file);
    expect(faults).toEqual([]);
    expect(made?.key.assignment.items.map(({ kind }) => kind)).toEqual([
      'number',
      'choice',
      'reach',
    ]);
    expect(text).toContain('id: two-words-lab');
    const [number, choice, goal] = made?.report ?? [];
    for (const { variants } of [number, goal].flatMap((one) => one ?? [])) {
      expect(variants.length).toBeGreaterThanOrEqual(20);
      expect(new Set(variants.map(({ answer }) => answer)).size).toBe(variants.length);
    }
    // No number is right in two variants.
    const { answers = {}, tolerance } = made?.key.items['two-words-read'] as NumberItemKey;
    const rights = Object.values(answers).map(({ right }) => right);
    for (const right of rights) {
      const near = rights.filter(
        (other) => Math.abs(other - right) <= (tolerance.relative ?? 0) * Math.abs(other),
      );
      expect(near).toEqual([right]);
    }
    expect(new Set(choice?.variants.map(({ answer }) => answer)).size).toBe(3);
  });

  it('is refused about an experiment whose settings give few answers, or that is none', async () => {
    await expect(newAssignment(['two-words', 'tail-jar'], read)).rejects.toThrow(
      'tail-jar has no control of which 20 settings give 20 answers',
    );
    await expect(newAssignment(['two-words', 'nowhere'], read)).rejects.toThrow(
      '“nowhere” is no simulation; there are',
    );
  });

  it('is refused under a name that is taken, or none', async () => {
    await expect(newAssignment(['Two'], read)).rejects.toThrow('“Two” is not');
    const [taken = ''] = readAssignments().map(({ source }) => source.id);
    await expect(newAssignment([taken], read)).rejects.toThrow('already');
  });
});
