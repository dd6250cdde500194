/** Other ways to look at a run than its figure. Their code comes when a reader turns to them; until then this stands for them. */
import { answersAtOnce, type AnyWidget } from '../kit/contract/widget.ts';
import type { SettingsState } from '../kit/record/settings-state.ts';
import type { OpenAction } from '../kit/views/actions.ts';
import type { Announcer } from './announcer.ts';
import type { BoardPanel } from './board/panel.ts';
import { LatePart } from './late-part.ts';
import type { Drawn, Stage } from './stage.ts';
import type { TimelinePanel } from './timeline/panel.ts';
import type { Tools } from './tools.ts';
import type { Trials } from './trials.ts';

interface ViewsHost {
  readonly announcer: Announcer;
  readonly settings: SettingsState;
  readonly stage: Stage;
  readonly tools: Tools;
  readonly trials: Trials;
  tell(sentences: readonly string[]): void;
  run(): Promise<void>;
  act(action: Omit<OpenAction, 'id'>): Promise<void>;
}

export class Views {
  /** The moment of the run that is looked at; nothing: the last. */
  moment: number | undefined;
  readonly #widget: AnyWidget;
  readonly #host: ViewsHost;
  readonly #timeline: LatePart<TimelinePanel>;
  readonly #board: LatePart<BoardPanel>;

  constructor(widget: AnyWidget, host: ViewsHost) {
    this.#widget = widget;
    this.#host = host;
    const say = (sentence: string): void => host.tell([sentence]);
    this.#timeline = new LatePart(() => this.#timelinePanel(), say);
    this.#board = new LatePart(() => this.#boardPanel(), say);
    if (this.#hasBoard) void this.#board.use(() => undefined, false);
    const place = host.stage.part('timeline') as HTMLElement | null;
    const scrub = ({ type }: { readonly type: string }): void =>
      void this.#timeline.use((panel) => panel.scrub(type === 'change'));
    for (const type of ['input', 'change']) place?.addEventListener(type, scrub);
    // The slider may have been moved before this code was here.
    const range = place?.querySelector('input');
    if (range && range.value !== range.defaultValue) scrub({ type: 'change' });
  }

  /** Whether a run is played by what it has shown on its way. */
  get hasStages(): boolean {
    return this.#widget.timeline?.kind === 'stages';
  }

  /** A button of the timeline was pressed. */
  play(does: string, of?: string): void {
    void this.#timeline.use((panel) => panel.press(does, of));
  }

  /** Goes to a moment that a link asks for. */
  open(moment: number): void {
    void this.#timeline.use((panel) => panel.open(moment));
  }

  /** An action was pressed, or a row of a board. */
  act(does: 'press' | 'select', of?: string): void {
    void this.#board.use((panel) => panel[does](of));
  }

  /** Undo was pressed, and a final decision stands before it. */
  sealed(): void {
    void this.#board.use((panel) => panel.sealed());
  }

  /** The settings have moved on: where no run follows by itself, what can be done follows from the run at hand. */
  moved(): void {
    const { settings, trials } = this.#host;
    if (!this.#hasBoard || answersAtOnce(this.#widget)) return;
    void this.#board.tell((panel) => {
      const { settled } = trials;
      if (settled) panel.draw({ settings: settings.now, outcome: settled.outcome });
    });
  }

  /** Whether this instance has a place for rows or for what can be done next: one that has none fetches no code for them. */
  get #hasBoard(): boolean {
    const { stage } = this.#host;
    return !!(stage.part('board') ?? stage.part('actions'));
  }

  /** A run was drawn: on its way, with the share of its work that is done, or as it ended. */
  shown(run: Drawn, share?: number): void {
    const { timeline } = this.#widget;
    // Stages are kept as they come; of moments, the row that the build has drawn must say when there are none to play, and
    // when what is decided step by step can be gone back to.
    const isNews =
      timeline?.kind === 'moments'
        ? this.#hasBoard || timeline.count(run.outcome) < 2
        : share !== undefined;
    const deed = (panel: TimelinePanel): void => panel.shown(run, share);
    void (timeline && isNews ? this.#timeline.use(deed, false) : this.#timeline.tell(deed));
    this.#drawn(run);
  }

  #drawn(run: Drawn, moment?: number): void {
    void this.#board.tell((panel) => panel.draw(run, moment));
  }

  async #boardPanel(): Promise<BoardPanel> {
    const host = this.#host;
    const { settings, stage, trials } = host;
    const code = await import('./board/panel.ts');
    const [board, actions] = [stage.part('board'), stage.part('actions')];
    return new code.BoardPanel(
      this.#widget,
      { id: stage.id, board, actions },
      {
        now: () => settings.now,
        run: async () => {
          const isBehind = !settings.isNow(trials.settled?.settings ?? settings.built);
          if (isBehind && answersAtOnce(this.#widget)) await host.run();
          return trials.whole();
        },
        act: (action) => host.act(action),
        tell: (sentence) => host.tell([sentence]),
      },
    );
  }

  async #timelinePanel(): Promise<TimelinePanel> {
    const host = this.#host;
    const { announcer, stage, tools, trials } = host;
    const { timeline } = this.#widget;
    const [code, played] = await Promise.all([
      import('./timeline/panel.ts'),
      timeline?.kind === 'moments' ? timeline.played?.() : undefined,
    ]);
    stage.played = played;
    return new code.TimelinePanel(this.#widget, stage.part('timeline'), {
      run: async () => stage.drawn ?? (await trials.whole().then(asDrawn)),
      draw: (run, moment) => {
        stage.draw(run, moment);
        this.#drawn(run, moment);
      },
      complete: () => stage.complete(),
      sentence: () => stage.sayable,
      say: (sentence) => announcer.now(sentence),
      tell: (sentence) => host.tell([sentence]),
      onMoment: (moment) => {
        this.moment = moment;
        tools.writeLink();
      },
    });
  }
}

/** A run to be drawn, compared with none. */
function asDrawn(run: Pick<Drawn, 'settings' | 'outcome'> | undefined): Drawn | undefined {
  return run && { settings: run.settings, outcome: run.outcome, before: undefined };
}
