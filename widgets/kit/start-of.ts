/** What an instance starts with. Build only: an author's mistake stops the build with a sentence. */
import { readSettings, type AnySettings, type Table } from './params.ts';
import type { AnyWidget } from './widget.ts';

/** The settings of an instance: the defaults, changed by what its author wrote. */
export function startOf(widget: AnyWidget, id: string, asked: AnySettings = {}): AnySettings {
  const params = widget.params as Table;
  const query = Object.fromEntries(Object.entries(asked).map(([k, v]) => [k, String(v)]));
  const { settings, clamped, unreadable } = readSettings(params, query);
  const faults = [
    ...unreadable.map(({ name, text, wanted }) => `${name} = ${text}: expected ${wanted}`),
    ...Object.entries(clamped).map(
      ([name, c]) => `${name} = ${c.asked} is out of range; nearest is ${c.used}`,
    ),
  ];
  if (faults.length > 0) {
    throw new Error(
      `<${widget.tag} id="${id}"> has settings it cannot have. ${faults.join('. ')}.`,
    );
  }
  return settings as AnySettings;
}
