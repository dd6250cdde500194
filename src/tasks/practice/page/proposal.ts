/** How a question speaks to an experiment on the page: by event names and shapes, never by its classes. */
import { PROPOSE, type ProposeDetail } from '../../../../widgets/kit/contract/border.ts';

/** Hands settings to an experiment as soon as it is awake; false when the page has none with this id. */
export function propose(instance: string, detail: ProposeDetail): boolean {
  const element = document.getElementById(instance);
  if (!element) return false;
  void customElements
    .whenDefined(element.localName)
    .then(() => element.dispatchEvent(new CustomEvent<ProposeDetail>(PROPOSE, { detail })));
  return true;
}
