/** What is said round the field in which a reader types against a model. */
export const TYPING = {
  title: 'Type against a model',
  type: 'Type your name, or whatever you like:',
  answers: 'The model answers after',
  ms: (time: number) => `${time} ms`,
  before: 'What you type stays in this field: it is not stored, and not sent anywhere.',
  /** Of so many keys, and so many times between two of them: their median, and how many are shorter than the answer takes. */
  told: (keys: number, times: number, middle: number, latency: number, late: number) => {
    const often = late === times ? 'every time' : `${late} of ${times} times`;
    const comes =
      late > 0
        ? `comes too late ${often}: your next key is faster`
        : 'is always there before your next key';
    return `${keys} keys, ${middle} ms apart (the median). A suggestion that takes ${latency} ms ${comes}.`;
  },
  axis: (most: number) =>
    `A bar for each of your keys: the time since the one before, up to ${most} ms. The dashed line is the model’s answer; a key whose bar ends below it was faster.`,
} as const;
