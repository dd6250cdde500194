/** What is said of a device that was timed; `item` is what a batch holds, an image or a text. */
export const DEVICE = {
  costs: (item: string, where: string, fixed: string, each: string) =>
    `On ${where}, a batch takes ${fixed} to get going and ${each} more for each ${item} in it.`,
  flat: (item: string, where: string, fixed: string) =>
    `On ${where}, a batch takes ${fixed} however many ${item}s are in it: what one ${item} adds is too small to measure.`,
  singly: (item: string, where: string, each: string) =>
    `On ${where}, each ${item} takes ${each}, alone or in a batch: what a batch takes to get going is too small to measure.`,
  together: (size: string, ratio: string, gain?: string) =>
    `${size} together took ${ratio} times as long as one, so ${gain ? `the device does ${gain} times as many in a second` : 'nothing is gained'}.`,
  guessed: (ratio: string) => `You guessed ${ratio} times.`,
  between: (fixed: readonly [string, string], each: readonly [string, string]) =>
    `Single rounds put the first between ${fixed[0]} and ${fixed[1]}, the second between ${each[0]} and ${each[1]}.`,
  fits: (off: string) => `Every size lies within ${off} of the line.`,
  fitsNot: (size: string, off: string, isLonger: boolean) =>
    `The line fits badly: a batch of ${size} took ${off} ${isLonger ? 'longer' : 'less'} than it says.`,
  level: (size: string) => `Up to ${size} together took hardly longer than one.`,
  coarse:
    'This browser’s clock moves in steps too long for such short times: take the numbers as rough.',
  busy: 'Something else kept the device busy: the same batch took now longer, now less. Measure again when it is quiet.',
  use: (rate: string, busy: string) =>
    `With these costs and ${rate} requests a second, the experiment has the device busy for ${busy} of the time if it takes them singly.`,
  useTexts: (rate: string) =>
    `With these costs and ${rate} requests a second, the machine of the experiment would be as busy as at its start if it had one place.`,
  clamped: (label: string, asked: string, used: string) =>
    `“${label}” would be ${asked}; the experiment takes ${used}.`,
  title: 'How long a batch takes',
  aside: 'bars: quickest and slowest round',
  x: (item: string) => `${item}s in the batch`,
  y: 'ms',
  line: 'the fitted line',
  oneByOne: 'one after another',
  guess: 'your guess',
  described: (item: string, sizes: string, first: string, last: string) =>
    `The time of a batch against its size, both by factors of ten, for ${sizes} sizes: from ${first} for one ${item} to ${last} for the largest batch, with the fitted line; a second line shows the ${item}s one after another.`,
  caption: 'Batches of this size, timed in each round',
  head: (item: string) => [
    `${item[0]?.toUpperCase()}${item.slice(1)}s`,
    'Middle round, ms',
    'Quickest, ms',
    'Slowest, ms',
    'The line, ms',
    'Off the line, %',
  ],
} as const;
