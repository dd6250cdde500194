/** What the form that composes a link says. */
export const FORM = {
  lock: 'lock',
  lockOf: (label: string) => `Lock: ${label}`,
  hide: 'hide',
  hideOf: (label: string) => `Hide: ${label}`,
  copied: 'The link is copied.',
  select: 'The clipboard cannot be used here. The link is selected: copy it with Ctrl+C.',
} as const;
