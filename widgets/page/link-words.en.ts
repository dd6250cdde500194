/** What a link may say besides settings. */
export const LINK_WANTED = {
  spread: { name: 'spread', wanted: 'a setting and a measure' },
  moment: {
    name: 'moment',
    wanted: 'the number of a moment of an experiment that can be played',
  },
  version: { name: 'version', wanted: 'the number of a version' },
  hideOrLock: 'hide or lock',
} as const;

/** What is said of a link as a whole. */
export const LINK_WORDS = {
  unreadMore: (count: string) =>
    `${count} more ${count === '1' ? 'part' : 'parts'} of the link cannot be read.`,
  linkCut: (longest: string) =>
    `The link is longer than ${longest} characters; what stands beyond them is left out.`,
  newer: (version: string) =>
    `The link was made by a newer edition (version ${version}) of this experiment; what it has in common with this one is used.`,
} as const;
