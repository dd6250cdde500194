/** A small assignment about an experiment of the book, with short runs; and what proves it. */
import { makeAssignment, type Made } from '../../../src/tasks/sets/author/make.ts';
import type { Prover } from '../../../src/tasks/sets/author/prove/proof.ts';
import { readAssignment } from '../../../src/tasks/sets/author/read.ts';
import type { JudgedRun } from '../../../src/tasks/judge/answers.ts';
import type { AnySettings } from '../../../widgets/kit/contract/params.ts';
import { runKey } from '../../../widgets/kit/record/run-key.ts';
import { runnable } from '../../../widgets/kit/record/run-record.ts';
import { loadWidgets } from '../../../widgets/index.ts';
import { measureAll } from '../../../widgets/kit/contract/widget.ts';
import { runManyOnNode } from '../../../widgets/run/node.ts';

export const FILE = 'content/a/assignments/small.yaml';
export const YAML = `id: small
version: 1
title: Small
summary: Three items.
instructions: Do them.
salt: test
solutions: Later.
variants: 8
experiments:
  - id: small-bench
    widget: batch-bench
    question: Is one machine enough?
    settings: { requests: 2000 }
items:
  - id: small-capacity
    version: 1
    kind: number
    points: 3
    minutes: 5
    objective: Count.
    draw: { batch: [4, 8, 16], fixed: { min: 6, max: 10, step: 2 } }
    prompt: A batch of {batch} takes {fixed} ms and 0.5 ms for each.
    unit: requests/s
    answer:
      widget: batch-bench
      settings: { maxBatch: =batch, fixedCost: =fixed, itemCost: 0.5, requests: 1000 }
      measure: capacity
    tolerance: { relative: 0.01 }
    wrong:
      - { id: free, value: =1000 * batch / fixed, misconception: Items are free., feedback: Each adds some. }
      - { id: batches, value: =1000 / (fixed + 0.5 * batch), misconception: Batches are items., feedback: Each holds many. }
    hints: [{ text: How long is a batch?, costs: 0.5 }]
    solution: Divide.
  - id: small-tail
    version: 1
    kind: choice
    many: true
    points: 2
    minutes: 3
    objective: Read a percentile.
    draw: { percentile: [90, 99], calls: [10, 100] }
    prompt: p{percentile} is 30 ms.
    options:
      - { id: share, text: '{percentile} of 100 are quicker.', correct: true }
      - { id: slowest, text: The slowest takes 30 ms., misconception: A maximum., feedback: Some are slower. }
      - { id: all, text: 'Of {calls} one is slower, more often than not.', correct: '=pow(percentile / 100, calls) < 0.5', misconception: Alone., feedback: Multiply. }
    hints: []
    solution: Multiply.
  - id: small-machine
    version: 1
    kind: reach
    points: 4
    minutes: 8
    objective: Set it up.
    experiment: small-bench
    draw: { arrivals: [200, 240], segment: [0, 1, 2] }
    derive: { limit: =4 * 8 }
    start: { arrivals: =arrivals, segment: =segment, maxWait: 60, replicas: 4 }
    vary: [maxBatch, maxWait, replicas]
    prompt: '{arrivals} arrive.'
    goal: { p99: { atMost: =limit }, utilisation: { atLeast: 0.7 } }
    solve: [{ maxBatch: 16, maxWait: 0, replicas: 1 }]
    hints: [{ text: One is enough., costs: 1 }]
    solution: One.
`;

/** What was run before, by its name: each test proves nearly the same. */
const known = new Map<string, JudgedRun>();

/** Proves with the book’s own experiments. */
async function prover(): Promise<Prover> {
  const runs: Prover['runs'] = async (widget, list) => {
    const nameOf = (settings: AnySettings): string => runKey(runnable(widget, settings));
    const fresh = list.filter((one) => !known.has(nameOf(one)));
    const outcomes = await runManyOnNode(widget, fresh);
    for (const [i, settings] of fresh.entries()) {
      known.set(nameOf(settings), { state: 'done', settings, ...measureAll(widget, outcomes[i]) });
    }
    return list.flatMap((one) => known.get(nameOf(one)) ?? []);
  };
  return { widgets: await loadWidgets(), runs, planted: () => Promise.resolve([]) };
}

/** What is made of a text, and every fault on the way. */
export async function madeOf(
  text: string,
  file: string = FILE,
): Promise<{ readonly made: Made | undefined; readonly faults: readonly string[] }> {
  const faults: string[] = [];
  const read = readAssignment(file, text, faults);
  const made =
    read && (await makeAssignment(read, await prover(), { book: 'a-book', edition: '1' }, faults));
  return { made, faults };
}
