/** Messages as fields of squares: 1,000 in use, 100 of the spam, 100 of the alarms. */
import { number } from '../../kit/draw/format.ts';
import { short, svg, type Markup } from '../../kit/draw/markup.ts';
import { accuracy, recall } from './metrics.ts';
import { confusionOf, precisionOf, type ImbalanceOutcome } from './outcome.ts';
import { oneIn, percent } from './say.ts';

/** Where a field stands, and how its squares are laid. */
interface SquareField {
  readonly x: number;
  readonly y: number;
  readonly columns: number;
  /** From one square to the next, a gap included. */
  readonly pitch: number;
}

/** Squares of one look, in reading order. */
interface Group {
  readonly look: 'cell-right' | 'cell-wrong' | 'cell-alarm' | 'cell-quiet';
  readonly count: number;
}

/** 1,000 messages as they arrive, right and wrong: all that accuracy tells. */
export function drawMessages(outcome: ImbalanceOutcome, field: SquareField): Markup {
  const { missed, alarms } = fates(outcome);
  return svg`<g><text class="strong" x="${field.x}" y="${field.y}">Of 1,000 messages ${number(1000 - missed - alarms)} are judged right</text>
    <text class="soft" x="${field.x}" y="${field.y + 18}">${percent(accuracy(confusionOf(outcome)))} over time; ${oneIn(outcome.use.share)} is spam</text>
    ${judged(outcome, field)}</g>`;
}

function judged(outcome: ImbalanceOutcome, field: SquareField): Markup {
  const { missed, alarms, caught, passed } = fates(outcome);
  return squares(field, [
    { look: 'cell-wrong', count: missed },
    { look: 'cell-alarm', count: alarms },
    { look: 'cell-quiet', count: caught + passed },
  ]);
}

/** The 1,000 messages without a word: right, wrong, and caught. */
export function messagesStill(outcome: ImbalanceOutcome, field: SquareField): Markup {
  const { missed, alarms, caught } = fates(outcome);
  return svg`${judged(outcome, field)}${squares(field, [{ look: 'cell-right', count: caught }], missed + alarms)}`;
}

/** What else becomes of the 1,000: the spam that was caught, and what each look stands for. */
export function drawFates(outcome: ImbalanceOutcome, field: SquareField): Markup {
  const { missed, alarms, caught } = fates(outcome);
  return svg`<g>${squares(field, [{ look: 'cell-right', count: caught }], missed + alarms)}
    ${legend(field, 1000, [
      ['cell-wrong', `${missed} spam missed`],
      ['cell-alarm', `${alarms} genuine held back`],
      ['cell-right', `${caught} spam caught`],
    ])}</g>`;
}

function fates(
  outcome: ImbalanceOutcome,
): Record<'missed' | 'alarms' | 'caught' | 'passed', number> {
  const table = confusionOf(outcome);
  const shares = [table.missed, table.falseAlarms, table.caught, table.passed];
  const [missed = 0, alarms = 0, caught = 0, passed = 0] = apportioned(
    shares.map((share) => share * 1000),
    1000,
  );
  return { missed, alarms, caught, passed };
}

/** 100 spam messages: what the share that is caught looks like. */
export function drawSpam(outcome: ImbalanceOutcome, field: SquareField): Markup {
  const caught = Math.round(100 * recall(confusionOf(outcome)));
  return svg`<g><text class="strong" x="${field.x}" y="${field.y}">Of 100 spam</text>
    <text class="soft" x="${field.x}" y="${field.y + 18}">recall ${caught} %</text>
    ${squares(field, [
      { look: 'cell-right', count: caught },
      { look: 'cell-wrong', count: 100 - caught },
    ])}
    ${legend(field, 100, [
      ['cell-right', `${caught} caught`],
      ['cell-wrong', `${100 - caught} missed`],
    ])}</g>`;
}

/** 100 alarms: how many of them are real. */
export function drawAlarms(outcome: ImbalanceOutcome, field: SquareField): Markup {
  const share = precisionOf(outcome);
  const head = svg`<text class="strong" x="${field.x}" y="${field.y}">Of 100 alarms</text>`;
  if (typeof share !== 'number') {
    return svg`<g>${head}<text class="soft" x="${field.x}" y="${field.y + 18}">there is none</text></g>`;
  }
  const real = Math.round(100 * share);
  // Some are real, though not one of 100: none would be untrue.
  const isUnderOne = real === 0 && share > 0;
  return svg`<g>${head}
    <text class="soft" x="${field.x}" y="${field.y + 18}">precision ${isUnderOne ? percent(share) : `${real} %`}</text>
    ${squares(field, [
      { look: 'cell-right', count: real },
      { look: 'cell-alarm', count: 100 - real },
    ])}
    ${legend(field, 100, [
      ['cell-right', `${isUnderOne ? 'under 1' : real} real`],
      ['cell-alarm', `${isUnderOne ? 'over 99' : 100 - real} false`],
    ])}</g>`;
}

/** The height of a field of so many squares, headings and legend included. */
export function fieldHeight({ columns, pitch }: SquareField, count: number, lines: number): number {
  return HEAD + (count / columns) * pitch + 4 + lines * LINE;
}

const HEAD = 32;
const LINE = 17;

// A path for each look; its dashes are the squares, so that a thousand of them cost one line a row.
function squares(field: SquareField, groups: readonly Group[], first = 0): Markup {
  const size = field.pitch * 0.8;
  let from = first;
  const paths = groups.map(({ look, count }) => {
    const start = from;
    from += count;
    if (count === 0) return null;
    const narrow = look === 'cell-alarm';
    return svg`<path class="${look}" stroke-width="${narrow ? size * 0.55 : size}" stroke-dasharray="${short(size)} ${short(field.pitch - size)}" d="${rows(field, start, count)}"/>`;
  });
  return svg`${paths}`;
}

function rows({ x, y, columns, pitch }: SquareField, start: number, count: number): string {
  let path = '';
  for (let at = start; at < start + count;) {
    const column = at % columns;
    const length = Math.min(columns - column, start + count - at);
    const middle = y + HEAD + (Math.floor(at / columns) + 0.4) * pitch;
    path += `M${short(x + column * pitch)} ${short(middle)}h${short((length - 0.2) * pitch)}`;
    at += length;
  }
  return path;
}

function legend(
  field: SquareField,
  count: number,
  lines: readonly (readonly [Group['look'], string])[],
): Markup {
  const top = field.y + fieldHeight(field, count, 0) + 12;
  const drawn = lines.map(([look, text], i) => {
    const y = top + i * LINE;
    return svg`<path class="${look}" stroke-width="${look === 'cell-alarm' ? 5 : 9}" d="M${field.x} ${y - 4.5}h9"/><text x="${field.x + 16}" y="${y}">${text}</text>`;
  });
  return svg`${drawn}`;
}

/** Whole numbers near these that add up to `sum`: what is cut off most is rounded up. */
export function apportioned(values: readonly number[], sum: number): number[] {
  const down = values.map((value) => Math.floor(value + 1e-9));
  let left = sum - down.reduce((a, b) => a + b, 0);
  const order = values.map((_, i) => i).sort((a, b) => lost(b) - lost(a));
  for (const i of order) {
    if (left <= 0) break;
    down[i] = (down[i] ?? 0) + 1;
    left -= 1;
  }
  return down;
  function lost(i: number): number {
    return (values[i] as number) - (down[i] as number);
  }
}
