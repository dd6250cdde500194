/** The applicants: eleven facts of each, the banks' decision, and the group that the lenders put on record. */

/** A fact of an application, as a column of numbers. */
export type Fact = Readonly<{ name: string; values: Float64Array }>;
/** All of them, row by row as they were published. */
export type Applicants = ReturnType<typeof readApplicants>;

/** The facts in the order of the file: numbers of two bytes, each in so many parts of its unit. */
const QUANTITIES = [
  ['payments to income', 1000],
  ['housing to income', 1000],
  ['loan to value', 1000],
  ['unemployment', 10],
] as const;
/** Those of the last column: the first bit, and how many. Two bits above them are not for models to use. */
const BITS = [
  ['consumer credit history', 0, 3],
  ['mortgage history', 3, 2],
  ['bad public record', 5, 1],
  ['self-employed', 6, 1],
  ['condominium', 7, 1],
  ['single', 8, 1],
  ['high-school diploma', 9, 1],
] as const;
const [BLACK, DENIED] = [10, 11];

/** Reads the packed file: each column as the low bytes of all rows, then the high ones. */
export function readApplicants(bytes: Uint8Array) {
  const count = bytes.length / (2 * (QUANTITIES.length + 1));
  const column = (i: number): Float64Array =>
    Float64Array.from({ length: count }, (_, row) => {
      const at = 2 * i * count + row;
      return (bytes[at] as number) + 256 * (bytes[at + count] as number);
    });
  const words = column(QUANTITIES.length);
  const bits = (from: number, width = 1): Float64Array =>
    words.map((word) => (word >> from) & ((1 << width) - 1));
  const facts: readonly Fact[] = [
    ...QUANTITIES.map(([name, units], i) => ({
      name,
      values: column(i).map((one) => one / units),
    })),
    ...BITS.map(([name, from, width]) => ({ name, values: bits(from, width) })),
  ];
  const isBlack = Uint8Array.from(bits(BLACK));
  /** The banks approved the loan: the label. */
  const isApproved = Uint8Array.from(bits(DENIED), (denied) => 1 - denied);
  return { count, facts, isBlack, isApproved };
}
