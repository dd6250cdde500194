/** Other ways to look at a run than its figure. Their code comes when a reader turns to them; until then this stands for them. */
import { answersAtOnce } from '../kit/contract/widget.ts';
import type { BoardPanel } from './board/panel.ts';
import { LatePart } from './late-part.ts';
import type { Instance } from './instance.ts';
import type { Drawn } from './stage.ts';
import type { TimelinePanel } from './timeline/panel.ts';

export class Views {
  readonly #instance: Instance;
  readonly #timeline: LatePart<TimelinePanel>;
  readonly #board: LatePart<BoardPanel>;

  constructor(instance: Instance) {
    this.#instance = instance;
    const say = (sentence: string): void => instance.tell(sentence);
    this.#timeline = new LatePart(() => this.#timelinePanel(), say);
    this.#board = new LatePart(
      () => import('./board/panel.ts').then((code) => new code.BoardPanel(instance)),
      say,
    );
    if (this.#hasBoard) void this.#board.use(() => undefined, false);
    const place = instance.stage.part('timeline') as HTMLElement | null;
    const scrub = ({ type }: { readonly type: string }): void =>
      void this.#timeline.use((panel) => panel.scrub(type === 'change'));
    for (const type of ['input', 'change']) place?.addEventListener(type, scrub);
    // The slider may have been moved before this code was here.
    const range = place?.querySelector('input');
    if (range && range.value !== range.defaultValue) scrub({ type: 'change' });
  }

  /** Whether a run is played by what it has shown on its way. */
  get hasStages(): boolean {
    return this.#instance.widget.timeline?.kind === 'stages';
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
    const { settings, widget } = this.#instance;
    if (!this.#hasBoard || answersAtOnce(widget)) return;
    void this.#board.tell((panel) => {
      const { settled } = this.#instance;
      if (settled) panel.draw({ settings: settings.now, outcome: settled.outcome });
    });
  }

  /** Whether this instance has a place for rows or for what can be done next: one that has none fetches no code for them. */
  get #hasBoard(): boolean {
    const { stage } = this.#instance;
    return !!(stage.part('board') ?? stage.part('actions'));
  }

  /** A run was drawn: on its way, with the share of its work that is done, or as it ended. */
  shown(run: Drawn, share?: number): void {
    const { timeline } = this.#instance.widget;
    // Stages are kept as they come; of moments, the row that the build has drawn must say when there are none to play, and
    // when what is decided step by step can be gone back to.
    const isNews =
      timeline?.kind === 'moments'
        ? this.#hasBoard || timeline.count(run.outcome) < 2
        : share !== undefined;
    const deed = (panel: TimelinePanel): void => panel.shown(run, share);
    void (timeline && isNews ? this.#timeline.use(deed, false) : this.#timeline.tell(deed));
    this.drawn(run);
  }

  /** The figure shows a run at a moment: rows follow. */
  drawn(run: Drawn, moment?: number): void {
    void this.#board.tell((panel) => panel.draw(run, moment));
  }

  async #timelinePanel(): Promise<TimelinePanel> {
    const { stage, widget } = this.#instance;
    const { timeline } = widget;
    const [code, played] = await Promise.all([
      import('./timeline/panel.ts'),
      timeline?.kind === 'moments' ? timeline.played?.() : undefined,
    ]);
    stage.played = played;
    return new code.TimelinePanel(this.#instance);
  }
}
