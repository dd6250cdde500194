/** The figure: messages as squares first; behind the prediction what 99 % hides, single messages, and four charts. */
import type { Drawing } from '../../kit/draw/drawing.ts';
import { later, svg, type Markup } from '../../kit/draw/markup.ts';
import type { View } from '../../kit/contract/widget.ts';
import {
  chartHeight,
  drawCalibration,
  drawCost,
  drawPrecision,
  drawRoc,
  type Area,
} from './figure-charts.ts';
import {
  drawAlarms,
  drawFates,
  drawMessages,
  drawSpam,
  fieldHeight,
  messagesStill,
} from './figure-fields.ts';
import { drawList, listHeight } from './figure-list.ts';
import type { ImbalanceOutcome } from './outcome.ts';
import type { ImbalanceSettings } from './params.ts';

// No number that a prediction asks for: the sentence below the figure has them.
const DESCRIBED =
  '1,000 messages as squares, those judged wrong first; 100 spam messages and 100 alarms; twelve messages by score; four charts with the place where the filter works.';

/** One complete picture in one layout. */
export function draw(
  _settings: ImbalanceSettings,
  outcome: ImbalanceOutcome,
  { layout }: View,
): Drawing {
  return layout === 'wide' ? wide(outcome) : narrow(outcome);
}

function wide(outcome: ImbalanceOutcome): Drawing {
  const field = { x: 0, y: 14, columns: 40, pitch: 8 };
  const small = { y: 14, columns: 10, pitch: 14 };
  const below = field.y + fieldHeight(field, 1000, 3) + 36;
  const list = { x: 0, y: below, width: 396, letters: 50, count: 12 };
  const [side, down] = [112, chartHeight(112) + 22];
  const at = (i: number): Area => ({
    x: 424 + (i % 2) * (side + 32),
    y: below + Math.floor(i / 2) * down,
    side,
  });
  return frame(outcome, 680, below + down + chartHeight(side), [
    drawMessages(outcome, field),
    drawFates(outcome, field),
    drawSpam(outcome, { ...small, x: 360 }),
    drawAlarms(outcome, { ...small, x: 536 }),
    drawList(outcome, list),
    ...charts(outcome, at),
  ]);
}

function narrow(outcome: ImbalanceOutcome): Drawing {
  const field = { x: 0, y: 14, columns: 40, pitch: 8 };
  const small = { y: fieldHeight(field, 1000, 3) + 14 + 30, columns: 10, pitch: 14 };
  const list = {
    x: 0,
    y: small.y + fieldHeight({ ...small, x: 0 }, 100, 2) + 34,
    width: 320,
    letters: 38,
    count: 12,
  };
  const top = list.y + listHeight(list) + 40;
  const side = 142;
  const at = (i: number): Area => ({
    x: (i % 2) * (side + 36),
    y: top + Math.floor(i / 2) * (chartHeight(side) + 24),
    side,
  });
  const height = at(2).y + chartHeight(side);
  return frame(outcome, 320, height, [
    drawMessages(outcome, field),
    drawFates(outcome, field),
    drawSpam(outcome, { ...small, x: 0 }),
    drawAlarms(outcome, { ...small, x: 178 }),
    drawList(outcome, list),
    ...charts(outcome, at),
  ]);
}

function charts(outcome: ImbalanceOutcome, at: (i: number) => Area): Markup[] {
  return [drawRoc, drawPrecision, drawCost, drawCalibration].map((drawn, i) =>
    drawn(outcome, at(i)),
  );
}

function frame(
  outcome: ImbalanceOutcome,
  width: number,
  height: number,
  [first, ...after]: readonly Markup[],
): Drawing {
  const still = messagesStill(outcome, { x: 0, y: 14, columns: 40, pitch: 8 });
  return {
    width,
    height,
    label: DESCRIBED,
    body: svg`${first}${later(after)}`,
    early: 256,
    still: { body: still, y: 44, height: 204 },
  };
}
