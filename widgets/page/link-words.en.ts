/** What a link may say besides settings. */
export const LINK_WANTED = {
  spread: 'a setting and a measure',
  moment: 'the number of a moment of an experiment that can be played',
  version: 'the number of a version',
  hideOrLock: 'hide or lock',
} as const;
