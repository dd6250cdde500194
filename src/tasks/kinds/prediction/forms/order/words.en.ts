/** What its runs say to a predicted order, in words. */
export const SORTED = {
  quoted: (text: string) => `“${text.replace(/\.$/, '')}”`,
  said: (mine: string) => `You said ${mine}.`,
  says: (isOne: boolean, order: string) =>
    `${isOne ? 'This run says' : 'These runs say'} ${order}.`,
  pairs: (right: number, all: number) =>
    right === all
      ? 'Every pair stood the right way round.'
      : right === 0
        ? 'No pair stood the right way round.'
        : `${right} of the ${all} pairs stood the right way round.`,
} as const;
