/** The private link that takes a student’s work to another device, and its code to scan. The code for both comes when they are asked for. */
import { ITEMS, LINK } from '#words/src/tasks/sets/page/words';
import type { Markup } from '../../../../widgets/kit/draw/markup.ts';
import { qrAlone } from '../../../components/qr-code.ts';
import type { Assignment } from '../pure/format/assignment.ts';
import { carriedText } from '../pure/work/carry.ts';
import { withCarried } from '../pure/work/in-address.ts';
import { isDone, type Work } from '../pure/work/work.ts';

/** The highest version of a code that telephones read from a screen, and the characters that it takes. */
const VERSION = 11;
const SCANNED = 321;

/** A link, what is to be said of it, and its code where it has one. */
interface PrivateLink {
  readonly address: string;
  readonly says: string;
  readonly code?: Markup | undefined;
}

/** The address that carries a text; `page` is the element of the assignment. */
function addressOf(page: HTMLElement, text: string): string {
  const [site = ''] = location.href.split(/[?#]/);
  return `${site}${withCarried(placeOf(page), text)}`;
}

/** The link alone. */
export const privateAddress = (page: HTMLElement, assignment: Assignment, work: Work): string =>
  addressOf(page, carriedText(work, assignment).text);

/** The link with its code. */
export function privateLink(page: HTMLElement, assignment: Assignment, work: Work): PrivateLink {
  const link = carriedText(work, assignment);
  const names = (ids: readonly string[]): readonly string[] =>
    assignment.items.flatMap(({ id }, i) => (ids.includes(id) ? [ITEMS.item(i + 1)] : []));
  const takes = assignment.items.filter((one) => isDone(work, one) && !link.left.includes(one.id));
  const says = [
    LINK.takes(takes.length),
    ...(link.left.length > 0 ? [LINK.left(names(link.left))] : []),
  ];
  const address = addressOf(page, link.text);
  // A local file stands elsewhere on every device.
  if (location.protocol === 'file:') return { address, says: [...says, LINK.oneFile].join(' ') };
  const whole = qrAlone(address, LINK.code, VERSION);
  const small = carriedText(work, assignment, SCANNED - addressOf(page, '').length);
  const code = whole ?? qrAlone(addressOf(page, small.text), LINK.code, VERSION);
  const less = whole ? [] : small.left.filter((id) => !link.left.includes(id));
  says.push(code ? LINK.scan : LINK.noCode);
  if (code && less.length > 0) says.push(LINK.scanLess(names(less)));
  return { address, says: says.join(' '), code };
}

/** What names the page behind the `#`: in the one file the page itself, of a composed set all that its link says. */
function placeOf(page: HTMLElement): string {
  const { page: slug } = page.closest<HTMLElement>('[data-page]')?.dataset ?? {};
  return page.dataset['place'] ?? (slug === undefined ? '' : `#/${slug}`);
}
