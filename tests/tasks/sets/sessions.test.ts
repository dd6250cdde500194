/**
 * Sessions in which things go wrong: storage full in mid-save, a tab killed, reloads, two tabs, a place wiped, a
 * clock set back. What is handed in is what was on screen, and what was said to be saved is there.
 */
import { expect, test } from 'vitest';
import { ALL } from '../../all.ts';
import { seeded } from '../../../widgets/kit/numbers/random.ts';
import { AssignmentStore } from '../../../src/tasks/sets/page/store.ts';
import { isWhole } from '../../../src/tasks/sets/pure/submission/chain.ts';
import { isProblem, readSubmission } from '../../../src/tasks/sets/pure/submission/read.ts';
import { receiptOf } from '../../../src/tasks/sets/pure/submission/receipt.ts';
import { submissionText, signed } from '../../../src/tasks/sets/pure/submission/write.ts';
import {
  answered,
  begun,
  submissionOf,
  hinted,
  ran,
  sure,
  workIn,
  type Work,
} from '../../../src/tasks/sets/pure/work/work.ts';
import { First, Second } from './storages.ts';
import { BRING, PICK, SUM, TOY, toyRun } from './toy.ts';

const SESSIONS = ALL ? 1_000 : 300;
const STEPS = 9;
const START = begun(TOY, { name: 'A', number: '1' }, '00000000000000aa');

/** What a student sees of each item. */
type Screen = Readonly<Record<string, string>>;
const EMPTY: Screen = { 'toy-sum': 'null/0/', 'toy-pick': 'null/0/', 'toy-bring': 'null/0/' };

/** Read off the hand-in, as an instructor would. */
function handedIn(work: Work, made: string): Screen {
  const submission = signed(submissionOf(work, TOY, made));
  const read = readSubmission(submissionText(submission));
  if (isProblem(read)) throw new Error(read.says);
  expect(receiptOf(read)).toBe(submission.receipt);
  expect(isWhole(read)).toBe(true);
  // Opened again it says the same.
  const again = submissionOf(workIn(read), TOY, made);
  expect(again.items).toEqual(read.items);
  return Object.fromEntries(
    Object.entries(read.items).map(([id, { answer, runs, hints, confidence = '' }]) => {
      const shown = runs[0] ? `x${String(runs[0].settings['x'])}` : JSON.stringify(answer);
      return [id, `${shown}/${hints}/${confidence}`];
    }),
  );
}

interface Tab {
  readonly store: AssignmentStore;
  isAlive: boolean;
}

test('a hand-in shows what was on screen, in hundreds of sessions with faults in them', async () => {
  const seen = new Map<string, number>();
  for (let seed = 1; seed <= SESSIONS; seed += 1) {
    const random = seeded(seed, 'sessions');
    const first = new First();
    const second = new Second();
    // In some browsers one of the two is never there.
    const [lame] = [undefined, undefined, undefined, first, second].slice(random.whole(5));
    if (lame) lame.mood = 'closed';
    const open = async (): Promise<Tab> => {
      const end = { isAlive: true };
      const store = new AssignmentStore(TOY.id, () => first, second.for(end), 'book');
      store.refresh();
      await store.settled;
      return Object.assign(end, { store });
    };
    const tabs = [await open()];
    tabs[0]?.store.keep(START);
    await tabs[0]?.store.settled;
    tabs.push(await open());
    let screen = { ...EMPTY };
    let clock = Date.UTC(2026, 10, 27, 12);
    for (let step = 0; step < STEPS; step += 1) {
      const at = random.whole(2);
      let tab = tabs[at] as Tab;
      // Whoever turns to a tab makes it look what is there.
      tab.store.refresh();
      await tab.store.settled;
      const fault = ['none', 'none', 'first', 'second', 'both', 'cut', 'kill', 'wipe', 'clock'][
        random.whole(9)
      ] as string;
      seen.set(fault, (seen.get(fault) ?? 0) + 1);
      const { work } = tab.store;
      if (!work) throw new Error('a tab without work');
      const [id, does, shown] = deed(random.whole(4), step, work, screen);
      const moods = [first.mood, second.mood] as const;
      if (fault === 'first' || fault === 'both') first.mood = 'full';
      if (fault === 'second' || fault === 'both') second.mood = 'full';
      if (fault === 'cut' && first.mood === 'well') first.cut = 40 + random.whole(200);
      if (fault === 'clock') clock -= 3 * 86_400_000;
      const isCut = first.cut !== undefined;
      tab.store.keep(does);
      const killed = fault === 'kill' || isCut;
      if (killed) tab.isAlive = false;
      else await tab.store.settled;
      // Of a tab that was killed only the first place has taken anything.
      const isKept = killed
        ? !isCut && tab.store.places[0] === 'kept'
        : tab.store.places.includes('kept');
      // Said or not, while the tab lives it is on screen.
      if (!killed || isKept) screen = { ...screen, [id]: shown };
      [first.mood, second.mood] = moods;
      if (killed) {
        tab = await open();
        tabs[at] = tab;
      } else if (fault === 'wipe' && moods[1] === 'well') {
        for (const key of first.held.keys())
          first.held.set(key, first.held.get(key)?.slice(3) ?? '');
        tab.isAlive = false;
        tab = await open();
        tabs[at] = tab;
      } else if (!isKept) {
        // The page says so; whoever makes room and goes on has lost nothing.
        tab.store.keep(tab.store.work ?? START);
        await tab.store.settled;
        expect(tab.store.places).toContain('kept');
      }
      if (!tab.store.work) throw new Error(`session ${seed}, step ${step}: ${fault} lost all`);
      clock += 60_000;
      // A hand-in is made at times, and at the end.
      if (step % 4 !== 0) continue;
      const made = new Date(clock).toISOString();
      expect([seed, step, fault, handedIn(tab.store.work, made)]).toEqual([
        seed,
        step,
        fault,
        screen,
      ]);
    }
  }
  // Each fault has come, so that none is tested in name only.
  expect([...seen.values()].every((times) => times > SESSIONS / 10)).toBe(true);
});

/** One thing that a student does: to which item, the work after it, and what it then shows. */
function deed(
  kind: number,
  step: number,
  work: Work,
  screen: Screen,
): readonly [string, Work, string] {
  const parts = (id: string): readonly string[] => (screen[id] ?? '').split('/');
  const [sum, pick] = [parts(SUM.id), parts(PICK.id)];
  if (kind === 0)
    return [SUM.id, answered(work, SUM, String(step)), `"${step}"/${sum[1]}/${sum[2]}`];
  if (kind === 1) {
    const picked = step % 2 === 0 ? ['red'] : ['red', 'blue'];
    return [
      PICK.id,
      answered(work, PICK, picked),
      `${JSON.stringify(picked)}/${pick[1]}/${pick[2]}`,
    ];
  }
  if (kind === 2)
    return [
      SUM.id,
      hinted(sure(work, SUM, 'certain'), SUM),
      `${sum[0]}/${Number(sum[1]) + 1}/certain`,
    ];
  const [, hints, certain] = parts(BRING.id);
  return [
    BRING.id,
    ran(work, BRING, toyRun({ x: step, load: 5, seed: 1 })),
    `x${step}/${hints}/${certain}`,
  ];
}
