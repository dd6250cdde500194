/** How a question speaks to an experiment on the page: by event names and shapes, never by its classes. */
import { PROPOSE, type ProposeDetail } from '../../../widgets/kit/contract/border.ts';
import type { AnySettings } from '../../../widgets/kit/contract/params.ts';

/** Hands settings to an experiment as soon as it is awake; false when the page has none with this id. */
export function propose(instance: string, detail: ProposeDetail): boolean {
  const element = document.getElementById(instance);
  if (!element) return false;
  void customElements
    .whenDefined(element.localName)
    .then(() => element.dispatchEvent(new CustomEvent<ProposeDetail>(PROPOSE, { detail })));
  return true;
}

/** Chance is no setting of an argument: a run with another seed is still a run of the same experiment. */
export const CHANCE: readonly string[] = ['seed'];

/** The names of settings in which two runs differ, those in `free` left out. */
export function differing(a: AnySettings, b: AnySettings, free: readonly string[]): string[] {
  return Object.keys(a).filter((name) => !free.includes(name) && a[name] !== b[name]);
}
