/** Brings the code of a kind of control, found by its folder, and puts it between the form and the reader's hand. */
import type { LiveSurface, WakeSurface } from '../../controls/live.ts';
import type { Table, TextParam } from '../../kit/contract/params.ts';
import { setMarkup } from '../../run/page/trusted-types.ts';
import { LIVE, PADS } from './first-strokes.ts';

const CODE = import.meta.glob<{ readonly surface: WakeSurface<never> }>(
  '../../controls/*/surface.ts',
);

/** Wakes the control that stands in `place`. Rejects when its code does not come. */
export async function wakeSurface(
  place: HTMLElement,
  form: HTMLFormElement,
  table: Table,
  onDrag: (name: string, text: string) => void,
): Promise<LiveSurface> {
  const name = place.dataset['surface'] ?? '';
  const param = table[name] as TextParam;
  const field = form.elements.namedItem(name) as HTMLInputElement;
  const kind = param.surface?.kind ?? '';
  const code = await CODE[`../../controls/${kind}/surface.ts`]?.();
  if (!code) throw new Error(`There is no control "${kind}".`);
  const live = code.surface({
    place,
    param: param as never,
    field,
    setMarkup,
    drag: (text) => onDrag(name, text),
    settle: (text) => {
      field.value = text;
      field.dispatchEvent(new Event('change', { bubbles: true }));
    },
  });
  place.querySelector(PADS)?.dispatchEvent(new Event(LIVE));
  return live;
}
