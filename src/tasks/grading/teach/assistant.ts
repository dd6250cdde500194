/** An assistant’s share of the reading: it comes as a file, is read here, and goes back as a file. No key is needed. */
import { parcelIn, type Parcel, type ReadParcel, type Reading } from '../pure/grade/parcels.ts';
import type { ReadNow } from './protocol.ts';
import type { ReadingSource } from './reading.ts';

export class AssistantShare implements Omit<ReadingSource, 'draw'> {
  readonly parcel: Parcel;
  readonly #readings = new Map<string, Reading>();

  private constructor(parcel: Parcel) {
    this.parcel = parcel;
  }

  /** The share in a file; nothing where it is none. */
  static in(text: string): AssistantShare | undefined {
    const parcel = parcelIn(text);
    return parcel && new AssistantShare(parcel);
  }

  async at(skip: number): Promise<ReadNow> {
    const { answers } = this.parcel;
    const left = answers.filter(({ ref }) => !this.#readings.has(ref));
    const one = left[skip % Math.max(1, left.length)];
    if (!one) return { left: 0 };
    const { ref, ...rest } = one;
    const mine = answers.flatMap((other) => {
      const note = other.item === one.item ? this.#readings.get(other.ref)?.note : undefined;
      return note ? [note] : [];
    });
    return {
      left: left.length,
      answer: { ...rest, number: ref, at: 0, notes: [...new Set(mine)] },
    };
  }

  async decide(
    { number: ref }: NonNullable<ReadNow['answer']>,
    said: Omit<Reading, 'ref'>,
  ): Promise<void> {
    this.#readings.set(ref, { ref, ...said });
  }

  /** Goes on with what was read and saved before; readings of other answers are none of this share’s. */
  goOn({ readings }: ReadParcel): void {
    const own = new Set(this.parcel.answers.map(({ ref }) => ref));
    for (const one of readings) if (own.has(one.ref)) this.#readings.set(one.ref, one);
  }

  /** What the file that goes back is called. */
  get fileName(): string {
    const { assignment, assistant } = this.parcel;
    return `${assignment.id}-read-by-${assistant.replace(/[^\p{L}\p{N}]+/gu, '-')}.json`;
  }

  /** What goes back to the instructor. */
  get file(): ReadParcel {
    const { assignment, assistant } = this.parcel;
    return {
      format: 1,
      kind: 'read',
      assignment,
      assistant,
      readings: [...this.#readings.values()],
    };
  }
}
