/** What is said of files that were made. */
export const NEW_SAYS = {
  edition: (folder: string) =>
    `These files belong to the edition in ${folder}: name a lesson in a part of its edition.yaml, and give each command --edition ${folder}.`,
} as const;
