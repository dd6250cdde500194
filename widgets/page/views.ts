/** Other ways to look at a run than its figure. Their code comes when a reader turns to them; until then this stands for them. */
import type { AnyWidget } from '../kit/contract/widget.ts';
import type { Announcer } from './announcer.ts';
import { LatePart } from './late-part.ts';
import type { Drawn, Stage } from './stage.ts';
import type { TimelinePanel } from './timeline/panel.ts';
import type { Tools } from './tools.ts';
import type { Trials } from './trials.ts';

interface ViewsHost {
  readonly announcer: Announcer;
  readonly stage: Stage;
  readonly tools: Tools;
  readonly trials: Trials;
  tell(sentences: readonly string[]): void;
}

export class Views {
  /** The moment of the run that is looked at; nothing: the last. */
  moment: number | undefined;
  readonly #widget: AnyWidget;
  readonly #host: ViewsHost;
  readonly #timeline: LatePart<TimelinePanel>;

  constructor(widget: AnyWidget, host: ViewsHost) {
    this.#widget = widget;
    this.#host = host;
    this.#timeline = new LatePart(
      () => this.#timelinePanel(),
      (sentence) => host.tell([sentence]),
    );
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

  /** A run was drawn: on its way, with the share of its work that is done, or as it ended. */
  shown(run: Drawn, share?: number): void {
    const isStage = share !== undefined && this.hasStages;
    const deed = (panel: TimelinePanel): void => panel.shown(run, share);
    void (isStage ? this.#timeline.use(deed, false) : this.#timeline.tell(deed));
  }

  async #timelinePanel(): Promise<TimelinePanel> {
    const host = this.#host;
    const { announcer, stage, tools, trials } = host;
    const { TimelinePanel } = await import('./timeline/panel.ts');
    return new TimelinePanel(this.#widget, stage.part('timeline'), {
      run: async () => stage.drawn ?? (await trials.whole().then(asDrawn)),
      draw: (run, moment) => stage.draw(run, moment),
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
