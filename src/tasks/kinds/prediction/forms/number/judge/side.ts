/** On which side of the run's number a guess lies: the name of what is said of it; none where it is near. */
export function sideOf(
  guess: number | undefined,
  truth: number | null | undefined,
  near = Infinity,
): readonly ('low' | 'high')[] {
  if (guess === undefined || typeof truth !== 'number') return [];
  if (Math.abs(guess - truth) <= near) return [];
  return [guess < truth ? 'low' : 'high'];
}
