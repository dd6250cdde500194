/**
 * One student and many browsers, many students and one browser: nothing that left a browser is lost, and nobody becomes two
 * students for it, for after carrying on both browsers hand in under one ticket.
 */
import { describe, expect, it } from 'vitest';
import { seeded } from '../../../widgets/kit/numbers/random.ts';
import { AssignmentStore } from '../../../src/tasks/sets/page/store.ts';
import { isWhole } from '../../../src/tasks/sets/pure/submission/chain.ts';
import { signed } from '../../../src/tasks/sets/pure/submission/write.ts';
import { arriving } from '../../../src/tasks/sets/pure/work/arriving.ts';
import { carried, carriedText } from '../../../src/tasks/sets/pure/work/carry.ts';
import { backupIn, backupText } from '../../../src/tasks/sets/pure/work/kept.ts';
import {
  answered,
  begun,
  doneOf,
  hinted,
  isDone,
  renamed,
  submissionOf,
  type Work,
} from '../../../src/tasks/sets/pure/work/work.ts';
import type { Item } from '../../../src/tasks/tables/item.ts';
import { First, Second, type Mood } from './storages.ts';
import { PICK, SUM, TOY } from './toy.ts';

const ADA = { name: 'Ada', number: '0007' };
const BEN = { name: 'Ben', number: '8' };
const session = (n: number): string => String(n).padStart(16, '0');
const MADE = '2026-11-27T12:00:00.000Z';

/** A browser with its two places; a page in it may be left and opened again. */
class Browser {
  readonly first = new First();
  readonly second = new Second();
  page = this.#opened();

  constructor(mood: Mood = 'well') {
    this.first.mood = mood;
    this.second.mood = mood;
    this.page = this.#opened();
  }

  #opened(): AssignmentStore {
    return new AssignmentStore(
      TOY.id,
      () => this.first,
      this.second.for({ isAlive: true }),
      'book',
    );
  }

  /** With this work in it. */
  of(work: Work): this {
    this.page.turnTo(work);
    return this;
  }

  get work(): Work {
    if (!this.page.work) throw new Error('nobody works here');
    return this.page.work;
  }

  async again(): Promise<this> {
    await this.page.settled;
    this.page = this.#opened();
    this.page.refresh();
    await this.page.settled;
    return this;
  }

  do(how: (work: Work) => Work): this {
    this.page.keep(how(this.work));
    return this;
  }

  answer(item: Item, answer: string | readonly string[]): this {
    return this.do((work) => answered(work, item, answer));
  }

  /** As the page does when a name and a number are typed. */
  async type(who: typeof ADA, ticket: number): Promise<boolean> {
    const before = await this.page.asideOf(who.number);
    return this.page.turnTo(
      before ? renamed(before, who, before.session) : begun(TOY, who, session(ticket)),
    );
  }

  /** Carries on with what comes, as its student agrees to. */
  async take(comes: Work | undefined): Promise<this> {
    if (!comes) throw new Error('nothing comes');
    const { work } = this.page;
    const isOwn = work?.student.number === comes.student.number;
    const here = isOwn ? work : await this.page.asideOf(comes.student.number);
    expect(this.page.turnTo(arriving(here, comes, TOY).work)).toBe(true);
    return this.again();
  }

  link(): Work {
    const read = carried(carriedText(this.work, TOY).text, TOY);
    if (typeof read === 'string' || 'edition' in read) throw new Error(String(read));
    return read.work;
  }

  backup(): Work | undefined {
    return backupIn(backupText(this.work), TOY.id);
  }

  handIn() {
    const submission = signed(submissionOf(this.work, TOY, MADE));
    expect(isWhole(submission)).toBe(true);
    const { log } = submission;
    return { ...submission, steps: log.before.count + log.entries.length };
  }

  says(item: Item): unknown {
    return doneOf(this.work, item).answer;
  }
}

const ada = async (browser: Browser, ticket = 1): Promise<Browser> => {
  await browser.type(ADA, ticket);
  return browser;
};

describe('one student', () => {
  it('goes from the phone to the laptop and back: one ticket, and each hand-in is later than the one before', async () => {
    const phone = (await ada(new Browser())).answer(SUM, '5').do((work) => hinted(work, SUM));
    const [early, start] = [phone.handIn(), phone.backup()];
    const laptop = await new Browser().take(phone.link());
    expect([laptop.says(SUM), doneOf(laptop.work, SUM).hints]).toEqual(['5', 1]);
    const middle = laptop.answer(SUM, '6').answer(PICK, ['red']).handIn();
    await phone.take(laptop.link());
    const late = phone.answer(PICK, ['blue']).handIn();
    expect([phone.says(SUM), phone.says(PICK)]).toEqual(['6', ['blue']]);
    expect(new Set([early, middle, late].map((one) => one.session)).size).toBe(1);
    expect([early.steps, middle.steps, late.steps]).toEqual([2, 4, 5]);
    // A link only counts what was done; beside the log that it was made of, the whole is there again.
    const other = await new Browser().take(start);
    await other.take(laptop.backup());
    expect(other.work.log.before.count).toBe(0);
    expect(other.work.log.entries.map(({ value }) => value)).toEqual(['5', '1', '6', 'red']);
    expect(other.handIn().steps).toBe(4);
  });

  it('has begun on both before: what was here is kept beside, and both hand in under one ticket', async () => {
    const phone = (await ada(new Browser(), 1)).answer(SUM, '5');
    const laptop = (await ada(new Browser(), 2)).answer(SUM, '9').answer(PICK, ['red']);
    const comes = phone.link();
    const told = arriving(laptop.work, comes, TOY);
    expect([told.comes, told.added, told.replaced, told.passed]).toEqual([1, [], [1], []]);
    await laptop.take(comes);
    expect([laptop.says(SUM), laptop.says(PICK)]).toEqual(['5', ['red']]);
    expect(laptop.handIn().session).toBe(phone.handIn().session);
    expect(await laptop.page.asideOf(ADA.number)).toMatchObject({ session: session(2) });
    // What the link has no room for takes nothing away.
    const tablet = (await ada(new Browser(), 3)).answer(SUM, '9');
    await tablet.take(new Browser().of(answered(phone.work, SUM, 'x'.repeat(500))).link());
    expect([tablet.says(SUM), tablet.work.session]).toEqual(['9', session(1)]);
    // The phone went on meanwhile, and comes again: what it has changed is the later.
    await laptop.take(phone.answer(SUM, '6').link());
    expect(laptop.says(SUM)).toBe('6');
    const [more] = arriving(laptop.answer(SUM, '7').work, phone.work, TOY).passed;
    expect(more).toBe(1);
  });

  it('goes from a frame or a private window, which keeps nothing, to a tab that does', async () => {
    const frame = await ada(new Browser('closed'));
    frame.answer(SUM, '5');
    expect(frame.page.places[0]).not.toBe('kept');
    const tab = await new Browser().take(frame.link());
    expect([tab.says(SUM), tab.work.session]).toEqual(['5', frame.work.session]);
    expect((await tab.again()).says(SUM)).toBe('5');
  });

  it('has cleared the storage: link and backup bring all that they took, under the old ticket', async () => {
    const phone = (await ada(new Browser())).answer(SUM, 'x'.repeat(500)).answer(PICK, ['red']);
    const [link, backup] = [phone.link(), phone.backup()];
    const cleared = await new Browser().take(link);
    expect([cleared.says(SUM), cleared.says(PICK)]).toEqual([null, ['red']]);
    // The text comes by file, and no link that lacks it takes it away again.
    await cleared.take(backup);
    await cleared.take(link);
    expect(cleared.says(SUM)).toBe('x'.repeat(500));
    expect(cleared.handIn()).toMatchObject({ session: session(1), steps: 2 });
  });

  it('loses nothing and stays one, whatever is carried where, in a hundred terms', async () => {
    for (let seed = 1; seed <= 100; seed += 1) {
      const random = seeded(seed, 'browsers');
      const browsers = [await ada(new Browser(), 1), await ada(new Browser(), 2), new Browser()];
      const at = (): Browser => browsers[random.whole(3)] as Browser;
      for (let step = 0; step < 12; step += 1) {
        const [one, other] = [at(), at()];
        if (!one.page.work) continue;
        const deed = random.whole(4);
        if (deed === 0) one.answer(SUM, String(step));
        else if (deed === 1) one.answer(PICK, step % 2 === 0 ? ['red'] : ['blue']);
        else {
          const had = [SUM, PICK].filter((item) =>
            [one, other].some(({ page }) => page.work && isDone(page.work, item)),
          );
          const steps = [one, other].map(({ page }) => (page.work ? page.work.log : undefined));
          const most = Math.max(
            ...steps.map((log) => (log ? log.before.count + log.entries.length : 0)),
          );
          const isOne = one.work.session === other.page.work?.session;
          await other.take(deed === 2 ? one.link() : one.backup());
          expect([seed, step, had.every((item) => isDone(other.work, item))]).toEqual([
            seed,
            step,
            true,
          ]);
          expect(other.handIn().session).toBe(one.handIn().session);
          if (isOne) expect(other.handIn().steps).toBeGreaterThanOrEqual(most);
        }
      }
    }
  });
});

describe('one browser', () => {
  it('gives a number that returns its ticket and its work back, and each student their own', async () => {
    const shared = (await ada(new Browser(), 1)).answer(SUM, '5');
    expect(await shared.type(BEN, 2)).toBe(true);
    await shared.again();
    shared.answer(SUM, '8');
    expect(shared.work.session).toBe(session(2));
    await shared.type(ADA, 3);
    await shared.again();
    expect([shared.says(SUM), shared.work.session]).toEqual(['5', session(1)]);
    shared.answer(PICK, ['red']);
    await shared.type({ ...BEN, name: 'Benjamin' }, 4);
    await shared.again();
    expect([shared.says(SUM), shared.says(PICK), shared.work.student.name]).toEqual([
      '8',
      null,
      'Benjamin',
    ]);
    await shared.type({ ...ADA, number: '7' }, 5);
    expect([shared.says(SUM), shared.says(PICK)]).toEqual(['5', ['red']]);
  });

  it('finds what was put aside in either place', async () => {
    const shared = (await ada(new Browser(), 1)).answer(SUM, '5');
    await shared.type(BEN, 2);
    await shared.page.settled;
    const aside = `book/1/assignments/${TOY.id}/of/${session(1)}`;
    expect(shared.first.held.delete(aside)).toBe(true);
    await shared.type(ADA, 3);
    expect(shared.says(SUM)).toBe('5');
    await (await shared.again()).type(BEN, 4);
    shared.second.all.clear();
    expect((await shared.page.asideOf(ADA.number))?.session).toBe(session(1));
  });

  it('changes nothing where there is no room to put the other work aside', async () => {
    const shared = (await ada(new Browser(), 1)).answer(SUM, '5');
    shared.second.mood = 'closed';
    await shared.again();
    shared.first.mood = 'full';
    expect(await shared.type(BEN, 2)).toBe(false);
    expect([shared.says(SUM), shared.work.student]).toEqual(['5', ADA]);
  });

  it('keeps what a tab has done for one student while another tab began for the other', async () => {
    const shared = (await ada(new Browser(), 1)).answer(SUM, '5');
    const tab = new AssignmentStore(TOY.id, () => shared.first, undefined, 'book');
    await shared.type(BEN, 2);
    tab.keep(answered(tab.work as Work, PICK, ['red']));
    expect(tab.work?.student).toEqual(BEN);
    await shared.type(ADA, 3);
    expect([shared.says(SUM), shared.says(PICK)]).toEqual(['5', ['red']]);
  });

  it('keeps what was begun before the second place told of somebody else', async () => {
    const shared = (await ada(new Browser(), 1)).answer(SUM, '5').answer(SUM, '6');
    await shared.page.settled;
    shared.first.held.clear();
    const late = new AssignmentStore(
      TOY.id,
      () => shared.first,
      shared.second.for({ isAlive: true }),
      'book',
    );
    late.turnTo(begun(TOY, BEN, session(2)));
    await late.settled;
    expect(late.work?.student).toEqual(ADA);
    expect((await late.asideOf(BEN.number))?.session).toBe(session(2));
  });

  it('notes beside the work what is no part of it, for each student', async () => {
    const shared = await ada(new Browser(), 1);
    shared.page.note('left', { how: 'link' });
    expect((await shared.again()).page.noted('left')).toEqual({ how: 'link' });
    await shared.type(BEN, 2);
    expect(shared.page.noted('left')).toBeNull();
    shared.first.mood = 'closed';
    shared.page.note('left', 1);
    expect(shared.page.noted('left')).toBeNull();
  });
});
