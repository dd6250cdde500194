/** Proves that every card has its pile, that no pile is a decoy by mistake, and that the right piles earn full credit. */
import type { BookQuestion, Faults } from '../../author/contract.ts';
import { checkCards, placed, whyOf } from './judge/check.ts';
import type { CardsQuestion } from './schema.ts';

/** The faults of a question with cards, each with what to do. */
export function proveCards({ question }: BookQuestion<CardsQuestion>): Faults {
  const { cards, piles } = question;
  const faults: string[] = [];
  const ids = cards.flatMap(({ id }) => [id, whyOf(id)]);
  if (new Set(ids).size < ids.length) faults.push('two cards have the same id');
  const names = piles.map(({ id }) => id);
  if (new Set(names).size < names.length) faults.push('two piles have the same id');
  for (const { id, pile } of cards) {
    const stray = pile.filter((one) => !names.includes(one));
    if (stray.length > 0) {
      faults.push(`"${id}" lies on ${stray.join(', ')}; the piles are ${names.join(', ')}`);
    }
    if (pile.length === names.length) faults.push(`"${id}" is right on every pile; name fewer`);
    if (pile.length > 1 && cards.every((card) => card.id !== id || card.why === undefined)) {
      faults.push(`"${id}" may lie on ${pile.join(' or ')}; say why`);
    }
  }
  if (names.some((one) => cards.every(({ pile }) => pile.length === 1 && pile[0] === one))) {
    faults.push('all cards lie on one pile; nothing is sorted');
  }
  if (faults.length > 0) return faults;
  const right = cards.map(({ id, pile: [first = ''] }) => placed(id, first));
  return checkCards(question, right).correct ? [] : ['its own piles do not earn full credit'];
}
