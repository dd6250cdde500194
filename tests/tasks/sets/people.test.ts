/** People around a class: whose a file is, which of two counts, who reads what, and how far readers agree. */
import { TO_DO } from '../../../src/tasks/grading/pure/grade/words.en.ts';
import { describe, expect, it } from 'vitest';
import {
  gradeClass,
  toRepeat,
  type StudentResult,
  type Submitted,
} from '../../../src/tasks/grading/pure/grade/class.ts';
import { ownerIn } from '../../../src/tasks/grading/pure/grade/owner.ts';
import {
  merged,
  parcelIn,
  readParcelIn,
  split,
  type Parcel,
  type ReadParcel,
} from '../../../src/tasks/grading/pure/grade/parcels.ts';
import { countedIn, refOf, toRead } from '../../../src/tasks/grading/pure/grade/reading.ts';
import { pseudonymous } from '../../../src/tasks/grading/pure/out/pseudonymous.ts';
import { signed } from '../../../src/tasks/sets/pure/submission/write.ts';
import { kappa } from '../../../src/tasks/grading/pure/stats/kappa.ts';
import { answered, submissionOf, type Work } from '../../../src/tasks/sets/pure/work/work.ts';
import { allRight } from './toy-class.ts';
import { submissionFor, honest, KEY, rightFor, SUM, TOY, workOf } from './toy.ts';

const people = [
  { name: 'Cho, Ada', number: '0007' },
  { name: 'Zoë Sørensen Brandt', number: '8' },
  { name: 'Kim Lee', number: '9' },
  { name: 'Lee, Kim', number: '10' },
];

describe('the name of a file', () => {
  it.each([
    ['Ada Cho_123456_assignsubmission_file_/0007-toy.json', '0007'],
    ['class/Ada Cho_123456_assignsubmission_file_/x/hand-in.json', '0007'],
    ['choada_12_345_0007-toy.json', '0007'],
    ['choada_LATE_12_345_0007-toy.json', '0007'],
    ['zoe sørensen brandt_77_assignsubmission_file_/a.json', '8'],
    ['7-toy.json', '0007'],
    ['Kim Lee_5_assignsubmission_file_/a.json', undefined],
    ['Nobody_5_assignsubmission_file_/a.json', undefined],
    ['hand-in.json', undefined],
  ])('%s', (file, number) => {
    expect(ownerIn(people)(file)?.number).toBe(number);
  });
});

const right = (number: string) => ({ sum: String(rightFor(number).sum) });
const at = (hour: number): string => `2026-11-27T${hour}:00:00.000Z`;
const files = (...all: readonly Submitted[]): readonly Submitted[] => all;
const graded = (
  all: readonly Submitted[],
  how: Parameters<typeof gradeClass>[3] = {},
): readonly { file: string; points: number; flags: readonly string[] }[] =>
  gradeClass(KEY, all, honest(toRepeat(KEY, all, how.rule ?? 'last')), how).students.map(
    ({ file, points, flags }) => ({ file, points, flags: flags.map(({ flag }) => flag) }),
  );
/** As another browser would have made it. */
const elsewhere = (number: string, doing: Parameters<typeof workOf>[1], made: string) =>
  signed(submissionOf(workOf(number, doing, '00000000000000bb'), TOY, made));
const says = (all: readonly Submitted[], number: string): string =>
  gradeClass(KEY, all, honest(toRepeat(KEY, all, 'last')))
    .students.find(({ student }) => student.number === number)
    ?.flags.map((flag) => flag.says)
    .join(' ') ?? '';

describe('of several files of a student', () => {
  const all = files(
    { file: 'a', read: submissionFor('7', { sum: '1' }, at(10)) },
    { file: 'b', read: submissionFor('7', right('7'), at(11)) },
    { file: 'c', read: submissionFor('7', { sum: '2' }, at(12)) },
  );

  it.each([
    ['last', 'c', 0],
    ['best', 'b', 2],
    ['first', 'a', 0],
  ] as const)('with one ticket the %s counts', (rule, file, points) => {
    expect(graded(all, { rule })).toEqual([{ file, points, flags: ['repeated'] }]);
  });

  it.each(['last', 'best', 'first'] as const)(
    'another ticket is a conflict for a person, and the better counts meanwhile, by the rule %s',
    (rule) => {
      for (const hour of [9, 13]) {
        const empty = { file: 'empty', read: elsewhere('7', {}, at(hour)) };
        const two = files({ file: 'own', read: submissionFor('7', right('7'), at(11)) }, empty);
        expect(graded(two, { rule })).toEqual([{ file: 'own', points: 2, flags: ['conflict'] }]);
      }
    },
  );

  it('is told which files are in conflict, and what to do', () => {
    const two = files({ file: 'b', read: elsewhere('7', {}, at(12)) }, ...all.slice(0, 1));
    expect(says(two, '7')).toMatch(/bear this number: b and a\.$/);
    expect(TO_DO.conflict).toMatch(/Ask the student .* grade again\.$/);
  });

  it('the best is not an edited one', () => {
    const edited = { ...submissionFor('7', right('7'), at(9)), receipt: 'AAAA-AAAA-AAAA' };
    const two = files(
      { file: 'a', read: edited },
      { file: 'b', read: submissionFor('7', { sum: '1' }) },
    );
    expect(graded(two, { rule: 'best' })[0]?.file).toBe('b');
  });

  it('one that came in under another name never replaces the student’s own, and is told', () => {
    const [own, strange] = [
      { file: 'own', read: submissionFor('7', right('7'), at(10)), owner: people[0] },
      { file: 'strange', read: elsewhere('7', { sum: '1' }, at(12)), owner: people[1] },
    ];
    expect(graded(files(own, strange))[0]).toMatchObject({ file: 'own', points: 2 });
    expect(graded(files(strange))[0]?.flags).toContain('owner');
  });
});

/** As Moodle’s download has it. */
const by = (name: string, id: number, file: string): string =>
  `${name}_${id}_assignsubmission_file/${file}`;

describe('the files of an account', () => {
  const all = allRight('7');
  /** Of two devices that have one ticket: what each has done after what both have. */
  const forked = (doing: Parameters<typeof workOf>[1], ...sums: readonly string[]) =>
    sums.reduce((work, sum) => answered(work, SUM, sum), workOf('7', doing));
  const read = (work: Work, hour: number) => signed(submissionOf(work, TOY, at(hour)));
  const items = (one: readonly Submitted[], number = '7') =>
    gradeClass(KEY, one, honest(toRepeat(KEY, one, 'last'))).students.find(
      ({ student }) => student.number === number,
    );

  it.each([
    ['by the class list', people[0]],
    ['by the platform’s folder alone', undefined],
  ])('are one work %s, whatever their tickets: item by item the later answer', (_, owner) => {
    const phone = {
      file: by('Ada Cho', 5, 'a.txt'),
      read: elsewhere('7', { x: all.x }, at(12)),
      owner,
    };
    const laptop = submissionFor('7', { sum: all.sum, pick: all.pick }, at(11));
    const both = files({ file: by('Ada Cho', 5, 'b.json'), read: laptop, owner }, phone);
    expect(items(both)).toMatchObject({ file: phone.file, points: 9 });
    expect(items(both)?.flags).toMatchObject([
      { flag: 'repeated', says: expect.stringContaining('of each item the answer') as string },
    ]);
    expect(items(both)?.items.map(({ from }) => from?.split('/')[1])).toEqual([
      'b.json',
      'b.json',
      undefined,
    ]);
    // Who reads an answer is given that of its own file.
    expect(countedIn(both)(items(both) as StudentResult)?.items['toy-sum']?.answer).toBe(all.sum);
  });

  it('with one ticket have of each item what was done last, not what was handed in last', () => {
    const early = { file: by('Ada Cho', 5, 'a'), read: read(forked({}, '1', '2', all.sum), 10) };
    const late = { file: by('Ada Cho', 5, 'b'), read: read(forked({ ...all, sum: '0' }), 12) };
    expect(items(files(early, late))?.points).toBe(9);
    expect(items(files(early, late))?.file).toBe(late.file);
  });

  it('leave out what was edited, as long as something was not', () => {
    const sound = { file: by('Ada Cho', 5, 'a'), read: submissionFor('7', right('7'), at(10)) };
    const edited = { ...elsewhere('7', { ...all, sum: '0' }, at(12)), receipt: 'AAAA-AAAA-AAAA' };
    const both = files(sound, { file: by('Ada Cho', 5, 'b'), read: edited });
    expect(items(both)).toMatchObject({ file: sound.file, points: 2 });
  });

  it('count before those of no account, and of another one', () => {
    const own = { file: by('Ada Cho', 5, 'a'), read: submissionFor('7', right('7'), at(10)) };
    const mailed = { file: 'mail/7-toy.json', read: elsewhere('7', all, at(12)) };
    const others = {
      file: by('Kim Lee', 6, 'a'),
      read: elsewhere('7', {}, at(13)),
      owner: people[1],
    };
    const three = files({ ...own, owner: people[0] }, { ...mailed, owner: people[0] }, others);
    expect(items(three)).toMatchObject({ file: own.file, points: 2 });
    expect(items(three)?.flags).toMatchObject([{ flag: 'repeated' }]);
    // Two accounts with one number, and no list that says whose it is.
    const two = files(own, { ...others, owner: undefined });
    expect(items(two)).toMatchObject({ file: own.file, points: 2 });
    expect(items(two)?.flags).toMatchObject([{ flag: 'conflict' }]);
  });
});

const submissions = Array.from({ length: 40 }, (_, i) =>
  submissionFor(String(i + 1), { sum: `dozens ${'x'.repeat(i)}` }),
);
const submitted = submissions.map((read, i): Submitted => ({ file: `${i}.json`, read }));
const result = gradeClass(KEY, submitted, new Map());
const queue = toRead(KEY, submitted, result);
const how = { assistants: ['Ann', 'Ben', 'Cem'], twice: 0.25, isPseudonymous: true };
const read = (parcel: Parcel, pointsOf: (ref: string) => number): ReadParcel => ({
  format: 1,
  kind: 'read',
  assignment: parcel.assignment,
  assistant: parcel.assistant,
  readings: parcel.answers.map(({ ref }) => ({ ref, points: pointsOf(ref), note: '' })),
});
const ofRef = (ref: string): number => Number.parseInt(ref.slice(0, 4), 16) % 3;

describe('the reading', () => {
  const parcels = split(KEY, queue, new Map(), how);

  it('is dealt out evenly, all of it once and a share twice, with no name in it', () => {
    const counts = parcels.map(({ answers }) => answers.length);
    expect(counts.reduce((a, b) => a + b)).toBe(50);
    expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(6);
    const times = new Map<string, number>();
    for (const { ref } of parcels.flatMap(({ answers }) => answers))
      times.set(ref, (times.get(ref) ?? 0) + 1);
    expect(times.size).toBe(40);
    expect([...times.values()].filter((n) => n === 2)).toHaveLength(10);
    for (const { answers } of parcels)
      expect(new Set(answers.map(({ ref }) => ref)).size).toBe(answers.length);
    expect(JSON.stringify(parcels)).not.toMatch(/Student \d+ \(/);
    expect(JSON.stringify(parcels[0])).toContain('Add them.');
    expect(parcelIn(JSON.stringify(parcels[0]))).toEqual(parcels[0]);
    expect(parcelIn('{"kind":"reading"}')).toBeUndefined();
  });

  it('comes together again, with what both agree on decided', () => {
    const back = parcels.map((parcel) => read(parcel, ofRef));
    const all = merged(queue, back);
    expect(all).toMatchObject({ open: [], twice: 10, strange: 0, same: { value: 1 } });
    expect(all.decisions).toHaveLength(40);
    for (const { number, points } of all.decisions) {
      const one = queue.find(({ student }) => student.number === number);
      expect(points).toBe(ofRef(one ? refOf(one) : ''));
    }
    const after = gradeClass(KEY, submitted, new Map(), { decisions: all.decisions });
    expect(toRead(KEY, submitted, after)).toEqual([]);
  });

  it('leaves open what two differ on, and what belongs to nobody out', () => {
    const [one, two, three] = parcels as [Parcel, Parcel, Parcel];
    const seconds = new Set(one.answers.map(({ ref }) => ref));
    const back = [
      read(one, () => 2),
      read(two, (ref) => (seconds.has(ref) ? 0 : 2)),
      read(three, (ref) => (seconds.has(ref) ? 0 : 9)),
    ];
    const all = merged(queue, back);
    expect(all.open.length).toBeGreaterThan(0);
    expect(all.open[0]?.says).toMatch(
      /Two readers differ: .* gave [02]; .* gave [02]\. Yours counts\./,
    );
    expect(all.strange).toBeGreaterThan(0);
    // The same file twice is one reading.
    expect(merged(queue, [...back, back[0] as ReadParcel])).toEqual(all);
  });

  it('of another assignment, or broken, is none of ours', () => {
    const text = JSON.stringify(read(parcels[0] as Parcel, ofRef));
    expect(readParcelIn(text, TOY.hash)?.assistant).toBe('Ann');
    expect(readParcelIn(text, 'other')).toBeUndefined();
    expect(readParcelIn(text.replace('"points":', '"points":-1,"x":'), TOY.hash)).toBeUndefined();
    for (const broken of ['', '[]', 'null', '{"kind":"read"}', text.slice(0, -9)])
      expect(readParcelIn(broken, TOY.hash)).toBeUndefined();
  });
});

describe('kappa', () => {
  const pairs = (table: readonly (readonly number[])[]) =>
    table.flatMap((row, a) =>
      row.flatMap((n, b) => Array.from({ length: n }, () => [a, b] as const)),
    );

  it('is 1 less the weighted disagreement over that by chance, as worked out cell by cell', () => {
    const table = [
      [22, 2, 2],
      [5, 7, 14],
      [0, 2, 36],
    ];
    const n = table.flat().reduce((a, b) => a + b);
    const rows = table.map((row) => row.reduce((a, b) => a + b));
    const columns = [0, 1, 2].map((b) => table.reduce((sum, row) => sum + (row[b] ?? 0), 0));
    let [seen, chance] = [0, 0];
    for (const a of [0, 1, 2]) {
      for (const b of [0, 1, 2]) {
        const weight = (a - b) ** 2;
        seen += (weight * (table[a]?.[b] ?? 0)) / n;
        chance += (weight * (rows[a] ?? 0) * (columns[b] ?? 0)) / n ** 2;
      }
    }
    const found = kappa(pairs(table));
    expect(found?.value).toBeCloseTo(1 - seen / chance, 10);
    expect(found?.low).toBeLessThan(found?.value ?? 0);
    expect(found?.high).toBeGreaterThan(found?.value ?? 1);
  });

  it('is 1 for those who agree, about 0 for those who guess, and nothing where nothing varies', () => {
    expect(
      kappa(
        pairs([
          [6, 0],
          [0, 6],
        ]),
      ),
    ).toEqual({ value: 1, low: 1, high: 1 });
    const guessed = kappa(
      pairs([
        [25, 25],
        [25, 25],
      ]),
    );
    expect(guessed?.value).toBeCloseTo(0, 10);
    expect(guessed?.low).toBeLessThan(-0.1);
    expect(kappa(pairs([[50]]))).toBeUndefined();
    expect(kappa(pairs([[3, 3]]))).toBeUndefined();
  });
});

it('a class without names says nothing of a student, and has the same marks', () => {
  const hidden = pseudonymous(result);
  expect(JSON.stringify(hidden)).not.toMatch(/"name":"S|\d\.json/);
  expect(new Set(hidden.students.map(({ student }) => student.number)).size).toBe(40);
  const sum = (of: typeof result) => of.students.reduce((all, { points }) => all + points, 0);
  expect(sum(hidden)).toBe(sum(result));
});
