/** Where the experiment says a measure. */
import { said, type Shown } from '../../seen/shown/pattern.ts';

export const SHOWN: readonly Shown[] = [
  [said('the loss of the network on what was held out is # nats'), 'mixLoss'],
  [said('the loss of both together on what was held out is # nats'), 'mixLoss'],
  [said('that of counting #\\.'), 'countingLoss'],
  [said('pairs, # by counting five in a row'), 'countingLoss'],
  [said('# % of the names that it writes stand'), 'knownShare', 100],
  [said('and # % of those by counting'), 'countingKnownShare', 100],
];
