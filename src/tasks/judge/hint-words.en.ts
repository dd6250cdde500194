/** What the button of the hints says; fetched with them. */
export const showHint = (n: number, of: number): string => `Show a hint (${n} of ${of})`;
