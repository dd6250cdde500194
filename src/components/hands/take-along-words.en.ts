/** What stands beside a button that takes a run along. */
export const TAKE_ALONG = {
  first: 'the last one stored on this device; if there is none, the book’s model stays',
  none: 'none is stored on this device, so the book’s model stays',
  yours: 'yours',
} as const;
