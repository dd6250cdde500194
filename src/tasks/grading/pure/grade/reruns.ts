/** What a grader believes of a run that it has repeated. What a file says of its own runs is compared and never used. */
import type { Measured } from '../../../../../widgets/kit/contract/widget.ts';

/** What came of repeating a run. */
export type Rerun =
  | {
      readonly state: 'done';
      readonly measures: Measured;
      readonly why: Readonly<Record<string, string>>;
    }
  /** No page writes such settings: it is not repeated. */
  | { readonly state: 'refused'; readonly why: string }
  /** It broke, or took too long: no fault of the student’s. */
  | { readonly state: 'failed'; readonly why: string };

/** What has been repeated, by the run’s name. */
export type Reruns = ReadonlyMap<string, Rerun>;

/** Whether what a file says of a run is what the run says itself, as near as back ends agree. */
export function agrees(
  said: Measured,
  found: Measured,
  band: (measure: string) => number | undefined,
): boolean {
  return Object.entries(found).every(([name, value]) => {
    const own = Object.hasOwn(said, name) ? said[name] : undefined;
    if (value === null || own === null || own === undefined) return own === value;
    const near = band(name);
    if (near === undefined) return true;
    return Math.abs(own - value) <= near + 1e-6 * Math.abs(value);
  });
}
