/** What has the focus, where an experiment may stand in a shadow root: the document then names only its host. */

/** The element with the focus in the same tree; nothing where it is nowhere in particular. */
export function focusedNear(place: Element): Element | null {
  const { activeElement } = place.getRootNode() as Document | ShadowRoot;
  return activeElement === document.body ? null : activeElement;
}
