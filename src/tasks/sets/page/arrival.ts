/** Work that comes from elsewhere, in a link or a file: what would become of it is said, and nothing changes before a press. */
import { ARRIVING, EDITIONS, ITEMS, LINK } from '#words/src/tasks/sets/page/words';
import type { Assignment } from '../pure/format/assignment.ts';
import { normalised } from '../pure/variants/student.ts';
import { arriving } from '../pure/work/arriving.ts';
import { carried } from '../pure/work/carry.ts';
import { isDone, type Work } from '../pure/work/work.ts';
import { offerEdition } from './editions.ts';
import type { Asking } from './identity.ts';
import { workInFile } from './opened-file.ts';

/** What comes: work, and the ids of the items that it had no room for. */
interface Comes {
  readonly work: Work;
  readonly left: readonly string[];
  /** A hand-in is what was on screen and no more: it takes the place of what is here. */
  readonly by: 'link' | 'backup' | 'hand-in';
}

/** The work in a file is taken in where nothing is here; else it is offered. */
export async function fileArrives(
  asking: Asking,
  assignment: Assignment,
  file: File,
): Promise<void> {
  const read = await workInFile(file, assignment.id);
  if (typeof read === 'string') asking.say(read);
  else if (read.edition !== assignment.edition)
    offerEdition(asking, read.edition, EDITIONS.file(read.edition));
  else if (!asking.store.work) asking.turn(read.work, undefined, true);
  else {
    const by = read.isBackup ? 'backup' : 'hand-in';
    await offer(asking, assignment, { work: read.work, left: [], by });
  }
}

/** The work in a link is offered; of one that brings nothing it is said why. */
export async function linkArrives(
  asking: Asking,
  assignment: Assignment,
  text: string,
): Promise<void> {
  const read = carried(text, assignment);
  if (typeof read !== 'string') {
    if ('edition' in read) offerEdition(asking, read.edition, EDITIONS.link(read.edition), text);
    else await offer(asking, assignment, { ...read, by: 'link' });
  } else {
    asking.say(LINK[read]);
    const fold = asking.part('elsewhere') as HTMLDetailsElement;
    fold.open = true;
    asking.field('pasted-link').focus();
  }
}

async function offer(
  { store, part, say, confirm, turn }: Asking,
  assignment: Assignment,
  { work: comes, left, by }: Comes,
): Promise<void> {
  const { name, number } = comes.student;
  const here = store.work;
  const isOwn = here !== undefined && normalised(here.student.number) === normalised(number);
  const own = isOwn ? here : await store.asideOf(number);
  const found = arriving(own, comes, assignment);
  const names = (which: readonly number[]): string[] => which.map((n) => ITEMS.item(n));
  const leaves = assignment.items.flatMap(({ id }, i) => (left.includes(id) ? [i + 1] : []));
  const isInstead = isOwn && by === 'hand-in';
  const changes = [
    ...(own && found.added.length > 0 ? [ARRIVING.added(names(found.added))] : []),
    ...(found.replaced.length > 0 ? [ARRIVING.replaced(names(found.replaced))] : []),
  ];
  const told = [
    ...(isInstead ? [] : changes),
    ...(!isInstead && found.passed.length > 0 ? [ARRIVING.passed(names(found.passed))] : []),
    ...(leaves.length > 0 ? [ARRIVING.left(names(leaves))] : []),
  ];
  const whose = ARRIVING[by === 'link' ? 'link' : 'file'](name, number, found.comes);
  const isNews = changes.length > 0 || !isOwn || here.session !== comes.session;
  if (!isInstead && !isNews) {
    say([whose, ARRIVING.nothingNew, ...told].join('\n'));
    return;
  }
  const answers = here ? assignment.items.filter((one) => isDone(here, one)).length : 0;
  if (isInstead) told.push(ARRIVING.instead(answers));
  else if (here && !isOwn) told.push(ARRIVING.aside(here.student.name, here.student.number));
  // Nobody is to type who they are while it is asked whether they are this one.
  part('identity').hidden = true;
  confirm(
    [whose, ...told, ARRIVING.notYet].join('\n'),
    isInstead ? ARRIVING.take : ARRIVING.carryOn,
    () => turn(by === 'hand-in' ? comes : found.work, found.last, by === 'hand-in'),
  );
}
