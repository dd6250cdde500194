/** What is said in a terminal: of what others have written no sign moves it, colours it or turns a line round. */

const MOVES = /[^\P{Cc}\n\t]|[\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu;

export const forTerminal = (text: string): string => text.replace(MOVES, ' ');

/** A sentence on standard error, in a line of its own: a name with a line break in it begins no other. */
export const say = (sentence: string): void =>
  void process.stderr.write(`${forTerminal(sentence).replace(/\s+/gu, ' ')}\n`);
