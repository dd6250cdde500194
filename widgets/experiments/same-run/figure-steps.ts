/** What is asked for of the colleagues: when their losses part from the first, and what was logged. */
import type { Step } from '#kit/draw';
import { number, panel, part, svg } from '#kit/draw';
import type { Logged, SameOutcome } from './outcome.ts';
import { COLLEAGUES } from './params.ts';

const WIDTH = 240;
const LINE = 20;
const COLUMNS = [96, 164, 240] as const;

/** Both pictures, in the order in which they are asked for. */
export function stepsOf({ first, colleagues }: SameOutcome): readonly Step[] {
  const all = [first, ...colleagues];
  return [
    {
      ...table('Losses part from the first', ['at step'], all, ({ partAt }) => [
        partAt === null ? 'never' : number(partAt),
      ]),
      name: 'parts',
      asks: 'When do their losses part from the first?',
      says: inWords(colleagues),
    },
    {
      ...table(
        'What was logged',
        ['rows', 'checksum', 'length'],
        all,
        ({ rows, checksum, norm }) => [number(rows), checksum, number(norm, 3)],
      ),
      name: 'log',
      asks: 'What was logged before the first step?',
      says: 'The rows that were read, a checksum of the file with their pixels and labels, and the length of all first weights taken as one arrow.',
    },
  ];
}

function inWords(colleagues: readonly Logged[]): string {
  const words = colleagues.map(({ partAt }, i) => {
    const name = (COLLEAGUES[i] ?? '').toUpperCase();
    return partAt === null ? `${name}’s never do` : `${name}’s part at step ${number(partAt)}`;
  });
  return `${words.join(', ')}.`;
}

/** A few facts of each training, a row each. */
function table(
  title: string,
  head: readonly string[],
  all: readonly Logged[],
  cells: (one: Logged) => readonly string[],
): Pick<Step, 'width' | 'height' | 'body' | 'label'> {
  const lines = [
    ['', ...head],
    ...all.map((one, i) => [
      i === 0 ? 'first' : (COLLEAGUES[i - 1] ?? '').toUpperCase(),
      ...cells(one),
    ]),
  ];
  const body = lines.map(
    ([name = '', ...values], i) =>
      svg`<text class="${i === 0 ? 'soft' : 'words'}" y="${(i + 1) * LINE - 6}">${name}</text>${values.map(
        (value, j) =>
          svg`<text class="${i === 0 ? 'soft' : 'words'}" x="${COLUMNS[j] ?? WIDTH}" y="${(i + 1) * LINE - 6}" text-anchor="end">${value}</text>`,
      )}`,
  );
  const drawn = panel({ title }, part(WIDTH, lines.length * LINE, svg`${body}`));
  return { ...drawn, height: Math.ceil(drawn.height), label: `${title}, for each training.` };
}
