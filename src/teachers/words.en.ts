/** What the form that composes a link says. */
export const FORM = {
  lock: 'lock',
  lockOf: (label: string) => `Lock: ${label}`,
  hide: 'hide',
  hideOf: (label: string) => `Hide: ${label}`,
  copied: 'The link is copied.',
  select: 'The clipboard cannot be used here. The link is selected: copy it with Ctrl+C.',
} as const;

/** How a lesson is taught, on the answer key. */
export const TEACH = {
  title: 'How to teach this lesson',
  lecture: 'Lecture it',
  minutes: (minutes: number) =>
    `step by step on a screen, whole or cut to 20 or 10 minutes, with votes. Reading it alone takes about ${minutes} minutes.`,
  usual: 'Often believed, and wrong:',
  board: 'For the board:',
  more: 'If everyone is right, ask this one from',
} as const;
