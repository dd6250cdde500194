/** How work leaves this browser and comes to it: private links, backups, files that are opened; and what is said of where it is. */
import { EDITION } from '../../storage/storage-keys.ts';
import { FRAMED, HAND_IN, LEFT, LINK, TIMES, type How } from '#words/src/tasks/sets/page/words';
import { copyText } from '../../../../widgets/page/clipboard.ts';
import { saveFile } from '../../../../widgets/page/save-file.ts';
import { setMarkup } from '../../../../widgets/run/page/trusted-types.ts';
import type { Assignment } from '../pure/format/assignment.ts';
import { carriedIn, withoutCarried } from '../pure/work/in-address.ts';
import { backupText } from '../pure/work/kept.ts';
import type { Work } from '../pure/work/work.ts';
import type { Asking } from './identity.ts';
import { saidInAddress, shownInPackage } from './in-package.ts';
import { lasting } from './lasting.ts';
import type { AssignmentStore } from './store.ts';

/** What is noted when work leaves. */
interface Left {
  readonly how: How;
  /** By the student’s clock, ISO 8601. */
  readonly when: string;
  /** The work’s count of changes then. */
  readonly at: number;
}
const NAME = 'left';

/** Notes that work has left this browser. */
export function leaves(store: AssignmentStore, how: How): void {
  const left: Left = { how, when: new Date().toISOString(), at: store.work?.at ?? 0 };
  store.note(NAME, left);
}

/** Wakes all of it; `page` is the element of the assignment, `read` brings what is asked. */
export function wakeElsewhere(
  page: HTMLElement,
  asking: Asking,
  read: () => Promise<Assignment>,
): void {
  const { store, part, field, say } = asking;
  const on = (name: string, does: (work: Work) => void): void =>
    part('away')
      .querySelector(`[data-does="${name}"]`)
      ?.addEventListener('click', () => store.work && does(store.work));
  const notCome = (): void => say(HAND_IN.notCome);
  on('backup', (work) => {
    saveFile(`${work.assignment}-backup.json`, backupText(work, EDITION), 'application/json');
    leaves(store, 'backup');
  });
  on('link', (work) => {
    const make = async (): Promise<void> => {
      const [assignment, code] = await Promise.all([read(), import('./private-link.ts')]);
      const link = code.privateLink(page, assignment, work);
      part('link').hidden = false;
      part('link-said').textContent = link.says;
      setMarkup(part('code'), link.code ?? { markup: '' });
      part('copied').textContent = '';
      field('private-link').value = link.address;
      leaves(store, 'link');
    };
    make().catch(notCome);
  });
  on('copy', () => {
    field('private-link').select();
    const copied = copyText(field('private-link').value);
    void copied.then((is) => (part('copied').textContent = is ? LINK.copied : LINK.notCopied));
  });
  const arrives = async (what: File | string): Promise<void> => {
    const [assignment, code] = await Promise.all([read(), import('./arrival.ts')]);
    // What only the second place has is known first.
    await store.settled;
    await (typeof what === 'string'
      ? code.linkArrives(asking, assignment, what)
      : code.fileArrives(asking, assignment, what));
  };
  part('arrives').addEventListener('submit', (event) => {
    event.preventDefault();
    const pasted = field('pasted-link');
    arrives(carriedIn(pasted.value) ?? pasted.value.trim()).catch(notCome);
    pasted.value = '';
  });
  const input = part('arrives').querySelector<HTMLInputElement>('input[type="file"]');
  const open = (): void => {
    const file = input?.files?.[0];
    if (!input || !file) return;
    arrives(file).catch(notCome);
    // The same file may be chosen again.
    input.value = '';
  };
  input?.addEventListener('change', open);
  // Chosen before the code was here.
  open();
  const byAddress = (): void => {
    const text = carriedIn(saidInAddress());
    const rest = withoutCarried(location.hash);
    const { page: slug } = page.closest<HTMLElement>('[data-page]')?.dataset ?? {};
    // In the one file every assignment hears of it.
    if (text === undefined || (slug !== undefined && rest.split('/')[1] !== slug)) return;
    // At once: it is in no list of pages that were seen, and in no address that is shown or passed on.
    history.replaceState(history.state, '', `${location.pathname}${location.search}${rest}`);
    arrives(text).catch(notCome);
  };
  addEventListener('hashchange', byAddress);
  byAddress();
  standing(asking);
  // A package that stands in a tab of its own reaches no platform.
  const isInFrame = globalThis.top !== globalThis.self && shownInPackage() === undefined;
  if (isInFrame) offerTab(asking, page, read);
}

/** Says when work last left this browser, and whether the browser keeps it for good; the first answer asks it to. */
function standing({ store, part }: Asking): void {
  let isAsked = false;
  const ask = (asks: boolean): void => {
    const isInstalled = matchMedia('(display-mode: standalone)').matches;
    const said = lasting(navigator, isInstalled, asks);
    void said.then(({ says, warns }) => {
      part('says-lasting').textContent = says;
      part('warns-lasting').textContent = warns;
    });
  };
  ask(false);
  let before = store.work;
  const tell = (): void => {
    const { work } = store;
    if (!work || work.at === 0) return;
    const left = store.noted(NAME) as Left | null;
    const changed = Object.values(work.items).filter(({ at }) => at > (left?.at ?? 0)).length;
    part('left').textContent = left
      ? LEFT.last(left.how, new Date(left.when).toLocaleString(TIMES, WHEN), changed)
      : shownInPackage() === undefined
        ? LEFT.never
        : '';
    if (!isAsked && before && before !== work && before.session === work.session) {
      isAsked = true;
      ask(true);
    }
    before = work;
  };
  tell();
  for (const event of ['change', 'noted']) store.addEventListener(event, tell);
}

const WHEN = { day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' } as const;

/** Within another page: a tab of its own, before anything is begun here; and what was begun goes along. */
function offerTab(
  { store, part }: Asking,
  page: HTMLElement,
  read: () => Promise<Assignment>,
): void {
  const place = part('framed');
  const link = place.querySelector('a') as HTMLAnchorElement;
  (place.querySelector('span') as HTMLElement).textContent = FRAMED.why;
  place.hidden = false;
  link.textContent = FRAMED.begin;
  link.href = location.href;
  const follow = async (): Promise<void> => {
    if (!store.work) return;
    link.textContent = FRAMED.carryOn;
    const [assignment, code] = await Promise.all([read(), import('./private-link.ts')]);
    const { work } = store;
    if (work) link.href = code.privateAddress(page, assignment, work);
  };
  // Off line the link leads to the page alone.
  const both = (): void => void follow().catch(() => undefined);
  both();
  store.addEventListener('change', both);
  link.addEventListener('click', () => store.work && leaves(store, 'link'));
}
