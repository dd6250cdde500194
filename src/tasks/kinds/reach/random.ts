/** Settings by chance, as somebody might set them who has understood nothing. */
import { kindOf } from '../../../../widgets/controls/kinds.ts';
import { AuthorFault } from '../../../../widgets/kit/contract/author-settings.ts';
import type {
  AnySettings,
  NumberParam,
  Param,
  Table,
} from '../../../../widgets/kit/contract/params.ts';
import type { AnyWidget } from '../../../../widgets/kit/contract/widget.ts';
import { seeded, type Random } from '../../../../widgets/kit/numbers/random.ts';

/** Words of a text that is written by chance, at most. */
const MOST_WORDS = 6;

/** Where blind fiddling might end: each control that may be moved, somewhere on its own scale. */
export function randomSettings(
  widget: AnyWidget,
  vary: readonly string[],
  seed: number,
): AnySettings {
  const table = widget.params as Table;
  const entries = vary.map((name): readonly [string, number | string] => {
    const param = Object.hasOwn(table, name) ? table[name] : undefined;
    if (!param) throw new AuthorFault(`vary: ${widget.tag} has no control "${name}"`);
    return [name, randomValue(name, param, seeded(seed, name))];
  });
  return Object.fromEntries(entries);
}

function randomValue(name: string, param: Param, random: Random): number | string {
  if (param.kind === 'number') return randomNumber(param, random.uniform());
  const kind = param.kind === 'text' && kindOf(param);
  if (kind) return kind.random(param, random);
  if (param.kind === 'text' && param.byChance !== undefined) return someOf(param.byChance, random);
  const options = param.options ?? [];
  const option = options[random.whole(options.length)];
  if (!option) throw new AuthorFault(`vary: "${name}" has no list of values to choose from`);
  return option.value;
}

/** Up to six of the words, in a random order. */
function someOf(samples: string, random: Random): string {
  const words = samples.split(' ');
  const count = 1 + random.whole(Math.min(MOST_WORDS, words.length));
  return [...random.order(words.length)]
    .slice(0, count)
    .map((i) => words[i])
    .join(' ');
}

function randomNumber(param: NumberParam, share: number): number {
  const { min, max, step } = param;
  const low = param.scale === 'log' ? Math.max(min, step) : min;
  const raw = param.scale === 'log' ? low * (max / low) ** share : low + (max - low) * share;
  const onStep = min + Math.round((raw - min) / step) * step;
  return Number(Math.min(max, Math.max(min, onStep)).toPrecision(12));
}
