/** What a composer is told of each item of the stock, and what items amount to together. */

export interface Offer {
  readonly id: string;
  /** Its objective. */
  readonly title: string;
  /** The lesson that it belongs to, as in its address. */
  readonly lesson: string;
  readonly idea: string;
  readonly kind: string;
  readonly minutes: number;
  readonly points: number;
  /** Its answer is in the book. */
  readonly isOpen: boolean;
  /** Of a kept item: how many distinct answers it has, and the share of its points that one message for all earns. */
  readonly distinct: number;
  readonly earns: number;
}

/** What a set amounts to. */
export interface Amount {
  readonly points: number;
  readonly minutes: number;
  /** Points of items whose answers are in the book. */
  readonly openPoints: number;
  /** The share of the points that the best message earns which everybody pastes, 0 to 1. */
  readonly copied: number;
}

/** Adds up; each item with the points that it has in the set. */
export function amountOf(
  chosen: readonly { readonly offer: Offer; readonly points: number }[],
): Amount {
  const sum = (of: (one: (typeof chosen)[number]) => number): number =>
    chosen.reduce((all, one) => all + of(one), 0);
  const points = sum((one) => one.points);
  const copied = sum((one) => one.points * (one.offer.isOpen ? 1 : one.offer.earns));
  return {
    points,
    minutes: sum(({ offer }) => offer.minutes),
    openPoints: sum((one) => (one.offer.isOpen ? one.points : 0)),
    copied: points === 0 ? 0 : copied / points,
  };
}

/** The offers in which every word of a search stands somewhere, of one lesson, kind or sort where that is asked for. */
export function found(
  offers: readonly Offer[],
  words: string,
  isMeant: (one: Offer) => boolean,
  said: (one: Offer) => string,
): readonly Offer[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  return offers.filter((one) => {
    const text = said(one).toLowerCase();
    return isMeant(one) && wanted.every((word) => text.includes(word));
  });
}
