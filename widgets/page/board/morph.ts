/** Brings markup up to date without losing what the reader holds in it: the focus, a selected text. */

/** Makes `old` like `fresh`; children that have a `data-key` stay themselves wherever they move. */
export function morph(old: Element, fresh: Element): void {
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
    const same = key ? keyed.get(key) : there && alike(there, wanted) ? there : undefined;
    if (!same) {
      old.insertBefore(wanted, there ?? null);
      return;
    }
    if (same !== there) old.insertBefore(same, there ?? null);
    if (same instanceof Element) morph(same, wanted as Element);
    else if (same.nodeValue !== wanted.nodeValue) same.nodeValue = wanted.nodeValue;
  });
  // What nobody has asked for has been pushed behind the rest.
  while (old.childNodes.length > all.length) old.lastChild?.remove();
}

function keyOf(node: Node): string | undefined {
  return node instanceof HTMLElement ? node.dataset['key'] : undefined;
}

/** Whether one can become the other: of the same name, and neither is known by a key. */
function alike(a: Node, b: Node): boolean {
  return a.nodeName === b.nodeName && !keyOf(a) && !keyOf(b);
}
