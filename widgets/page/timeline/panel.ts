/** A timeline on the page: its buttons, its slider, its clock. Fetched when a reader touches one, or when a run has stages to keep. */
import type { AnyWidget } from '../../kit/contract/widget.ts';
import { number } from '../../kit/draw/format.ts';
import { Playhead } from '../../kit/views/playhead.ts';
import { atStart } from '../../kit/draw/run-markup.ts';
import { reelOf, type Reel } from '../../kit/views/reel.ts';
import { KeptStages } from '../../kit/views/stages.ts';
import { FRAME_WORDS } from '#words/widgets/kit/words/frame-words';
import { TIMELINE_WORDS } from '#words/widgets/kit/words/timeline-words';
import type { Instance } from '../instance.ts';
import { wantsCalm } from '../next-frame.ts';
import type { Drawn } from '../stage.ts';
import { WORDS } from '#words/widgets/kit/words/words';
import { TimelineRow } from './row.ts';

/** A frame that comes so late, in milliseconds, was held up: what is played goes on from where it was. */
const LATE_FRAME = 100;

export class TimelinePanel {
  readonly #widget: AnyWidget;
  readonly #instance: Instance;
  readonly #row: TimelineRow;
  readonly #head = new Playhead();
  readonly #stages = new KeptStages<unknown>();
  #run: Drawn | undefined;
  /** The run that the figure shows, on its way. */
  #coming: Promise<Drawn | undefined> | undefined;
  #reel: Reel<Drawn> | undefined;
  /** The settings of the run that the stages are of. */
  #ran: Drawn['settings'] = {};
  /** How often the slider was moved. */
  #moves = 0;
  #isPlaying = false;
  /** The moment that the address knows of. */
  #seen: number | undefined;
  #label = '';

  constructor(instance: Instance) {
    const place = instance.stage.part('timeline');
    this.#widget = instance.widget;
    this.#instance = instance;
    this.#row = new TimelineRow(place);
    // With the row, what is played: a figure, or a board in its place.
    new IntersectionObserver((entries) => {
      if (!entries.at(-1)?.isIntersecting) this.#halt();
    }).observe(place.parentElement ?? place);
    document.addEventListener('visibilitychange', () => this.#halt());
    addEventListener('beforeprint', () => this.#print());
    addEventListener('afterprint', () => this.#run && this.#draw());
  }

  get #hasStages(): boolean {
    return this.#widget.timeline?.kind === 'stages';
  }

  /** Why there is nothing to play. */
  get #none(): string {
    const { timeline } = this.#widget;
    if (timeline?.kind === 'stages') return FRAME_WORDS.stagesWait;
    return timeline?.none ?? TIMELINE_WORDS.none;
  }

  /** A button was pressed. */
  async press(does: string, of?: string): Promise<void> {
    await this.#ready();
    if (does === 'pause') this.#end();
    else if (does === 'speed') this.#speed();
    else if (this.#head.last < 1)
      this.#instance.announcer.now(this.#hasStages ? TIMELINE_WORDS.nothing : atStart(this.#none));
    else if (does === 'play') this.#play();
    else {
      this.#pause();
      this.#head.step(of === '-1' ? -1 : 1);
      this.#draw();
      this.#stay();
    }
  }

  /** The slider was moved, or let go. */
  async scrub(isLetGo: boolean): Promise<void> {
    const at = this.#row.slid;
    this.#moves += 1;
    const move = this.#moves;
    await this.#ready();
    // While the run was on its way, it was moved again, or a finger that scrolls has given it back.
    if (move !== this.#moves) return;
    this.#pause();
    this.#head.go(at);
    this.#draw();
    if (isLetGo) this.#stay();
    else if (this.#head.isAtEnd) this.#told();
  }

  /** Goes to a moment that a link asks for, or as near as there is one. */
  async open(moment: number): Promise<void> {
    await this.#ready();
    this.#head.go(moment);
    this.#draw();
    this.#told();
    if (this.#head.moment === moment) return;
    const [asked, used] = [moment, this.#head.moment].map((one) => number(one));
    this.#instance.tell(WORDS.clamped(FRAME_WORDS.moment, asked ?? '', used ?? ''));
  }

  /** A run was drawn: on its way, with the share of its work that is done, or as it ended. What was played before is over. */
  shown(run: Drawn, share?: number): void {
    this.#pause();
    if (share !== undefined && this.#hasStages) {
      if (run.settings !== this.#ran) this.#stages.forget();
      this.#ran = run.settings;
      this.#stages.add(run.outcome, share);
    }
    this.#take(run);
    if (this.#seen !== undefined) this.#told();
    // What a run has shown goes with it.
    if (share === undefined && this.#head.last < 1) this.#stages.forget();
  }

  async #ready(): Promise<void> {
    const run = this.#run ?? (await (this.#coming ??= this.#whole()));
    this.#coming = undefined;
    if (run && !this.#run) this.#take(run);
  }

  /** The run that the figure shows; compared with none where it is run again. */
  async #whole(): Promise<Drawn | undefined> {
    const { stage } = this.#instance;
    if (stage.drawn) return stage.drawn;
    const run = await this.#instance.whole();
    return run && { settings: run.settings, outcome: run.outcome, before: undefined };
  }

  #take(run: Drawn): void {
    const kept = { settings: this.#ran, outcomes: this.#stages.outcomes };
    this.#run = run;
    this.#reel = reelOf(this.#widget, run, kept);
    this.#head.load(this.#reel.count, this.#reel.glides);
    this.#row.load(this.#reel.count);
    this.#show();
  }

  #play(): void {
    if (this.#isPlaying) return;
    if (this.#head.isAtEnd) this.#head.go(0);
    this.#isPlaying = true;
    this.#row.play(true);
    this.#draw();
    this.#instance.announcer.now(atStart(this.#label));
    let before: number | undefined;
    const next = (now: number): void => {
      if (!this.#isPlaying) return;
      const passed = Math.min(LATE_FRAME, now - (before ?? now));
      before = now;
      const isMore = this.#head.play(passed, this.#reel?.seconds ?? 1) && !wantsCalm();
      this.#draw();
      if (isMore) requestAnimationFrame(next);
      else this.#end();
    };
    requestAnimationFrame(next);
  }

  #pause(): void {
    if (!this.#isPlaying) return;
    this.#isPlaying = false;
    this.#row.play(false);
    this.#head.go(this.#head.moment);
  }

  /** Stops at a whole moment, of which figure, label and sentence tell alike. */
  #halt(): void {
    if (!this.#isPlaying) return;
    this.#pause();
    this.#draw();
  }

  /** Play has ended, by itself or by the reader: it is said where. */
  #end(): void {
    this.#halt();
    this.#stay();
  }

  #stay(): void {
    const { timeline } = this.#widget;
    // A stage has a sentence of its own, and so may a moment.
    const isTold = timeline?.kind === 'stages' || timeline?.played;
    const sentence = isTold ? this.#instance.stage.sayable : '';
    this.#instance.announcer.now(`${atStart(this.#label)}${sentence && `. ${sentence}`}`);
    this.#told();
  }

  #told(): void {
    const { isAtEnd, moment } = this.#head;
    this.#seen = isAtEnd ? undefined : moment;
    this.#instance.moment = this.#seen;
    this.#instance.linked();
  }

  #speed(): void {
    const times = this.#head.nextSpeed();
    this.#row.speed(times);
    this.#instance.announcer.now(TIMELINE_WORDS.speedIs(String(times)));
  }

  #draw(): void {
    const frame = this.#reel?.frame(this.#head.at);
    if (frame) this.#instance.draw(frame.run, frame.moment);
    this.#show();
  }

  /** The row follows. */
  #show(): void {
    const { moment } = this.#head;
    const label = this.#reel?.label(moment) ?? '';
    this.#label = this.#head.last > 0 ? label : '';
    this.#row.show(moment, this.#head.last > 0 ? label : this.#none);
  }

  #print(): void {
    this.#pause();
    if (!this.#run) return;
    this.#instance.draw(this.#run);
    this.#instance.stage.complete();
  }
}
