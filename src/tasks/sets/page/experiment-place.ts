/** Experiments on an assignment’s page. Each lies in a file of its own until it is opened: a dozen of them would be a slow page. */
import { ITEMS } from '#words/src/tasks/sets/page/words';
import { PROPOSE, type ProposeDetail } from '../../../../widgets/kit/contract/border.ts';
import type { AnySettings } from '../../../../widgets/kit/contract/params.ts';
import type { Markup } from '../../../../widgets/kit/draw/markup.ts';
import { readAsset } from '../../../../widgets/run/page/assets.ts';
import { setMarkup } from '../../../../widgets/run/page/trusted-types.ts';
import { PAGE_ADDED } from '../../../book/page-added.ts';

/** Told to the page, bubbling, when a run has met the goal: it may open the item’s solution. */
export const GOAL_MET = 'goal-met';

interface First {
  readonly item: HTMLElement;
  readonly settings: () => AnySettings;
}
/** For which item each experiment is opened, by its id, and with what; and for which it is set up now. */
const firsts = new Map<string, First>();
const nows = new Map<string, HTMLElement>();

/** Says with which settings an experiment is opened; of several items that share it, the first one does. */
export function opensWith(id: string, item: HTMLElement, settings: () => AnySettings): void {
  if (!firsts.has(id)) firsts.set(id, { item, settings });
}

/** Whether an experiment is set up for this item; runs that were made for another one are not its business. */
export const isSetUpFor = (id: string, item: HTMLElement): boolean =>
  (nows.get(id) ?? firsts.get(id)?.item) === item;

/** Wakes the places of all experiments. */
export function wakePlaces(page: ParentNode): void {
  firsts.clear();
  nows.clear();
  for (const place of page.querySelectorAll<HTMLElement>('[data-opens]')) {
    const id = place.dataset['opens'] ?? '';
    const open = place.querySelector('[data-does="open"]');
    open?.addEventListener('click', () => void propose(id, firsts.get(id)?.settings() ?? {}));
    // Who follows a link to a run means to see it.
    if (location.search.includes(`${id}.`)) void opened(place, id);
  }
}

/** Sets an experiment up for an item and goes to it: it may stand far away, so a way back stands beside its figure. */
export async function setUp(id: string, item: HTMLElement, settings: AnySettings): Promise<void> {
  nows.set(id, item);
  const element = await propose(id, settings);
  if (!element) return;
  leadsBack(element, item);
  element.focus({ preventScroll: true });
  element.scrollIntoView({ block: 'start', behavior: 'instant' });
}

/** A line beside its figure that leads back to an item, and says how the run that stands there stands to it. */
function leadsBack(element: HTMLElement, item: HTMLElement, stands = ''): void {
  const line =
    element.querySelector('.way-back') ??
    Object.assign(document.createElement('p'), { className: 'way-back' });
  const back = line.querySelector('a') ?? document.createElement('a');
  back.href = `#${item.id}`;
  back.textContent = ITEMS.back(item.querySelector('strong')?.textContent ?? '');
  // The link itself stays, for it may have the focus.
  if (!back.isConnected) line.append(back);
  while (back.previousSibling) back.previousSibling.remove();
  if (stands !== '') back.before(stands, ' ');
  if (!line.isConnected) element.querySelector('.dock')?.prepend(line);
}

/** Says at an experiment how its run stands to an item; the item itself may be out of sight. */
export function standsAt(id: string, item: HTMLElement, stands: string): void {
  const element = document.getElementById(id);
  if (element) leadsBack(element, item, stands);
}

/** Opens an experiment, if it is not open, and has it run with these settings. */
async function propose(id: string, settings: AnySettings): Promise<HTMLElement | undefined> {
  const place = document.querySelector<HTMLElement>(`[data-opens="${id}"]`);
  const element = place && (await opened(place, id));
  if (!element) return undefined;
  const detail: ProposeDetail = { settings, fresh: true, run: true, reveal: true };
  await customElements.whenDefined(element.localName);
  element.dispatchEvent(new CustomEvent(PROPOSE, { detail }));
  return element;
}

async function opened(place: HTMLElement, id: string): Promise<HTMLElement | null> {
  const apart = place.querySelector<HTMLElement>('[data-apart]');
  const said = place.querySelector('[role="status"]');
  if (!apart?.hidden) return document.getElementById(id);
  try {
    if (said) said.textContent = ITEMS.opening;
    if (!apart.firstElementChild) setMarkup(apart, await brought(id));
  } catch (error) {
    if (said && error instanceof Error) said.textContent = error.message;
    return null;
  }
  apart.hidden = false;
  place.querySelector<HTMLElement>('.apart-head')?.remove();
  apart.dispatchEvent(new Event(PAGE_ADDED, { bubbles: true }));
  const element = document.getElementById(id);
  // The button that was pressed is gone; whoever goes on by keyboard goes on from here.
  if (element) element.tabIndex = -1;
  element?.focus({ preventScroll: true });
  return element;
}

/** The text that stands apart from the page under this name; in the one file it is in the page. */
export async function textApart(page: HTMLElement, name: string): Promise<string> {
  const here = page.querySelector(`[data-apart="${name}"]`)?.textContent ?? '';
  return here === '' ? (await brought(name)).markup : here;
}

/** Two presses ask once; what has not come may be asked for again. */
const asked = new Map<string, Promise<Markup>>();

/** What stands apart from the page under this name. */
export function brought(id: string): Promise<Markup> {
  const { folder = '' } = document.querySelector<HTMLElement>('[data-folder]')?.dataset ?? {};
  const coming =
    asked.get(id) ??
    readAsset(`${folder}/${id}.json`).then((bytes) => ({
      markup: JSON.parse(new TextDecoder().decode(bytes)) as string,
    }));
  asked.set(id, coming);
  coming.catch(() => asked.delete(id));
  return coming;
}
