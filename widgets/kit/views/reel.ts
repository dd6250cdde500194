/** The moments of a run as frames, whichever way it has them: what a playhead moves over. */
import { sameSettings, type AnySettings, type Table } from '../contract/params.ts';
import type { AnyWidget, Epochs } from '../contract/widget.ts';
import { number } from '../draw/format.ts';
import { TIMELINE_WORDS } from '#words/widgets/kit/words/timeline-words';

/** Each stage is long enough in view to be looked at. */
const STAGES_A_SECOND = 2;

/** Settings and what came of them. */
export interface Shown {
  readonly settings: AnySettings;
  readonly outcome: unknown;
}

/** What is to be drawn for a place on a timeline. */
export interface Frame<R extends Shown> {
  readonly run: R;
  /** For `view.moment`; absent: the last, as on paper. */
  readonly moment?: number;
}

export interface Reel<R extends Shown> {
  /** Fewer than two: there is nothing to play. */
  readonly count: number;
  /** How long it takes to play it, in seconds. */
  readonly seconds: number;
  /** The figure glides from a moment to the next. */
  readonly glides: boolean;
  readonly label: (moment: number) => string;
  /** The frame at a place, between two moments too. */
  readonly frame: (at: number) => Frame<R>;
}

/** The moments of a run; `kept` is what a run has shown on its way, by the settings that it ran with. */
export function reelOf<R extends Shown>(
  widget: AnyWidget,
  run: R,
  kept: { readonly settings: AnySettings; readonly outcomes: readonly unknown[] },
): Reel<R> {
  const { timeline } = widget;
  if (timeline?.kind === 'moments') {
    const count = timeline.count(run.outcome);
    const { glides = false } = timeline;
    return {
      count,
      seconds: timeline.seconds(run.outcome),
      glides,
      label: (moment) => timeline.label(run.outcome, moment),
      frame: (at) => (at >= count - 1 ? { run } : { run, moment: glides ? at : Math.floor(at) }),
    };
  }
  // The last stage is the run itself: it may use the model otherwise than when it was trained.
  const outcomes = [...stagesUnder(widget, run.settings, kept).slice(0, -1), run.outcome];
  const outcome = (at: number): unknown => outcomes[Math.floor(at)];
  return {
    count: outcomes.length,
    seconds: outcomes.length / STAGES_A_SECOND,
    glides: false,
    label: (moment) => said(timeline?.label(outcome(moment)) ?? ''),
    frame: (at) => ({ run: { ...run, outcome: outcome(at) } }),
  };
}

function said(label: string | Epochs): string {
  return typeof label === 'string'
    ? label
    : TIMELINE_WORDS.epochs(label.done, number(label.done), number(label.planned));
}

/** The stages of a run as these settings use its model; none where they ask for another one. */
function stagesUnder(
  widget: AnyWidget,
  settings: AnySettings,
  ran: { readonly settings: AnySettings; readonly outcomes: readonly unknown[] },
): readonly unknown[] {
  if (sameSettings(widget.params as Table, settings as never, ran.settings as never))
    return ran.outcomes;
  const used = ran.outcomes.map((outcome): unknown =>
    widget.reuse?.(settings, { settings: ran.settings, outcome }),
  );
  return used.includes(undefined) ? [] : used;
}
