/** What a page shows of one experiment, by the handles that docs/interface.md lists, and the records that it has sent. */
import type { Page } from 'playwright';
import type { RunRecord } from '../../../widgets/kit/record/run-record.ts';

/** A run record, and how its run ended. */
export interface Sent {
  readonly run: RunRecord;
  readonly state: 'done' | 'partial';
}

/** What stands on the page. */
export interface Shown {
  readonly state: string;
  /** What the controls hold, by setting; a share in per cent, as it stands there. */
  readonly controls: Readonly<Record<string, string>>;
  /** What the address says of the experiment, its prefix left out; a setting may have the name of something else. */
  readonly address: readonly (readonly [name: string, text: string])[];
  readonly start: Readonly<Record<string, number | string>>;
  readonly table: string;
  /** The drawing that is visible. */
  readonly figure: string;
  /** The same, drawn again. */
  readonly redrawn: string;
  /** As it is for paper: on axes of its own, with no other run behind it, at its last moment; and its sentence. */
  readonly paper: { readonly figure: string; readonly takeaway: string };
  readonly status: string;
  readonly isPinned: boolean;
  readonly isCompared: boolean;
  readonly isSpread: boolean;
  readonly sent: readonly Sent[];
}

/** Keeps the records that an experiment sends, from now on. */
export async function listen(page: Page, id: string): Promise<void> {
  await page.evaluate((name) => {
    const sent: unknown[] = [];
    Object.assign(globalThis, { sent });
    document.addEventListener('outcome', (event) => {
      const { detail } = event as CustomEvent<{ readonly id: string }>;
      if (detail.id === name) sent.push(JSON.parse(JSON.stringify(detail)));
    });
  }, id);
}

/** Reads all of it at one moment. */
export function look(page: Page, id: string): Promise<Shown> {
  return page.evaluate((name) => {
    const element = document.getElementById(name) as HTMLElement;
    const part = (of: string): HTMLElement | null => element.querySelector(`[data-part="${of}"]`);
    const text = (of: string): string => part(of)?.textContent ?? '';
    const start = JSON.parse(element.dataset['start'] ?? '{}') as Record<string, number | string>;
    // Some have no control that is seen, and no label: a field holds them all the same.
    const fields = [...element.querySelectorAll<HTMLInputElement>('[data-part="form"] [name]')]
      .map((field) => [field.name, field.value] as const)
      .filter(([of]) => of in start);
    const query = [...new URLSearchParams(location.search)]
      .filter(([key]) => key.startsWith(`${name}.`))
      .map(([key, value]) => [key.slice(name.length + 1), value] as const);
    const drawn = (): string =>
      [...(part('figure')?.querySelectorAll('svg') ?? [])].find((one) => one.checkVisibility())
        ?.outerHTML ?? '';
    const figure = drawn();
    dispatchEvent(new Event('beforeprint'));
    const paper = { figure: drawn(), takeaway: text('takeaway') };
    dispatchEvent(new Event('afterprint'));
    return {
      state: element.dataset['state'] ?? 'idle',
      controls: Object.fromEntries(fields),
      address: query,
      start,
      table: [...(part('data')?.querySelectorAll('table') ?? [])]
        .map((one) => one.outerHTML)
        .join(''),
      figure,
      redrawn: drawn(),
      paper,
      status: text('status'),
      isPinned: part('pin')?.ariaPressed === 'true',
      isCompared: part('compare')?.hidden === false,
      isSpread: part('spread')?.hidden === false,
      sent: (globalThis as unknown as { sent: Sent[] }).sent,
    };
  }, id);
}
