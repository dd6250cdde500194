/** The figure: mails of each kind by their log-odds of spam, and the line above which they are flagged. */
import type { Edit, View } from '#kit/contract';
import { clamp } from '#kit/contract';
import type { Drawing, Markup, Part, Scale } from '#kit/draw';
import { axisX, below, drawing, ghostLine, legend, linear, number, panel, part } from '#kit/draw';
import { percent, plain, short, svg, waiting, WIDTH } from '#kit/draw';
import { drawDesk } from './figure-desk.ts';
import { wordsStep } from './figure-steps.ts';
import {
  BIN_COUNT,
  BINS,
  flaggedOf,
  homeOf,
  type Group,
  type Kind,
  type TrustOutcome,
} from './outcome.ts';
import { params, type TrustSettings } from './params.ts';
import { CALLED } from './say.ts';

type Seen = View<TrustSettings, TrustOutcome>;

/** Heights of a row's words, of its bars and of the air below, and of the room that the line is taken by. */
const [WORDS, BARS, AIR, GRIP] = [16, 34, 8, 24];
/** The share of a kind in one bin that is drawn at full height. */
const FULL = 0.12;
/** Room at the ends of the axis. */
const SIDE = 10;

const LABEL =
  'Emails of each kind as bars over an axis of log-odds of spam, and an upright line; what lies to the right of it is flagged.';

const scaleOf = (width: number): Scale => linear([BINS.from, BINS.to], [SIDE, width - SIDE], 7);

/** Draws the run, or a step of its training, for a page or a phone. */
export function draw(_: TrustSettings, outcome: TrustOutcome, view: Seen): Drawing {
  if (outcome.isAtDesk) return drawDesk(outcome, view);
  const width = WIDTH[view.layout];
  const x = scaleOf(width);
  const home = below(
    0,
    grip(outcome, x),
    row('genuine', outcome, x, view),
    row('spam', outcome, x, view),
    axis(x),
  );
  const away = below(0, row('newsletters', outcome, x, view), row('laterSpam', outcome, x, view));
  const { right, of } = homeOf(outcome, view.moment);
  const key = legend(
    [
      {
        words: 'judged correctly',
        swatch: (at, y) => svg`<path class="mail-right" d="M${at - 5} ${y - 4}h9v8h-9Z"/>`,
      },
      {
        words: 'judged wrongly',
        swatch: (at, y) => svg`<path class="wrong" d="M${at - 5} ${y - 4}h9v8h-9Z"/>`,
      },
    ],
    width,
  );
  const words = {
    title: `${percent(right / of)} of the office’s mail judged correctly`,
    note: svg`<tspan>${number(of)} emails that it has not learned from</tspan><tspan class="key-hint">← and → move the line</tspan>`,
    behind: view.ghost,
  };
  const whole = below(6, panel(words, below(2, home, key)), waiting(away));
  const still = {
    body: bars(outcome.groups.genuine, outcome.threshold, x),
    y: 0,
    height: BARS + 4,
  };
  return { ...drawing(whole, LABEL, still), steps: [wordsStep(outcome)] };
}

/** One kind of mail: its name, how many are flagged, and its bars. */
function row(kind: Kind, outcome: TrustOutcome, x: Scale, { moment, ghost }: Seen): Part {
  const group = outcome.groups[kind];
  const flagged = flaggedOf(outcome, kind, moment);
  const [, end] = x.range;
  const name = CALLED[kind].charAt(0).toUpperCase() + CALLED[kind].slice(1);
  const behind = ghostLine(ghost, (run) => outline(run.outcome.groups[kind], x));
  const at = x(outcome.threshold);
  const body = svg`<text x="${SIDE}" y="12">${name}</text><text class="${group.isSpam ? 'soft' : 'strong'}" x="${end}" y="12" text-anchor="end">${number(flagged)} of ${number(group.count)} flagged</text><g transform="translate(0 ${WORDS})">${bars(group, outcome.threshold, x, moment)}${behind}<path class="hair" d="M${SIDE} ${BARS}H${end}"/><path class="run-line thin" d="M${short(at)} 0V${BARS}"/></g>`;
  return part(end + SIDE, WORDS + BARS + AIR, body);
}

function binsOf({ steps }: Group, moment?: number): readonly number[] {
  return (steps[moment ?? steps.length - 1] ?? steps.at(-1))?.bins ?? [];
}

function heights(group: Group, moment?: number): readonly number[] {
  return binsOf(group, moment).map((count) => Math.min(1, count / group.count / FULL) * BARS);
}

/** Bars on both sides of the line, as one outline each; those that are judged wrongly in another look. */
function bars(group: Group, threshold: number, x: Scale, moment?: number): Markup {
  const tops = heights(group, moment).map((height) => height && Math.max(1, height));
  const path = (from: number, to: number): string => {
    const steps = tops.map((top, i) => {
      const right = Math.min(to, BINS.from + (i + 1) * BINS.width);
      const isIn = right > Math.max(from, BINS.from + i * BINS.width);
      // Bars of one height are one.
      const goesOn = i + 1 < tops.length && right < to && tops[i + 1] === top;
      return isIn && !goesOn ? `V${short(BARS - top)}H${short(x(right))}` : '';
    });
    return `M${short(x(from))} ${BARS}${steps.join('')}V${BARS}Z`;
  };
  const passed = path(BINS.from, threshold);
  const held = path(threshold, BINS.to);
  return svg`<path class="${group.isSpam ? 'wrong' : 'mail-right'}" d="${passed}"/><path class="${group.isSpam ? 'mail-right' : 'wrong'}" d="${held}"/>`;
}

/** The bars of another run as one line. */
function outline(group: Group, x: Scale): string {
  const tops = heights(group);
  let path = `M${short(x(BINS.from))} ${BARS}`;
  for (let i = 0; i < BIN_COUNT; i += 1) {
    path += `V${short(BARS - (tops[i] ?? 0))}H${short(x(BINS.from + (i + 1) * BINS.width))}`;
  }
  return `${path}V${BARS}`;
}

/** What the line is taken by, with words that say what it does. */
function grip({ threshold }: TrustOutcome, x: Scale): Part {
  const [, end] = x.range;
  const at = x(threshold);
  const said = `flagged above ${plain(threshold)}`;
  const isLeft = at > (SIDE + end) / 2;
  return part(
    end + SIDE,
    GRIP,
    svg`<text class="run" x="${isLeft ? at - 17 : at + 17}" y="15" text-anchor="${isLeft ? 'end' : 'start'}">${said}</text><path class="run-line" d="M${short(at)} 5V${GRIP}"/><path class="run-line edit-hint" d="M${short(at - 4)} 6l-4 4l4 4m8 -8l4 4l-4 4"/><rect data-handle="threshold" role="slider" tabindex="0" aria-label="line above which emails are flagged" aria-valuenow="${String(threshold)}" aria-valuetext="${said}" x="${short(at - 16)}" y="-8" width="32" height="32"/>`,
  );
}

function axis(x: Scale): Part {
  return part(x.range[1] + SIDE, 40, axisX(x, 0, { label: 'log-odds of spam', beyond: SIDE }));
}

/** The line is taken along the axis, by steps of its control. */
export const edit: Edit<typeof params, TrustOutcome> = {
  param: 'threshold',
  move: ({ threshold: before }, _, { x: to }, { layout }) => {
    const { step } = params.threshold;
    const asked = scaleOf(WIDTH[layout]).invert(to);
    if (Math.abs(asked - before) < step / 8) return undefined;
    const wanted = Math.round(asked / step) * step;
    // A key that moves the mark by less than a step moves it by one.
    const moved = wanted === before ? before + Math.sign(asked - before) * step : wanted;
    return String(clamp(params.threshold, moved));
  },
};
