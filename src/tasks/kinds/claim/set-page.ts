/** A claim: its text is a field like others; runs of its experiment can be cited by it. */
import {
  OUTCOME,
  PINNED,
  type OutcomeDetail,
  type PinnedDetail,
} from '../../../../widgets/kit/contract/border.ts';
import { setUp } from '../../sets/page/experiment-place.ts';
import { wakeField } from '../../sets/page/fields.ts';
import type { ItemFrame } from '../../sets/page/item-frame.ts';
import type { ClaimItem } from './item.ts';
import { settingsIn } from '../../sets/pure/variants/variant.ts';
import { ClaimRuns } from './page/runs.ts';

/** Wakes it. */
export function wake(frame: ItemFrame<ClaimItem>): void {
  const { element, item, values } = frame;
  wakeField(frame);
  const runs = new ClaimRuns(frame);
  frame.on('start', () => void setUp(item.instance, element, settingsIn(item.start, values)));
  for (const name of [OUTCOME, PINNED]) {
    document.addEventListener(name, (event) => {
      const { id, run, ...rest } = (event as CustomEvent<OutcomeDetail | PinnedDetail>).detail;
      const isPart = 'state' in rest && rest.state === 'partial';
      if (id === item.instance && !isPart && element.isConnected) runs.offer(run, name === PINNED);
    });
  }
}
