/** The average training image of a digit: what a mark is painted over, faintly. */
import type { Widget } from '../../kit/contract/widget.ts';
import { imageAt, placesOf, split, type Digits } from '../../shared/digits/digits.ts';
import { unpack } from '../../shared/digits/packed.ts';
import { FILE, IMAGES, PIXELS } from './attack.ts';
import type { PoisonOutcome } from './outcome.ts';
import type { params, PoisonSettings } from './params.ts';

/** How dark it is against ink that is painted. */
const FAINT = 0.45;

/** The mean of the training images of the attacked digit, `PIXELS` values from 0 (paper) to 1 (ink), as the seed splits them. */
export function averageOf(
  images: Digits,
  { seed, source }: Pick<PoisonSettings, 'seed' | 'source'>,
): Float32Array {
  const { training } = split(images, IMAGES, seed, 'split');
  const places = placesOf(training, Number(source));
  const mean = new Float32Array(PIXELS);
  for (const place of places)
    imageAt(training, place).forEach((ink, at) => (mean[at] = (mean[at] ?? 0) + ink));
  return mean.map((ink) => ink / places.length);
}

/** The widget with that average below its painter, for the build, which has the file's bytes. Throws a DataFault for others. */
export function overAverage(
  widget: Widget<typeof params, PoisonOutcome>,
  bytes: Uint8Array,
  start: Pick<PoisonSettings, 'seed' | 'source'>,
): Widget<typeof params, PoisonOutcome> {
  const { patch } = widget.params;
  const pixels = [...averageOf(unpack(FILE, bytes), start)].map((ink) => 16 * FAINT * ink);
  const says = `faint: the average ${start.source}`;
  const under = { with: 'source', at: start.source, pixels, says };
  return {
    ...widget,
    params: { ...widget.params, patch: { ...patch, surface: { ...patch.surface, under } } },
  };
}
