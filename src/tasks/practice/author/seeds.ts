/** What a proof asks of runs that chance and back ends move a little. */
import type { AnySettings } from '../../../../widgets/kit/contract/params.ts';
import { runsOnBackend, type AnyWidget } from '../../../../widgets/kit/contract/widget.ts';

/** Seeds at which what a question claims must hold. */
const SEEDS = [1, 2, 3, 4, 5];
/** Half a point: the back ends of a learner may differ by so much of a share. */
const SHARE_MARGIN = 0.005;

/** The same settings with each of these seeds; none where chance has no part. */
export function overSeeds(widget: AnyWidget, settings: AnySettings): readonly AnySettings[] {
  const hasSeed = Object.hasOwn(widget.params, 'seed');
  return hasSeed ? SEEDS.map((seed) => ({ ...settings, seed })) : [];
}

/** What a bound must be met by: a learner's shares differ a little between back ends, simulations do not. */
export function marginOf(widget: AnyWidget): (measure: string) => number {
  if (!runsOnBackend(widget)) return () => 0;
  return (name) => {
    const unit = widget.measures[name]?.unit;
    return unit === 'share' ? SHARE_MARGIN : unit === '%' ? SHARE_MARGIN * 100 : 0;
  };
}
