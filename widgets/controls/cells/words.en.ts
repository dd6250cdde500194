/** What a grid of cells says; it comes with its code. */
export const CELLS_WORDS = {
  keys: (label: string) => `${label}: arrows move, the space bar paints or wipes a cell`,
  full: (most: number) => `${most} cells are the most: wipe one first.`,
  clear: 'Clear',
} as const;
