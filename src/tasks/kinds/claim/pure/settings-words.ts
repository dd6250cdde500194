/** The settings of a run in words: those that are not as at the start. */
import type { AnySettings } from '../../../../../widgets/kit/contract/params.ts';
import { exact, withUnit } from '../../../../../widgets/kit/draw/format.ts';
import type { ClaimItem } from '../item.ts';
import { CLAIMED } from './words.en.ts';

/** `Largest batch 16, Longest wait 60 ms`. */
export function settingsWords(
  { settings: names }: Pick<ClaimItem, 'settings'>,
  start: AnySettings,
  settings: AnySettings,
): string {
  const moved = Object.entries(settings).filter(([name, value]) => start[name] !== value);
  const words = moved.map(([name, value]) => {
    const how = Object.hasOwn(names, name) ? names[name] : undefined;
    const text = how?.names?.[value] ?? withUnit(exact(value), how?.unit);
    return `${how?.label ?? name} ${text}`;
  });
  return words.join(', ') || CLAIMED.asStarted;
}
