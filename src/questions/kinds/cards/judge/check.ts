/** Judges cards that were put on piles. */
import { idsIn, type Answer } from '../../../judge/answers.ts';
import { judged, unread, type AnswerKey, type Verdict } from '../../../judge/verdict.ts';
import { CARDS } from '#words/src/questions/kinds/cards/words';
import { VERDICTS } from '#words/src/questions/judge/verdict-words';

interface Card {
  readonly id: string;
  /** The piles on which it lies right. */
  readonly pile: readonly string[];
  readonly feedback: string;
  readonly why?: string | undefined;
}

/** What cards are judged by. */
export interface CardsKey extends AnswerKey {
  readonly kind: 'cards';
  readonly piles: readonly { readonly id: string }[];
  readonly cards: readonly Card[];
}

/** A card on a pile, as an answer names it. */
export const placed = (card: string, pile: string): string => `${card}:${pile}`;

/** The id under which it is said why a card lies right. */
export const whyOf = (card: string): string => `${card}-why`;

/**
 * Judges a list of `card:pile`. Each card that lies right counts, and each that does not takes back what chance would
 * have given; the feedback speaks of every card that lies wrong, or, when all lie right, says why.
 */
export function checkCards({ piles, cards }: CardsKey, answer: Answer): Verdict {
  const given = idsIn(answer);
  const onPile = (id: string): string | undefined =>
    piles.find((pile) => given.includes(placed(id, pile.id)))?.id;
  const missing = cards.filter(({ id }) => onPile(id) === undefined).length;
  if (missing > 0) return unread(CARDS.placeAll(missing));
  const wrong = cards.filter(({ id, pile }) => !pile.includes(onPile(id) ?? ''));
  if (wrong.length === 0) {
    const told = cards.filter(({ why }) => why !== undefined);
    const why = told.map((card) => card.why).join(' ');
    return judged(
      1,
      why || VERDICTS.right,
      told.map(({ id }) => whyOf(id)),
    );
  }
  const right = cards.length - wrong.length;
  const credit = Math.max(0, (right - wrong.length / (piles.length - 1)) / cards.length);
  const said = [CARDS.right(right, cards.length), ...wrong.map(({ feedback }) => feedback)];
  return judged(
    credit,
    said.join(' '),
    wrong.map(({ id }) => id),
  );
}
