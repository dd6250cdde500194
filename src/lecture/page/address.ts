/** What the address says of a lecture: the step, how long it may take, and what else is left out or kept. */

export interface Asked {
  /** Empty: the overview. */
  readonly step: string;
  /** So many minutes at most; nothing: the whole lesson. */
  readonly cut?: number | undefined;
  /** Steps that are left out though the cut keeps them, or kept though it does not. */
  readonly but: readonly string[];
}

export function askedIn(search: string): Asked {
  const query = new URLSearchParams(search);
  const cut = Number(query.get('cut'));
  return {
    step: query.get('lecture') ?? '',
    cut: cut > 0 ? cut : undefined,
    but: (query.get('but') ?? '').split(',').filter(Boolean),
  };
}

/** The address of a step of this lesson; settings of experiments are not in it. */
export function addressOf({ step, cut, but }: Asked): string {
  const address = new URL(location.href);
  const asked = new URLSearchParams({ lecture: step });
  if (cut) asked.set('cut', String(cut));
  if (but.length > 0) asked.set('but', but.join(','));
  address.search = asked.toString();
  return address.href.replaceAll('%2C', ',');
}

/** An address as readers have it; without one, that of the lesson itself. */
export function readerAddress(of: string = location.href): string {
  const address = new URL(of);
  address.search = '';
  return address.href;
}
