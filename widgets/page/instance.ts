/** One experiment on the page, as its parts know it: the state that they share, and what each may ask of it. */
import type { Announcer } from './announcer.ts';
import type { Linked } from './link.ts';
import type { Drawn, Stage } from './stage.ts';
import type { OutcomeDetail, RunBy } from '../kit/contract/border.ts';
import type { AnySettings } from '../kit/contract/params.ts';
import type { AnyWidget } from '../kit/contract/widget.ts';
import type { RunResult } from '../kit/record/run-record.ts';
import type { RunsAtHand } from '../kit/record/runs-at-hand.ts';
import type { SettingsState } from '../kit/record/settings-state.ts';
import type { OpenAction } from '../kit/views/actions.ts';

export interface Instance {
  readonly widget: AnyWidget;
  readonly element: HTMLElement;
  readonly stage: Stage;
  readonly announcer: Announcer;
  readonly settings: SettingsState;
  /** What has been run here, by the button or for a curve. */
  readonly known: RunsAtHand;
  /** The last whole run that the reader settled on: what the next one is compared with. */
  readonly settled: RunResult | undefined;
  pinned: RunResult | undefined;
  /** The moment of the run that is looked at; nothing: the last. */
  moment: number | undefined;
  /** What a link has hidden and locked. */
  readonly limits: Pick<Linked, 'hide' | 'lock'>;

  /** Shows sentences that the reader should know, and says them. */
  tell(...sentences: readonly string[]): void;
  /** Says what became of a run beside the present one. */
  fail(error: unknown): void;
  /** A setting moves under the reader's hand; `isShown`: its control shows it already. */
  drag(name: string, value: number | string, isShown?: boolean): void;
  /** The reader has let go: these settings count, with what follows from the one that was changed. */
  settle(settings: AnySettings, changed?: string): void;
  /** Takes what an action changes and says it; resolves when it has been answered. */
  act(action: Omit<OpenAction, 'id'>): Promise<void>;
  run(by?: RunBy): Promise<void>;
  /** The last whole run. Before the first, the start stands on the page: it is run again. */
  whole(): Promise<RunResult | undefined>;
  /** Draws a run at a moment; without one as it stands on paper. */
  draw(run: Drawn, moment?: number): void;
  /** Something was drawn: of a run on its way, with the share of its work that is done, or as it ended. */
  shown(run: Drawn, share?: number): void;
  /** A run that may be cited has ended. */
  ended(run: RunResult, state: OutcomeDetail['state'], by: RunBy): void;
  /** What a link says has changed: the address follows. */
  linked(): void;
}
