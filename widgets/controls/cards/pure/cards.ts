/**
 * Cards sorted into named piles, or not placed yet. As a short text: each pile that has cards, and their ids:
 * `quick:a,b;slow:c`. A card that is named nowhere is not placed.
 */
import type { Adjusted, Surface, TextParam } from '../../../kit/contract/params.ts';
import { SORTING } from '#words/widgets/controls/cards/pure/words';

/** A card or a pile: its id stands in links, its text on the page. */
export interface Named {
  readonly id: string;
  readonly text: string;
}

/** What is sorted, and into what. */
export interface CardsShape {
  readonly cards: readonly Named[];
  readonly piles: readonly Named[];
}

/** A setting that is a sorting of cards. */
export interface CardsParam extends TextParam {
  readonly surface: Surface & { readonly shape: CardsShape };
}

/** The pile of each card that is placed, by their ids. */
export type Placing = ReadonlyMap<string, string>;

/** Where a text places the cards. Throws an Error that says what to write instead. */
export function readCards(shape: CardsShape, text: string): Placing {
  return read(shape, text).placing;
}

function read(
  { cards, piles }: CardsShape,
  text: string,
): { readonly placing: Placing; readonly twice: readonly string[] } {
  const placing = new Map<string, string>();
  const twice: string[] = [];
  for (const part of text
    .replace(/\s+/g, '')
    .split(';')
    .filter((one) => one !== '')) {
    const [pile = '', list = '', ...more] = part.split(':');
    if (more.length > 0 || !has(piles, pile)) throw new Error(wantedOf({ cards, piles }));
    for (const card of list.split(',').filter((one) => one !== '')) {
      if (!has(cards, card)) throw new Error(wantedOf({ cards, piles }));
      if (placing.has(card)) twice.push(textOf(cards, card));
      else placing.set(card, pile);
    }
  }
  return { placing, twice };
}

const has = (list: readonly Named[], id: string): boolean => list.some((one) => one.id === id);

/** The text of a card or a pile. */
export function textOf(list: readonly Named[], id: string): string {
  return list.find((one) => one.id === id)?.text ?? id;
}

function wantedOf({ cards, piles }: CardsShape): string {
  const ids = (list: readonly Named[]): string => list.map(({ id }) => id).join(', ');
  const [pile, first, second] = [piles[0]?.id, cards[0]?.id, cards[1]?.id];
  return SORTING.wanted(ids(piles), ids(cards), `${pile}:${first},${second}`);
}

/** A placing as text, in the one form that it always has: piles and cards in the author's order, empty piles left out. */
export function writeCards({ cards, piles }: CardsShape, placing: Placing): string {
  return piles
    .map(({ id }) => ({ id, inIt: cards.filter((card) => placing.get(card.id) === id) }))
    .filter(({ inIt }) => inIt.length > 0)
    .map(({ id, inIt }) => `${id}:${inIt.map((card) => card.id).join(',')}`)
    .join(';');
}

function parse(shape: CardsShape, text: string): string | Adjusted {
  const { placing, twice } = read(shape, text);
  const value = writeCards(shape, placing);
  if (twice.length === 0) return value;
  return { value, said: SORTING.twice(twice) };
}

/** How far the sorting has come, in words. */
export function cardsInWords(shape: CardsShape, text: string): string {
  const placing = readCards(shape, text);
  const all = shape.cards.length;
  const counts = shape.piles.map(
    ({ id, text: name }) => `${name} ${[...placing.values()].filter((pile) => pile === id).length}`,
  );
  const placed = placing.size === all ? SORTING.all(all) : SORTING.some(placing.size, all);
  return placing.size === 0 ? placed : `${placed}: ${counts.join(', ')}`;
}

/** Makes a setting of cards that the reader sorts; unless a default is given, none is placed. */
export /* @__NO_SIDE_EFFECTS__ */ function cards({
  cards: sorted,
  piles,
  default: start = '',
  ...param
}: Omit<CardsParam, 'kind' | 'surface' | 'parse' | 'say' | 'default'> &
  CardsShape & { readonly default?: string }): CardsParam {
  const shape = { cards: sorted, piles };
  return {
    ...param,
    kind: 'text',
    surface: { kind: 'cards', shape },
    default: start,
    parse: (text) => parse(shape, text),
    say: (text) => cardsInWords(shape, text),
  };
}
