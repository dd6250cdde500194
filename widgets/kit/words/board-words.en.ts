/** What boards and actions say. */
export const BOARD_WORDS = {
  actions: 'What you can do',
  final: 'This cannot be undone.',
  cannot: (label: string, why: string) => `${label} is not possible: ${why}`,
  gone: 'That is no longer possible.',
  sealed: (label: string) =>
    `Undo cannot go behind “${label}”, because that decision is final. Reset starts again.`,
} as const;
