/** Brings markup up to date without losing what the reader holds in it, and without new elements where the old ones do: a slow machine would lay all of them out. */
import type { Markup } from '../kit/draw/markup.ts';
import { setMarkup } from '../run/page/trusted-types.ts';

/** Makes what `place` holds like `wanted`. */
export function bringUpToDate(place: Element, wanted: Markup): void {
  const fresh = place.cloneNode(false) as Element;
  setMarkup(fresh, wanted);
  morph(place, fresh);
}

/** Writes a text, in the node that is there: a new one would have every rule asked that looks at what an element holds. */
export function write(place: Element, text: string): void {
  const { firstChild, childNodes } = place;
  if (firstChild instanceof Text && childNodes.length === 1 && text) {
    if (firstChild.data !== text) firstChild.data = text;
  } else if (firstChild || text) place.textContent = text;
}

/** Makes `old` like `fresh`; children that have a key or are taken hold of stay themselves wherever they move. */
function morph(old: Element, fresh: Element): void {
  for (const { name, value } of [...fresh.attributes]) {
    if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  }
  for (const { name } of [...old.attributes]) {
    if (!fresh.hasAttribute(name)) old.removeAttribute(name);
  }
  const keyed = new Map(
    [...old.children].flatMap((one) => (keyOf(one) ? [[keyOf(one), one] as const] : [])),
  );
  const all = [...fresh.childNodes];
  all.forEach((wanted, i) => {
    const there = old.childNodes[i];
    const key = keyOf(wanted);
    const known = key ? keyed.get(key) : there;
    const same = known && alike(known, wanted) ? known : undefined;
    if (!same) {
      old.insertBefore(wanted, there ?? null);
      return;
    }
    if (same !== there) old.insertBefore(same, there ?? null);
    if (same.isEqualNode(wanted)) return;
    if (same instanceof Element) morph(same, wanted as Element);
    else if (same.nodeValue !== wanted.nodeValue) same.nodeValue = wanted.nodeValue;
  });
  // What nobody has asked for has been pushed behind the rest.
  while (old.childNodes.length > all.length) old.lastChild?.remove();
}

function keyOf(node: Node): string | undefined {
  if (!(node instanceof HTMLElement || node instanceof SVGElement)) return undefined;
  return node.dataset['key'] ?? node.dataset['handle'];
}

/** Whether one can become the other: of the same name, and known by the same key or by none. */
function alike(a: Node, b: Node): boolean {
  return a.nodeName === b.nodeName && keyOf(a) === keyOf(b);
}
