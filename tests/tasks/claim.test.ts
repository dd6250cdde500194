/** A claim: its numbers, what they belong to, the runs as repeated, and what is left to be read. */
import { describe, expect, it } from 'vitest';
import { findings } from '../../src/tasks/kinds/claim/pure/fits.ts';
import { numbersIn } from '../../src/tasks/kinds/claim/pure/numbers.ts';
import { shownOf } from '../../src/tasks/grading/pure/grade/shown.ts';
import { grade } from '../../src/tasks/grading/pure/grade/grade.ts';
import type { Rerun } from '../../src/tasks/grading/pure/grade/reruns.ts';
import { signed } from '../../src/tasks/sets/pure/submission/write.ts';
import { variantOf } from '../../src/tasks/sets/pure/variants/variant.ts';
import { answered, begun, citing, submissionOf } from '../../src/tasks/sets/pure/work/work.ts';
import { loadWidget } from '../../widgets/index.ts';
import { measureAll } from '../../widgets/kit/contract/widget.ts';
import { runKey } from '../../widgets/kit/record/run-key.ts';
import type { RunRecord } from '../../widgets/kit/record/run-record.ts';
import { runOnNode } from '../../widgets/run/node.ts';
import { madeOf } from './sets/fixture.ts';
import { asYaml, keyOf, valuesOf } from './given.ts';

describe('numbers in a sentence', () => {
  it.each([
    ['p99 is 43 ms', [['43 ms', 43, 0.5, 1]]],
    [
      'it fell from 0.21 s to 1,187.5 ms.',
      [
        ['0.21 s', 0.21, 0.005, 1000],
        ['1,187.5 ms', 1187.5, 0.05, 1],
      ],
    ],
    [
      '83 per cent, 5 points, twice, 3x and 2.5 times',
      [
        ['83 per cent', 83, 0.5, '%'],
        ['5 points', 5, 0.5, 'points'],
        ['3x', 3, 0.5, 'x'],
        ['2.5 times', 2.5, 0.05, 'x'],
      ],
    ],
    ['the 99th percentile of run A1, v2', []],
    [
      '10-20 and −5 %',
      [
        ['10', 10, 0.5, undefined],
        ['20', 20, 0.5, undefined],
        ['-5 %', -5, 0.5, '%'],
      ],
    ],
    [
      'about 1200, or 0,21 s',
      [
        ['1200', 1200, 50, undefined],
        ['0,21 s', 0.21, 0.005, 1000],
      ],
    ],
    [
      '4 milliseconds, 4 min, 4 minutes, 4 m',
      [
        ['4 milliseconds', 4, 0.5, 1],
        ['4 min', 4, 0.5, 60000],
        ['4 minutes', 4, 0.5, 60000],
        ['4', 4, 0.5, undefined],
      ],
    ],
  ])('%s', (sentence, expected) => {
    const found = numbersIn(sentence).map(({ text, values, unit }) => [
      text,
      values.at(-1)?.value === undefined ? 0 : values[0]?.value,
      values[0]?.half,
      unit,
    ]);
    expect(found).toEqual(expected);
  });

  it('are found in the longest text at once', () => {
    expect(numbersIn('1,'.repeat(4_000)).length).toBeLessThan(4_001);
    expect(numbersIn('1 '.repeat(4_000))).toHaveLength(4_000);
    expect(numbersIn(`${'-'.repeat(4_000)}${' '.repeat(4_000)}`)).toEqual([]);
  });
});

const BEFORE = `experiments:
  - { id: small-bench, widget: batch-bench, question: Is one machine enough?, settings: { requests: 2000 } }
`;
const ITEM = `  - id: small-claim
    version: 1
    kind: claim
    points: 5
    minutes: 9
    objective: Say what waiting for a fuller batch costs.
    experiment: small-bench
    draw: { arrivals: [180, 220, 260], wait: [40, 60, 80] }
    start: { arrivals: =arrivals, maxBatch: 64, maxWait: 0 }
    vary: [maxBatch, maxWait]
    measures: [p99, meanWait]
    least: 2
    longest: 400
    prompt: What does a wait of {wait} ms cost?
    rubric:
      - { id: numbers, text: The numbers are those of the runs., points: 1, numbers: true }
      - { id: cause, text: A full batch is seldom reached., points: 4 }
    wrong:
      - { id: fuller, misconception: Fuller is always quicker., feedback: Look at who waits. }
    model:
      runs: [{ maxWait: 0 }, { maxWait: =wait }]
      holds: ['=B_p99 > A_p99', '=B_meanWait > A_meanWait']
      text: With a wait of {wait} ms, p99 rises from {A_p99} to {B_p99}.
    solution: Messages wait for others.
`;
const MADE = '2026-11-27T12:00:00.000Z';

/** The claim of the student 7: the model's runs, honestly made, and any text. */
async function setting() {
  const key = await keyOf(ITEM, BEFORE);
  const [item] = key.assignment.items;
  const own = key.items['small-claim'];
  if (item?.kind !== 'claim' || own?.kind !== 'claim') throw new Error('no claim');
  const model = own.answers[variantOf(key.assignment, item, '7')];
  if (!model) throw new Error('no model');
  const widget = await loadWidget('batch-bench');
  const runs = await Promise.all(
    model.runs.map(async (settings): Promise<RunRecord> => {
      const { measures } = measureAll(widget, await runOnNode(widget, settings));
      return { widget: 'batch-bench', version: widget.version, settings, measures, backend: 'sim' };
    }),
  );
  const reruns = new Map(
    runs.map((run): [string, Rerun] => [
      runKey(run),
      { state: 'done', measures: run.measures, why: {} },
    ]),
  );
  const p99 = runs.map(({ measures }) => measures['p99'] ?? Number.NaN);
  const judged = (text: string, cited: readonly RunRecord[] = runs, known = reruns) => {
    const begin = begun(key.assignment, { name: 'A', number: '7' }, 'a'.repeat(16));
    const work = answered(citing(begin, item, cited), item, text);
    const submission = signed(submissionOf(work, key.assignment, MADE));
    const graded = grade(key, submission, known);
    const beside = shownOf(
      key,
      { student: submission.student, item: 'small-claim', of: 5, answer: text, runs: cited },
      known,
    );
    const [verdict] = graded.items;
    if (!verdict) throw new Error('not graded');
    return { ...verdict, flags: graded.flags.map(({ flag }) => flag), beside };
  };
  return { key, item, own, model, runs, reruns, p99, judged };
}

describe('a claim', () => {
  it('has the grader’s own point where every number is one of its runs, and is read for the rest', async () => {
    const { judged, model, p99, key } = await setting();
    // By hand: the model's numbers are the measured ones, rounded as the experiment shows them.
    const { wait } = valuesOf(key);
    expect(model.text).toBe(
      `With a wait of ${String(wait)} ms, p99 rises from ${Math.round(p99[0] ?? 0)} ms to ${Math.round(p99[1] ?? 0)} ms.`,
    );
    const found = judged(model.text);
    expect(found).toMatchObject({ state: 'unverified', points: 1, credit: 0.2, flags: [] });
    expect(found.beside.rubric).toMatchObject([{ id: 'numbers', isGiven: true }, { id: 'cause' }]);
    expect(found.beside.runs.map(({ says }) => says.split(':')[0])).toEqual([
      'Run A, as at the start',
      `Run B, Max wait ${String(wait)}\u00a0ms`,
    ]);
    expect(found.beside.remarks).toMatchObject([{ id: 'fuller', feedback: 'Look at who waits.' }]);
  });

  it('may give a number in another unit, with fewer digits, or as a difference, a change or a ratio', async () => {
    const { judged, p99 } = await setting();
    const [a = 0, b = 0] = p99;
    for (const text of [
      `p99 of B is ${(b / 1000).toFixed(3)} s`,
      `p99 of B is ${b.toFixed(2)} ms`,
      `It grows by ${Math.round(b - a)} ms`,
      `It grows by ${Math.round(((b - a) / a) * 100)} %`,
      `It falls by ${Math.round(((b - a) / b) * 100)} %`,
      `It is ${(b / a).toFixed(1)} times as long`,
    ])
      expect([text, judged(text).points]).toEqual([text, 1]);
  });

  it('may say a percentile as its experiment does', async () => {
    const { judged, p99 } = await setting();
    const b = `${Math.round(p99[1] ?? 0)} ms`;
    for (const all of ['99 of 100 are', '99 out of 100 requests are', '99 % of them are'])
      expect(judged(`In run B ${all} done within ${b}.`)).toMatchObject({ points: 1 });
    // A share that no run has is none of its words.
    expect(judged(`In run B 80 of 100 are done within ${b}.`).says).toContain('“80” belongs to no');
    expect(judged(`In run B 99 of 1000 are done within ${b}.`).says).toContain(
      '“99” belongs to no',
    );
  });

  it('may tell a share of a hundred, and of nothing else that no run has', async () => {
    const { item } = await setting();
    const how = { label: 'flagged', unit: '%', digits: 0, scale: 100 };
    const runs = [{ settings: {}, measures: { flagged: 0.05 } }];
    const said = (sentence: string) =>
      findings({ ...item, measures: { flagged: how }, band: {} }, {}, runs, sentence).map(
        ({ number, is }) => `${number} ${is ?? 'none'}`,
      );
    expect(said('It flags 5 of 100 letters: of 100 letters 5.')).toEqual([
      '5 measure',
      '5 measure',
    ]);
    expect(said('6 of 100, or 5 of 1000')).toEqual(['6 none', '5 measure', '1000 none']);
  });

  it('is flagged where a number belongs to no run, with what it might have been', async () => {
    const { judged, p99 } = await setting();
    const [, b = 0] = p99;
    const off = Math.round(b) + 4;
    const near = judged(`p99 of B is ${off} ms, and all is well.`);
    expect(near).toMatchObject({ points: 0, state: 'unreadable' });
    expect(near.says).toContain(
      `“${off} ms” belongs to no cited run; p99 of run B is ${Math.round(b)}\u00a0ms.`,
    );
    expect(judged(`p99 of B is ${Math.round(b)} s`).says).toContain(
      'look at its unit: p99 of run B',
    );
    expect(judged('It took 98765.4 turns').says).toContain('“98765.4” belongs to no cited run.');
    expect(judged('It is so because it is so').state).toBe('unreadable');
  });

  it('believes repeated runs alone: forged measures are flagged, and their numbers belong to nothing', async () => {
    const { judged, runs, p99 } = await setting();
    const [first, second] = runs;
    if (!first || !second) throw new Error('two runs');
    const half = Math.round((p99[1] ?? 0) / 2);
    const forged = { ...second, measures: { ...second.measures, p99: half } };
    const lie = judged(`p99 of B is ${half} ms`, [first, forged]);
    expect(lie).toMatchObject({ points: 0, flags: ['measures'] });
    expect(lie.says).toContain('Run B does not come out as the file says: p99 is');
    // A true sentence beside a forged run has no point of the grader's either.
    expect(judged(`p99 of B is ${Math.round(p99[1] ?? 0)} ms`, [first, forged]).points).toBe(0);
  });

  it('cites runs of its own start, enough of them, that could be repeated', async () => {
    const { judged, model, runs } = await setting();
    const [first, second] = runs;
    if (!first || !second) throw new Error('two runs');
    const moved = { ...second, settings: { ...second.settings, arrivals: 50 } };
    const other = judged(model.text, [first, moved]);
    expect(other.points).toBe(0);
    expect(other.says).toContain('Run B does not count: The run moves what the item holds fixed');
    for (const cited of [[second], [second, second]])
      expect(judged(model.text, cited).says).toContain('Fewer than 2 runs are cited.');
    const later = judged(model.text, runs, new Map());
    expect(later).toMatchObject({ points: 0 });
    expect(later.says).toContain('has not been repeated yet');
    expect(judged('', runs).state).toBe('missing');
    expect(judged(model.text, []).state).toBe('missing');
  });

  it('that holds nowhere, or in some variants, is refused', async () => {
    const faults = async (from: string, to: string): Promise<string> =>
      (await madeOf(asYaml(ITEM.replace(from, to), BEFORE))).faults.join('\n');
    expect(await faults('=B_p99 > A_p99', '=B_p99 < A_p99')).toMatch(
      /small\.yaml:\d+, item "small-claim": variant 1 \(.*\): =B_p99 < A_p99 does not hold: B_p99 [\d.]+, A_p99 [\d.]+/,
    );
    expect(await faults('points: 4', 'points: 3')).toContain(
      'the rubric gives 4 points, and the item has 5',
    );
    expect(await faults('{ maxWait: 0 }', '{ maxWait: 0, arrivals: 50 }')).toContain(
      'model.runs moves arrivals',
    );
    expect(await faults('from {A_p99}', 'from 98765 ms')).toContain('belongs to no cited run');
    expect(await faults('{A_p99}', '{A_p98}')).toContain('there is no {A_p98}');
    expect(await faults('[p99, meanWait]', '[p98]')).toContain('has no measure "p98"');
  });
});
