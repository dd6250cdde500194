/** Editions of the book stand beside each other: what belongs to another one is worked on there, and is never dealt anew here. */
import { EDITIONS } from '#words/src/tasks/sets/page/words';
import { EDITION } from '../../storage/storage-keys.ts';
import { withCarried } from '../pure/work/in-address.ts';
import type { Asking } from './identity.ts';

/** Where a page stands: the address of it and of its book’s root, and whether that is the front of all editions. */
export interface Standing {
  readonly page: string;
  readonly root: string;
  readonly isFront: boolean;
}

/** The address of a page in another edition; nothing where its book does not stand beside others. */
export function addressIn(
  edition: string,
  hash = '',
  { page, root, isFront }: Standing = here(),
  own: string = EDITION,
): string | undefined {
  const beside = root.endsWith(`/e/${own}/`) ? root.slice(0, -`e/${own}/`.length) : undefined;
  const front = isFront ? root : beside;
  if (front === undefined || !/^[\w-]+$/.test(edition)) return undefined;
  return `${front}e/${edition}/${page.slice(root.length).replace(/#.*/, '')}${hash}`;
}

function here(): Standing {
  const { root = './', assets } = document.documentElement.dataset;
  const { href } = new URL(root, document.baseURI);
  return { page: location.href, root: href, isFront: assets !== undefined };
}

/** Says what belongs to another edition and, where that stands beside this one, offers to go there; `carry`: with the work of a link. */
export function offerEdition(
  { say, confirm, part }: Pick<Asking, 'say' | 'confirm' | 'part'>,
  edition: string,
  sentence: string,
  carry?: string,
): void {
  const { hash } = location;
  const there = addressIn(edition, carry === undefined ? hash : withCarried(hash, carry));
  if (there === undefined) {
    say(`${sentence} ${EDITIONS.open}`);
    return;
  }
  // Nobody is to begin here before they have read it.
  part('identity').hidden = true;
  confirm(sentence, EDITIONS.go(edition), () => location.assign(there));
}
