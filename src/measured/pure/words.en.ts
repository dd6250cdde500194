/** What is said of a pinned run. */
export const PINNED_RUN = { asAtStart: 'as at the start' } as const;
