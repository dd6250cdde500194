/** The keys of a lecture. */
export const LECTURE_KEYS = [
  ['→ ↓ Page Down, Space', 'next step'],
  ['← ↑ Page Up', 'previous step'],
  ['O, Esc', 'overview of the steps'],
  ['B or .', 'black screen'],
  ['N', 'notes and clock in a second window'],
  ['F', 'full screen'],
] as const;
