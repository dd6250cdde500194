/** What its runs say to several predicted numbers, in words. */
export const SAID = {
  kept: (all: string) => `You said ${all}.`,
  each: (label: string, mine: string, run: string) =>
    `${label}: you said ${mine}, the run says ${run}.`,
  alone: (label: string, run: string) => `${label}: the run says ${run}.`,
} as const;
