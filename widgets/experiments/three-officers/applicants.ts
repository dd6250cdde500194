/** The applicants: eleven facts of each, the banks' decision, and the group that the lenders put on record. */

/** A fact of an application, as a column of numbers. */
export interface Fact {
  readonly name: string;
  readonly values: Float64Array;
}

/** All of them, row by row as they were published. */
export interface Applicants {
  readonly count: number;
  readonly facts: readonly Fact[];
  readonly isBlack: Uint8Array;
  /** The banks approved the loan: the label. */
  readonly isApproved: Uint8Array;
}

/** The facts in the order of the file: numbers of two bytes, then the bits of the last column. */
const QUANTITIES = [
  ['payments to income', 1000],
  ['housing to income', 1000],
  ['loan to value', 1000],
  ['unemployment', 10],
] as const;
const BITS = [
  ['consumer credit history', 3],
  ['mortgage history', 2],
  ['bad public record', 1],
  ['self-employed', 1],
  ['condominium', 1],
  ['single', 1],
  ['high-school diploma', 1],
] as const;
/** The two bits above the facts. */
const [BLACK, DENIED] = [10, 11] as const;

/** Reads the packed file: each column as the low bytes of all rows, then the high ones. */
export function readApplicants(bytes: Uint8Array): Applicants {
  const count = bytes.length / (2 * (QUANTITIES.length + 1));
  const column = (i: number): Float64Array =>
    Float64Array.from({ length: count }, (_, row) => {
      const at = 2 * i * count + row;
      return (bytes[at] as number) + 256 * (bytes[at + count] as number);
    });
  const words = column(QUANTITIES.length);
  let from = 0;
  const graded = BITS.map(([name, width]) => {
    const shift = from;
    from += width;
    const mask = (1 << width) - 1;
    return { name, values: words.map((word) => (word >> shift) & mask) };
  });
  const flag = (bit: number): Uint8Array => Uint8Array.from(words, (word) => (word >> bit) & 1);
  return {
    count,
    facts: [
      ...QUANTITIES.map(([name, units], i) => ({
        name,
        values: column(i).map((value) => value / units),
      })),
      ...graded,
    ],
    isBlack: flag(BLACK),
    isApproved: flag(DENIED).map((denied) => 1 - denied),
  };
}
