/** What is said of a file whose bytes mean nothing: what happened, then what to do. */
export const notHeld = (name: string, what: string): string =>
  `The file ${name} does not hold ${what}: it is damaged or not the published one. Reload the page to fetch it again.`;
/** What files hold. */
export const HELD = { digits: 'digits', messages: 'the messages' } as const;
