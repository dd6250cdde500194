/** What of a grid hangs on other settings of its form. */
import { focusedNear } from '../focused.ts';
import type { SurfaceHost } from '../live.ts';
import type { CellsParam } from './pure/cells.ts';

/** Shows the faint picture, or the reason why cells do not count, where these hold; returns whether the cells count. */
export function around({ place, field, param }: SurfaceHost<CellsParam>): boolean {
  const isAt = (name = '', value = ''): boolean =>
    (field.form?.elements.namedItem(name) as HTMLSelectElement | null)?.value === value;
  for (const one of place.querySelectorAll<HTMLElement>('[data-with]'))
    one.toggleAttribute('hidden', !isAt(one.dataset['with'], one.dataset['at']));
  const { counts } = param.surface;
  const doesCount = !counts || isAt(counts.with, counts.at);
  const unused = place.querySelector<HTMLElement>('.cells-unused');
  if (unused && unused.hidden !== doesCount) holding(field.form, () => (unused.hidden = doesCount));
  return doesCount;
}

/** The control of a form that has the focus stays where it is in the window, whatever comes or goes above it. */
function holding(form: HTMLFormElement | null, change: () => void): void {
  const focused = form && focusedNear(form);
  const held = form?.contains(focused) ? focused : null;
  const top = (): number => held?.getBoundingClientRect().top ?? 0;
  const before = top();
  change();
  const moved = top() - before;
  if (moved !== 0) scrollBy({ top: moved, behavior: 'instant' });
}
