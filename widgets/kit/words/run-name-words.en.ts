/** What is wanted where a setting names a run. */
export const RUN_NAMES = {
  setting: (name: string, wanted: string) => `for ${name}, ${wanted}`,
  inRange: (name: string, used: number) => `for ${name}, ${used} or another value in its range`,
  run: (runs: readonly string[], example: string) =>
    `a run of ${runs.join(' or ')}, with settings, such as ${example}`,
} as const;
