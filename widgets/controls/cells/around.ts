/** What of a grid hangs on other settings of its form. */
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
  place.querySelector('.cells-unused')?.toggleAttribute('hidden', doesCount);
  return doesCount;
}
