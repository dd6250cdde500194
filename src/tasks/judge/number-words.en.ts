/** What is said to a number that cannot be taken as it was typed. */
export const NUMBERS = {
  empty: 'Write a number first.',
  notNumber: (text: string) => `“${text}” cannot be read as a number. Write digits, as in 12.5.`,
  comma: (point: string) => `Is the comma a decimal point? Write ${point} with a point.`,
  otherUnit: (unit: string, wanted: string | undefined) =>
    wanted
      ? `The answer is wanted in ${wanted}, not in ${unit}.`
      : `Write the number without “${unit}”.`,
  writtenOut: (text: string) => `Do you mean ${text}? Write it that way.`,
  percent: (text: string, times: string) =>
    `Do you mean ${text} % or ${times} %? Write it with the % sign.`,
} as const;
