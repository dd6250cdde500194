/** The fifteen images of MNIST's test part whose label few people agree with: where six of them lie in the packed set, and the nine others. */
import { range } from 'd3-array';
import { DataFault } from '#kit/contract';
import { pick, joined, type Digits } from './digits.ts';
import { MNIST14, PIXELS } from './mnist14.ts';
import { unpack, type PackedFile } from './packed.ts';
import { HELD, notHeld } from '#words/widgets/shared/words';

/** Its file: nine images, their labels, then seven bytes about each of the fifteen errors. */
export const LABEL_ERRORS = 'mnist-label-errors.bin';
const [FURTHER, ERRORS, NOTES] = [9, 15, 7];
/** Every third test image is in `mnist14.bin`. */
const EVERY = 3;
const OWN: PackedFile = { ...MNIST14, name: LABEL_ERRORS, moreThan: FURTHER - 1 };

/** What is known of one error: the label, what an algorithm guessed instead, and how many of five people chose which. */
export interface Check {
  readonly label: number;
  readonly guess: number;
  readonly forLabel: number;
  readonly forGuess: number;
  readonly forNeither: number;
}

/** The errors apart from all other digits. */
export interface Apart {
  /** The fifteen, each with the label that it was published with. */
  readonly errors: Digits;
  /** One for each error, in the same order. */
  readonly checks: readonly Check[];
  /** The packed set without those of them that it holds. */
  readonly rest: Digits;
}

/** Takes the errors out of the packed set and puts the others beside them. Throws a DataFault when the bytes cannot be that. */
export function errorsApart(digits: Digits, bytes: Uint8Array): Apart {
  const images = FURTHER * (PIXELS / 2 + 1);
  if (bytes.length !== images + ERRORS * NOTES)
    throw new DataFault(notHeld(LABEL_ERRORS, HELD.digits));
  const further = unpack(OWN, bytes.subarray(0, images));
  const notes = range(ERRORS).map((i) => [...bytes.subarray(images + i * NOTES)]);
  const places = notes.map(([upper = 0, lower = 0]) => 256 * upper + lower);
  const inside = places.filter((at) => at % EVERY === 0).map((at) => at / EVERY);
  // The fifteen in their order: those of the packed set, and the others one after another.
  const both = joined([pick(digits, inside), further]);
  let [own, other] = [0, inside.length];
  const order = places.map((at) => (at % EVERY === 0 ? own++ : other++));
  return {
    errors: pick(both, order),
    checks: notes.map(([, , label = 0, guess = 0, forLabel = 0, forGuess = 0, forNeither = 0]) => {
      return { label, guess, forLabel, forGuess, forNeither };
    }),
    rest: pick(
      digits,
      range(digits.count).filter((at) => !inside.includes(at)),
    ),
  };
}
