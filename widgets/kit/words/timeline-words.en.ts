/** What a timeline says: its words come with its code, but for those that the build writes. */
export const TIMELINE_WORDS = {
  pause: 'Pause',
  back: 'One step back',
  forward: 'One step forward',
  speed: (times: string) => `${times}×`,
  speedIs: (times: string) => `Speed: ${times} times`,
  epochs: (count: number, done: string, planned: string) =>
    count === 0 ? 'before the first pass' : `after ${done} of ${planned} passes`,
  none: 'nothing to play',
  nothing: 'There is nothing to play yet: run the experiment first.',
} as const;
