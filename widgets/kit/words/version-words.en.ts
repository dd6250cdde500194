/** What is said of settings of another version: its words come with who reads them. */
export const VERSION_WORDS = {
  older: (version: string, now: string, isTranslated: boolean) =>
    `These settings are of version ${version} of this experiment; this is version ${now}. They are ${isTranslated ? 'translated' : 'used as they stand'}, and numbers from then may differ.`,
} as const;
