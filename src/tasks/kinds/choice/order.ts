/** In which order a student sees the options of a choice: that of their variant, so that “the second one” helps nobody else. */
import { seeded } from '../../../../widgets/kit/numbers/random.ts';
import type { ChoiceItem } from './item.ts';

/** The options’ ids. */
export function optionOrder(
  { id, options, ordered }: Pick<ChoiceItem, 'id' | 'options' | 'ordered'>,
  seed: number,
): readonly string[] {
  if (ordered) return options;
  const random = seeded(seed, `${id}/order`);
  const left = [...options];
  return options.map(() => left.splice(random.whole(left.length), 1)[0] ?? '');
}
