/** What its runs say to a predicted choice, in words. */
export const PICKED = {
  quoted: (text: string) => `“${text.replace(/\.$/, '')}”`,
  kept: (mine: string) => `You said ${mine}.`,
  said: (mine: string, says: string) => `You said ${mine}; ${says}`,
  agreed: (mine: string, says: string) => `You said ${mine}, and ${says}`,
  says: (isOne: boolean, right: string, values: string) =>
    `${isOne ? 'this run says' : 'these runs say'} ${right} (${values}).`,
  value: (of: string, is: string) => `${of}: ${is}`,
  none: 'none of these',
} as const;

/** What is said where nothing has been picked yet. */
export const PICK = 'Choose one first.';
