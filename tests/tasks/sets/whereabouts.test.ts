/** What a student is told of where their work is: what the browser promises, and what the file is that they are about to hand in. */
import { describe, expect, it } from 'vitest';
import { CHECKED, LASTING } from '#words/src/tasks/sets/page/words';
import { told } from '../../../src/tasks/sets/page/check-file.ts';
import { lasting } from '../../../src/tasks/sets/page/lasting.ts';
import { submissionMarkdown } from '../../../src/tasks/sets/pure/submission/markdown.ts';
import { signed, submissionText } from '../../../src/tasks/sets/pure/submission/write.ts';
import { backupText } from '../../../src/tasks/sets/pure/work/kept.ts';
import { whatFile } from '../../../src/tasks/sets/pure/work/what-file.ts';
import { answered, submissionOf } from '../../../src/tasks/sets/pure/work/work.ts';
import { PICK, SUM, TOY, workOf } from './toy.ts';

const WORK = workOf('0815', { sum: '12', x: 5 });
const HAND_IN = signed(submissionOf(WORK, TOY, '2026-11-27T12:00:00.000Z'));
const TEXT = submissionText(HAND_IN);

describe('a browser', () => {
  const storage = (before: boolean, then: boolean) => {
    const asked: string[] = [];
    return {
      asked,
      persisted: async () => Promise.resolve(before),
      persist: async () => {
        asked.push('persist');
        return Promise.resolve(then);
      },
    };
  };

  it('is asked to keep all for good once there is something to keep, and what it says is told', async () => {
    const willing = storage(false, true);
    expect(await lasting({ storage: willing }, false, false)).toEqual({ says: '', warns: '' });
    expect(willing.asked).toEqual([]);
    expect((await lasting({ storage: willing }, false, true)).says).toBe(LASTING.agreed);
    expect((await lasting({ storage: storage(false, false) }, false, true)).says).toBe(
      LASTING.refused,
    );
    const agreed = storage(true, false);
    expect((await lasting({ storage: agreed }, false, true)).says).toBe(LASTING.agreed);
    expect(agreed.asked).toEqual([]);
  });

  it('that cannot be asked, or breaks, has promised nothing', async () => {
    const broken = { persist: async () => Promise.reject(new Error('no')) };
    for (const browser of [{}, { storage: {} }, { storage: broken }])
      expect((await lasting(browser, false, true)).says).toBe(LASTING.refused);
  });

  it('of Apple warns of seven days without a visit, unless the page is installed', async () => {
    const warns = async (vendor: string, standalone: boolean, isInstalled: boolean) =>
      (await lasting({ vendor, standalone }, isInstalled, false)).warns;
    expect(await warns('Apple Computer, Inc.', false, false)).toBe(LASTING.sevenDays);
    expect(await warns('Apple Computer, Inc.', true, false)).toBe('');
    expect(await warns('Apple Computer, Inc.', false, true)).toBe('');
    expect(await warns('Google Inc.', false, false)).toBe('');
  });
});

describe('a file before it is uploaded', () => {
  it.each([
    ['empty', ' \n'],
    ['pdf', '%PDF-1.7 …'],
    ['archive', 'PK\u0003\u0004…'],
    ['image', '\uFFFDPNG\r\n'],
    ['image', '\uFFFD\uFFFD\uFFFD\uFFFD\u0000\u0010JFIF'],
    ['page', '<!DOCTYPE html><p>'],
    ['readable', submissionMarkdown(TOY, HAND_IN)],
    ['backup', backupText(WORK)],
    ['lessons', '{"format":2,"book":"b","answers":{}}'],
    ['set', TEXT.replaceAll('toy-assignment', 'another')],
    ['set', backupText({ ...WORK, assignment: 'another' })],
    ['cut', TEXT.slice(0, -40)],
    ['unknown', '[1, 2]'],
    ['unknown', 'hello'],
  ] as const)('that is none is called what it is: %s', (is, text) => {
    expect(whatFile(text, TOY)).toBe(is);
    expect(CHECKED.is[is]).toMatch(/\.$/);
  });

  it('that is a hand-in tells whose it is, how much is in it and how it stands to the page', () => {
    const read = whatFile(`\uFEFF${TEXT}`, TOY);
    if (typeof read === 'string') throw new Error(read);
    const facts = Object.fromEntries(told(read, TOY, WORK));
    expect(facts).toMatchObject({
      [CHECKED.whose]: 'Student 0815, 0815',
      [CHECKED.set]: 'Toy',
      [CHECKED.answers]: '2 of 3',
      [CHECKED.state]: CHECKED.newest,
      [CHECKED.receipt]: HAND_IN.receipt,
    });
    expect(facts[CHECKED.made]).toMatch(/27 November 2026/);
    const state = (...of: Parameters<typeof told>): string | undefined =>
      Object.fromEntries(told(...of))[CHECKED.state];
    const later = answered(answered(WORK, SUM, '13'), PICK, ['red']);
    expect(state(read, TOY, later)).toBe(CHECKED.older(['Item 1', 'Item 2']));
    expect(state(read, TOY, workOf('9', {}))).toBe(CHECKED.another);
    expect(state(read, TOY, undefined)).toBe(CHECKED.noWork);
    expect(state({ ...read, made: '2026-11-28T12:00:00.000Z' }, TOY, WORK)).toBe(CHECKED.altered);
  });
});
