/** Items put into an order. As a short text: their ids from first to last, with commas between them. */
import type { Adjusted, Surface, TextParam } from '../../../kit/contract/params.ts';
import { ORDERING } from '#words/widgets/controls/order/pure/words';

/** What is put into order: its id stands in links, its text on the page. */
export interface OrderItem {
  readonly id: string;
  readonly text: string;
}

/** A setting that is an order. */
export interface OrderParam extends TextParam {
  readonly surface: Surface & {
    readonly items: readonly OrderItem[];
    /** What the first and the last place mean. */
    readonly ends?: readonly [string, string];
  };
}

/** The items in the order that a text gives them: all of them, each once. Throws an Error that says what to write instead. */
export function readOrder(items: readonly OrderItem[], text: string): readonly OrderItem[] {
  const named = text.split(/[\s,;]+/).filter((id) => id !== '');
  const unknown = named.find((id) => !items.some((item) => item.id === id));
  if (unknown !== undefined) throw new Error(ORDERING.wanted(items.map(({ id }) => id).join(', ')));
  const first = [...new Set(named)].flatMap((id) => items.filter((item) => item.id === id));
  return [...first, ...items.filter((item) => !first.includes(item))];
}

/** An order as text, in the one form that it always has. */
export function writeOrder(items: readonly OrderItem[]): string {
  return items.map(({ id }) => id).join(',');
}

function parse(items: readonly OrderItem[], text: string): string | Adjusted {
  const ordered = readOrder(items, text);
  const value = writeOrder(ordered);
  const named = text.split(/[\s,;]+/).filter((id) => id !== '');
  const missing = ordered.filter(({ id }) => !named.includes(id)).map((item) => item.text);
  const twice = ordered.filter(({ id }) => named.indexOf(id) !== named.lastIndexOf(id));
  const said = [
    missing.length > 0 && ORDERING.missing(missing),
    twice.length > 0 && ORDERING.twice(twice.map((item) => item.text)),
  ].filter(Boolean);
  return said.length > 0 ? { value, said: said.join('; ') } : value;
}

/** Makes a setting of items that the reader puts into order; unless a default is given, they start as they stand. */
export /* @__NO_SIDE_EFFECTS__ */ function order({
  items,
  ends,
  default: start = writeOrder(items),
  ...param
}: Omit<OrderParam, 'kind' | 'surface' | 'parse' | 'say' | 'default'> &
  Omit<OrderParam['surface'], 'kind'> & { readonly default?: string }): OrderParam {
  return {
    ...param,
    kind: 'text',
    surface: { kind: 'order', items, ...(ends && { ends }) },
    default: start,
    parse: (text) => parse(items, text),
    say: (text) =>
      readOrder(items, text)
        .map((item) => item.text)
        .join(' → '),
  };
}
