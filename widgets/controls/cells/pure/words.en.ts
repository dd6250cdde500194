/** What painted cells say of themselves, and of a text that names none. */
export const PAINTING = {
  wanted: (last: string) => `cells from a1 to ${last}, such as b2c2`,
  atMost: (cells: number) => `at most ${cells} cells`,
  painted: (cells: number, most: number) => `${cells} of at most ${most} cells painted`,
} as const;
