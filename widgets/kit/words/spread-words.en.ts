/** What only a spread says: its words come with its code. */
export const SPREAD_WORDS = {
  curveNow: 'now',
  curvePinned: 'pinned',
  seed: (seed: string) => `seed ${seed}`,
  asSet: 'as it is set',
  spreadData: 'The curve as a table',
  spreadOver: 'Spread',
  spreadShow: 'and show',
  curveGuess: 'your prediction',
  spreadSays: (
    measure: string,
    param: string,
    low: string,
    at: string,
    high: string,
    highAt: string,
  ) => `${measure}, over ${param}: lowest at ${at} (${low}), highest at ${highAt} (${high}).`,
  spreadFlat: (measure: string, param: string, value: string) =>
    `${measure}, over ${param}: always ${value}.`,
  spreadGaps: (missing: number, all: number) =>
    `${missing} of ${all} settings ${missing === 1 ? 'gives' : 'give'} no value.`,
  familyReaches: (isLow: boolean, lines: readonly string[], value: string, at: string) =>
    lines.length === 0
      ? `all go ${isLow ? 'down' : 'up'} to ${value}`
      : `${lines.join(' and ')} ${lines.length === 1 ? 'goes' : 'go'} ${isLow ? 'lowest' : 'highest'} (${value} at ${at})`,
  familySays: (param: string, low: string, high: string) =>
    `Of the lines for ${param}, ${low}, and ${high}.`,
  meanOver: (measure: string, seeds: number) => `${measure}, mean of ${seeds} seeds`,
  meanOfSeeds: (seeds: number) => `mean of ${seeds} seeds`,
  mean: 'Mean',
  seedsApart: (at: string, low: string, high: string) =>
    `The seeds lie furthest apart at ${at}: from ${low} to ${high}.`,
  lineNow: (label: string) => `${label} (now)`,
  line: 'Line',
  share: 'share, 0 to 1',
  spreadBy: 'one line for each of',
  spreadByNothing: 'nothing',
  spreadBySeed: 'five seeds',
  spreadTrain: (models: number) => `Train ${models} ${models === 1 ? 'model' : 'models'}`,
  spreadAsk: (press: string) => `Press ${press} to see the curve.`,
  spreadStale: (press: string) =>
    `The settings have changed, and this is the curve of those before. Press ${press} to see theirs.`,
  spreadBegins: (models: number) => `Training ${models} ${models === 1 ? 'model' : 'models'}.`,
  spreadUnderWay: (how: string) => `Training: ${how}.`,
  spreadLeft: (percent: number, seconds: number | undefined) =>
    seconds === undefined ? `${percent} %` : `${percent} %, about ${seconds} s left`,
  spreadStopped: 'Stopped early: these points are what was known by then, and answer no question.',
  spreadNothing: 'Stopped before the first point.',
  spreadEmpty: 'None of these settings gives a value.',
} as const;
