/** What students get back: what their points are made of, and files that Moodle knows by their folders, in any script. */
import { describe, expect, it } from 'vitest';
import { feedbackFiles } from '../../../src/tasks/grading/pure/out/feedback-files.ts';
import { feedbackMarkdown } from '../../../src/tasks/grading/pure/out/feedback.ts';
import { zippedBytes } from '../../../src/book/zipped.ts';
import { KEY, TOY } from '../sets/toy.ts';
import { listOf, NAMES, result, unpacked, verdicts } from './class.ts';

describe('feedback says what points are made of', () => {
  const head = (text: string): string => text.split('## ')[0] ?? '';

  it('hints, in points', () => {
    const items = TOY.items.map((one, i) => (i === 1 ? { ...one, hints: [0.25, 0.5] } : one));
    const all = verdicts([
      ['right', 1.5],
      ['right', 3.25],
      ['wrong', 0],
    ]);
    const text = feedbackMarkdown({ ...TOY, items }, result('7', 'Ada', 4.75, { items: all }));
    expect(text).toContain(
      '## Item 1: 1.5 of 2 points\n\nRight, less half a point for a hint.\n\n> Says 1.',
    );
    expect(text).toContain(
      '## Item 2: 3.25 of 4 points\n\nRight, less 0.75 points for hints.\n\n> Says 2.',
    );
    expect(text).toContain('## Item 3: 0 of 3 points\n\n> Says 3.');
    // A part of it was right, and one hint was seen.
    const part = { ...all[0]!, state: 'partly' as const, credit: 0.5, points: 0.5 };
    expect(feedbackMarkdown(TOY, result('7', 'Ada', 0.5, { items: [part] }))).toContain(
      'Partly right, less half a point for a hint.',
    );
  });

  it('what nobody has read yet, which is not zero, and what was decided by hand', () => {
    const items = verdicts([
      ['by-hand', 1],
      ['unverified', 0],
      ['unreadable', 0],
    ]);
    const text = feedbackMarkdown(TOY, result('7', 'Ada', 1, { items }));
    expect(head(text)).toContain('2 answers have not been read yet: up to 7 points may be added.');
    expect(text).toContain('## Item 1: 1 of 2 points\n\n> Says 1.');
    expect(text).toContain('## Item 2: not read yet, of 4 points\n\n> Says 2.');
  });

  it('late days, and whose clock tells them', () => {
    const late = { days: 3, free: 1, less: 1.6, by: 'upload' } as const;
    expect(head(feedbackMarkdown(TOY, result('7', 'Ada', 6.4, { late })))).toContain(
      'Handed in late, by the time of the upload: 3 days begun, 1 of them free, 1.6 points taken off.',
    );
    const told = { days: 1, free: 0, less: 0, by: 'student' } as const;
    expect(head(feedbackMarkdown(TOY, result('7', 'Ada', 6.4, { late: told })))).toContain(
      'Handed in late, by the clock of the student’s own machine: 1 day begun, nothing taken off.',
    );
  });

  it('solutions of the student’s own variant, only where they are to be released', () => {
    const items = { ...KEY.items };
    items['toy-sum'] = { ...items['toy-sum']!, solution: 'Add {a} and {b}.' };
    const key = { ...KEY, items };
    const at = (seed: number): string => {
      const all = verdicts([]).map((one) => ({ ...one, variant: seed }));
      const class_ = { students: [result('7', 'Ada', 0, { items: all })], refused: [] };
      expect(feedbackFiles(key, class_)[0]?.[1]).not.toContain('Solution');
      return feedbackFiles(key, class_, [], true)[0]?.[1] ?? '';
    };
    const found = TOY.items[0]!.seeds.map(
      (seed) =>
        /### Solution\n\nRight in these numbers: -?\d+\n\n(Add \d+ and \d+\.)/.exec(at(seed))?.[1],
    );
    expect(found.every(Boolean)).toBe(true);
    expect(new Set(found).size).toBeGreaterThan(3);
  });
});

/** How Moodle takes a path apart: the number behind the first underscore, then the plug-in. */
function byMoodle(path: string): readonly string[] {
  const parts = path.split('/')[0]?.split('_') ?? [];
  return [parts[1] ?? '', `${parts[2] ?? ''}_${parts[3] ?? ''}`];
}

describe('feedback files for Moodle', () => {
  const inDownload = NAMES.map((name, i) =>
    result(`${i + 1}`, name, i, { file: `class/${name}_${i + 70}_assignsubmission_file/x.json` }),
  );

  it('lie in the folders of Moodle’s own download, in any script, as another program reads them', () => {
    const found = unpacked(zippedBytes(feedbackFiles(KEY, { students: inDownload, refused: [] })));
    expect(found.map(([name]) => name)).toEqual(
      NAMES.map((name, i) => `${name}_${i + 70}_assignfeedback_file/${i + 1}-feedback.md`),
    );
    for (const [i, [name, text, isUtf8]] of found.entries()) {
      expect(byMoodle(name)).toEqual([`${i + 70}`, 'assignfeedback_file']);
      // A name in ASCII is the same in every code.
      expect(isUtf8).toBe(Buffer.byteLength(name) > name.length);
      expect(text).toContain(`${NAMES[i]?.replace(/[[\]]/g, '\\$&') ?? ''} (${i + 1})`);
    }
  });

  it('go by blind, flat and older downloads, and by the worksheet where there is no download', () => {
    const worksheet = listOf(
      `Identifier,"Full name",Status,Grade,"Maximum grade","Grade can be changed","Last modified (submission)","Last modified (grade)"\n${NAMES.map((name, i) => `"Participant ${i + 70}","${name.replace('O', 'O_')}",x,,10.00,Yes,-,-`).join('\n')}\n`,
    );
    const files = [
      'class/Participant_3_assignsubmission_file/x.json',
      'class/Zoë_5_assignsubmission_file_x.json',
      'Zoë_6_assignsubmission_file_/x.json',
      'x.json',
      'elsewhere/x.json',
    ];
    const students = files.map((file, i) =>
      result(`${i}`, i === 3 ? "Bo O_'Neill-D’Arcy" : '?', 1, { file }),
    );
    const names = feedbackFiles(KEY, { students, refused: [] }, [worksheet]).map(([name]) => name);
    expect(names).toEqual([
      'Participant_3_assignfeedback_file/0-feedback.md',
      'Zoë_5_assignfeedback_file_/1-feedback.md',
      'Zoë_6_assignfeedback_file_/2-feedback.md',
      // An underscore would end the name for Moodle.
      "Bo O 'Neill-D’Arcy_77_assignfeedback_file/3-feedback.md",
      'elsewhere/4-feedback.md',
    ]);
    expect(names.slice(0, 4).map((name) => byMoodle(name)[0])).toEqual(['3', '5', '6', '77']);
  });

  it('have names that a disk takes, however long or odd', () => {
    const odd = ['../a_b', '.hidden', 'a\u202Eb:c?', 'กี'.repeat(200), ''].map((name, i) =>
      result('~7', '?', 1, { file: `${name}_${i}_assignsubmission_file/x.json` }),
    );
    for (const [name] of feedbackFiles(KEY, { students: odd, refused: [] })) {
      const [folder = '', file = ''] = name.split('/');
      expect(Buffer.byteLength(folder)).toBeLessThan(255);
      expect(folder).toMatch(/^[^._~<>:"|?*\\][^_<>:"|?*\\\p{Cc}\u202E]*_\d_assignfeedback_file$/u);
      expect(file).toBe('7-feedback.md');
    }
  });
});
