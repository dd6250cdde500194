/** How much of an item was done, 0 to 1, and the known wrong answer that was given. */
export interface Share {
  readonly share: number;
  readonly wrong?: string;
}
