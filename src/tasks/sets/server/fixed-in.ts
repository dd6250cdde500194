/** What an experiment of a set has no control for, so that nobody moves it by mistake: all that no item lets a student move. */
import type { Table } from '../../../../widgets/kit/contract/params.ts';
import { WIDGETS } from '../../../book/widgets.ts';
import { widgetOf } from '../../practice/author/context.ts';
import type { ExperimentSource, ItemSource } from '../author/schema.ts';
import { kindOf } from '../kinds.ts';

/** The names of these settings, where the items stand with their experiment. */
export function fixedIn(
  { id, widget }: Pick<ExperimentSource, 'id' | 'widget'>,
  items: readonly ItemSource[],
): readonly string[] {
  const own = items.flatMap((item) => kindOf(item).experiment?.(item) ?? []);
  const sharing = own.filter((one) => one.id === id);
  const holdsSeed = sharing.some((one) => one.holdsSeed);
  const free = [...sharing.flatMap(({ vary }) => vary), ...(holdsSeed ? [] : ['seed'])];
  const table = widgetOf(WIDGETS, widget).params as Table;
  return Object.keys(table).filter((name) => !free.includes(name));
}
