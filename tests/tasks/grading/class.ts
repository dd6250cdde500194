/** Results of pretended students of the toy assignment, made by hand: nine points, as many as are said. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StudentResult } from '../../../src/tasks/grading/pure/grade/class.ts';
import type { ItemVerdict, State } from '../../../src/tasks/grading/pure/grade/verdict.ts';
import { readClassList, type ClassList } from '../../../src/tasks/grading/pure/out/class-list.ts';
import { TOY } from '../sets/toy.ts';

/** Verdicts of the three items: their states and points. */
export const verdicts = (all: readonly (readonly [State, number])[]): readonly ItemVerdict[] =>
  TOY.items.map(({ id, points: of }, i) => {
    const [state, points] = all[i] ?? ['wrong', 0];
    const credit = state === 'right' ? 1 : points / of;
    return { item: id, state, credit, points, of, variant: 1, says: `Says ${i + 1}.` };
  });

/** A student with these points, every item read. */
export const result = (
  number: string,
  name: string,
  points: number,
  more: Partial<StudentResult> = {},
): StudentResult => ({
  student: { number, name },
  ...{
    points,
    of: 9,
    flags: [],
    receipt: 'AAAA',
    made: '2026-12-01T12:00:00.000Z',
    file: 'x.json',
  },
  items: verdicts([]),
  ...more,
});

export function listOf(text: string): ClassList {
  const list = readClassList(text);
  if ('problem' in list) throw new Error(list.problem);
  return list;
}

/** Latin with marks, Cyrillic, Chinese, Devanagari, Thai, Arabic with vowel signs, Tamil; and what stands in names besides letters. */
export const NAMES = [
  'Zoë Sørensen Ångström',
  'Ольга Ёлкина',
  '王小明',
  'क्षितिज श्रीवास्तव',
  'กานดา ศรีสุขี',
  'مُحَمَّدٌ الطَّيِّبُ',
  'க்ஷிதிஜ் ஸ்ரீ',
  "Bo O'Neill-D’Arcy",
  'Kim (Min-jun) Lee [B]',
  'Lee, Kim Jr.',
];

/** What Python’s own reader finds in a ZIP: of each file its name, its text, and whether its name is said to be UTF-8. */
export function unpacked(zip: Uint8Array) {
  const path = join(mkdtempSync(join(tmpdir(), 'feedback-')), 'all.zip');
  writeFileSync(path, zip);
  const reader =
    'import json,sys,zipfile; z=zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; ' +
    'print(json.dumps([[i.filename, z.read(i).decode(), bool(i.flag_bits & 0x800)] for i in z.infolist()]))';
  return JSON.parse(
    execFileSync('python3', ['-c', reader, path], { encoding: 'utf8' }),
  ) as readonly (readonly [name: string, text: string, isUtf8: boolean])[];
}
