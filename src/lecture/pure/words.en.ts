/** Why a line of a poll holds no answer. */
export const POLL = {
  nothing: 'there is nothing after the name',
  none: (options: number) =>
    `there is no letter from A to ${String.fromCharCode(64 + options)} in it`,
  noOption: (said: string, options: number) =>
    `there is no ${said.trim()}; the letters go from A to ${String.fromCharCode(64 + options)}`,
  outside: (min: number | undefined, max: number | undefined, unit: string | undefined) =>
    `it is not ${min === undefined ? `at most ${max}` : max === undefined ? `at least ${min}` : `between ${min} and ${max}`}${unit ? ` ${unit}` : ''}`,
} as const;
