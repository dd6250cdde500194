/** The figure: the loss as a model learns, beside what counting comes to; and what it writes. */
import type { View } from '#kit/contract';
import type { Drawing, Part } from '#kit/draw';
import {
  below,
  beside,
  chart,
  dots,
  drawing,
  line,
  number,
  panel,
  part,
  rule,
  svg,
} from '#kit/draw';
import { range } from 'd3-array';
import type { LanguageOutcome } from './outcome.ts';
import type { LanguageSettings } from './params.ts';

type Seen = View<LanguageSettings, LanguageOutcome>;

const LABEL =
  'The loss on text that was held out, step by step, beside two level lines, what counting comes to; and what the model writes.';
/** Nats a character: a little less than the best, and what it is before anything was learned. */
const LOSS = { names: [1.9, 3.3], plays: [1.7, 4.2] } as const;
const NAMES = {
  wide: { columns: 2, column: 136 },
  narrow: { columns: 3, column: 106 },
} as const;
/** What stands for a name that ended before it began. */
const NOTHING = '–';
/** Characters in a line of a passage, and rows that a passage takes. */
const WRAP = { wide: 30, narrow: 42 } as const;
const LINE = 22;
const WIDTH = { wide: 272, narrow: 320 } as const;

/** Draws the run for a page or a phone. */
export function draw(settings: LanguageSettings, outcome: LanguageOutcome, view: Seen): Drawing {
  const curve = chart<LanguageSettings, LanguageOutcome>({
    title: headline(outcome),
    ...{ view, run: { settings, outcome } },
    width: { wide: 376, narrow: 320 },
    height: { wide: 300, narrow: 240 },
    x: { extent: [0, settings.steps], label: 'steps' },
    y: { extent: LOSS[outcome.text], label: 'loss in nats a character' },
    marks: ({ outcome: { curve: points, pairs, counting, end, steps } }) => [
      rule({ y: pairs }, { look: 'sure-line thin', key: 'counting pairs' }),
      rule({ y: counting }, { look: 'sure-line', key: 'counting five in a row' }),
      line(
        points.flatMap(({ step, loss }) => (step > settings.steps ? [] : [[step, loss] as const])),
        { key: 'the network', still: true },
      ),
      end && end.mixed !== end.loss && steps.planned <= settings.steps
        ? dots([[steps.planned, end.mixed]], { key: 'both together', still: true })
        : undefined,
    ],
  });
  const written = outcome.text === 'names' ? drawNames(outcome, view) : drawPassages(outcome, view);
  const all = view.layout === 'wide' ? beside(32, curve, written) : below(12, curve, written);
  return drawing(all, LABEL, curve.still);
}

/** What it came to, beside the count. */
function headline({ end, counting }: LanguageOutcome): string {
  if (!end) return 'The loss falls, step by step';
  const [what, loss] =
    end.mixed === end.loss ? ['Loss', end.loss] : ['Loss of both together', end.mixed];
  return `${what} ${number(loss, 3)}, by counting ${number(counting, 3)}`;
}

function drawNames({ written }: LanguageOutcome, { layout }: Seen): Part {
  const { columns, column } = NAMES[layout];
  const words = written.map(({ text, is }, i) => {
    const [x, y] = [(i % columns) * column, Math.floor(i / columns) * LINE + 14];
    const isNew = is === 'new';
    return svg`<text class="${isNew ? 'run strong' : 'soft'}" x="${x}" y="${y}">${isNew ? text || NOTHING : `${text} ✓`}</text>`;
  });
  const rows = Math.ceil(written.length / columns);
  const known = written.filter(({ is }) => is !== 'new').length;
  return panel(
    { title: 'A dozen names that it writes', note: `✓ on the list: ${number(known)}` },
    part(WIDTH[layout], rows * LINE, svg`${words}`),
  );
}

/** Passages in lines that fit, each with a dash before it; room for as many lines as they can take, so that nothing below moves. */
function drawPassages({ written }: LanguageOutcome, { layout }: Seen): Part {
  const wrap = WRAP[layout];
  const lines = written.flatMap(({ text }) => {
    const flat = text.replaceAll('\n', ' ⏎ ').replace(/ +/g, ' ');
    return range(0, flat.length, wrap).map(
      (at) => [at === 0 ? 0 : 12, flat.slice(at, at + wrap)] as const,
    );
  });
  const words = lines.map(
    ([x, text], i) => svg`<text x="${x}" y="${i * LINE + 14}">${text}</text>`,
  );
  const rows = written.length * Math.ceil((64 * 1.2) / wrap);
  return panel(
    { title: 'What it writes', note: '⏎ a new line' },
    part(WIDTH[layout], rows * LINE, svg`${words}`),
  );
}
