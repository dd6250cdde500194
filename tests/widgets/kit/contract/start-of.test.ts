import { expect, test } from 'vitest';
import { distributionShift } from '../../../../widgets/experiments/distribution-shift/widget.ts';
import { tailJar } from '../../../../widgets/experiments/tail-jar/widget.ts';
import type { Table } from '../../../../widgets/kit/contract/params.ts';
import {
  checkInline,
  checkPlaced,
  tableOf,
} from '../../../../widgets/kit/contract/author-settings.ts';

const placed = { id: 'latency-batching', question: 'Does it wait longer?' };

test('an experiment is placed with its id and its question, and with what else it may have', () => {
  expect(() => {
    checkPlaced('batch-bench', { ...placed, title: undefined, ladder: 'x', settings: {} });
  }).not.toThrow();
});

test.each([
  [{ ...placed, lader: 'x' }, /<batch-bench id="latency-batching">.*no "lader"; it takes id/],
  [{ id: 'latency-batching' }, /<batch-bench id="latency-batching">: question is missing/],
  [{ ...placed, question: ' ' }, /question is missing/],
  [{ question: 'Why?' }, /id is missing/],
])('an experiment placed with %j stops the build', (props, said) => {
  expect(() => {
    checkPlaced('batch-bench', props);
  }).toThrow(said);
});

test.each([undefined, false, true, 'fanOut'])('an experiment may stand inline as %j', (inline) => {
  expect(() => {
    checkInline(tailJar, { ...placed, ...(inline !== undefined && { inline }) });
  }).not.toThrow();
});

test.each([
  [
    tailJar,
    { inline: 'fanIn' },
    /<tail-jar id="latency-batching" inline>.*no control "fanIn"; .*fanOut/,
  ],
  [tailJar, { inline: true, veil: 'guess' }, /waits for a prediction/],
  [tailJar, { inline: true, ladder: 'guess' }, /waits for a prediction/],
  [tailJar, { inline: true, after: { fanOut: 'guess' } }, /waits for a prediction/],
  [distributionShift, { inline: true }, /must be asked for a run/],
])('an experiment that cannot stand inline stops the build: %#', (widget, how, said) => {
  expect(() => {
    checkInline(widget, { ...placed, ...how });
  }).toThrow(said);
});

test('what an author has fixed has no control, and everything else has the one that it had', () => {
  const table = tableOf(tailJar, { id: 'jar', fixed: ['fanOut'] });
  const places = Object.entries(table).map(([name, { place }]) => [name, place]);
  expect(places).toEqual(
    Object.entries(tailJar.params).map(([name, { place }]) => [
      name,
      name === 'fanOut' ? 'none' : place,
    ]),
  );
  expect(tableOf(tailJar, { id: 'jar' })).toEqual(tailJar.params);
  const first = Object.keys(tailJar.params).filter(
    (name) => (tailJar.params as Table)[name]?.place === 'first',
  );
  const called = Object.entries(tableOf(tailJar, { id: 'jar', fixed: first }));
  expect(called.filter(([, { place }]) => place === 'first').map(([name]) => name)).toEqual(
    Object.entries(tailJar.params as Table).flatMap(([name, { place }]) =>
      place === 'more' && name !== 'seed' ? [name] : [],
    ),
  );
  expect(() => tableOf(tailJar, { id: 'jar', fixed: ['fanIn'] })).toThrow(
    /<tail-jar id="jar">: fixed names "fanIn".*fanOut/,
  );
});
