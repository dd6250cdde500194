/**
 * Each figure's first state in both layouts, held against a picture that somebody has looked at.
 * A changed picture is written beside the old one as NAME.new.svg: look at both, then rename it. A missing one fails too.
 */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bookRun } from '../../widgets/server/book-run.ts';
import { EXPERIMENTS } from '../experiments.ts';
import { drawn } from './drawn.ts';
import { WIDTH } from '../../widgets/kit/draw/part.ts';
import { stillOf } from '../../widgets/kit/draw/drawing.ts';
import { unpack } from '../../widgets/kit/record/pack.ts';
import { defaults, type AnySettings, type Table } from '../../widgets/kit/contract/params.ts';
import { answersAtOnce, type AnyWidget } from '../../widgets/kit/contract/widget.ts';

const FOLDER = 'tests/pictures';
const ROOMS = ['wide', 'narrow'] as const;

/** What answers at once is run; a learner's outcome is a kept one, because machines may differ in the last digit of training. */
async function outcomeFor(widget: AnyWidget, settings: AnySettings): Promise<unknown> {
  const kept = `${FOLDER}/${widget.tag}.outcome.json`;
  if (!answersAtOnce(widget)) return unpack(readFileSync(kept, 'utf8'));
  return (await bookRun(widget, settings)).outcome;
}

/** Holds a picture against the one that was looked at. */
function expectAsBefore(name: string, figure: string): void {
  // A figure must stand by itself: an image viewer opens it as it is.
  const picture = `${figure.replace('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" ')}\n`;
  const file = `${FOLDER}/${name}.svg`;
  const fresh = file.replace('.svg', '.new.svg');
  const old = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  if (old === picture) rmSync(fresh, { force: true });
  else writeFileSync(fresh, picture);
  expect(old, `${file} is missing: look at ${fresh} and rename it`).toBeDefined();
  expect(picture === old, `the picture has changed: compare ${file} with ${fresh}`).toBe(true);
}

describe.each(EXPERIMENTS.map((widget) => [widget.tag, widget] as const))(
  '%s: its picture',
  (tag, widget) => {
    it.each(ROOMS)('in the %s room looks as it did when it was last looked at', async (room) => {
      const settings = defaults(widget.params as Table) as AnySettings;
      const figure = drawn(widget, settings, await outcomeFor(widget, settings), room);
      const parts = figure.split(/(?<=<\/svg>|<\/p>)(?=<svg [^>]*class="figure)/);
      const isStep = (one: string): boolean => one.endsWith('</p>');
      parts
        .filter((one) => !isStep(one))
        .forEach((one, i) => expectAsBefore(`${tag}.${room}${i > 0 ? '.further' : ''}`, one));
      // A step is the same in both rooms, unless it takes the whole width of each.
      parts.filter(isStep).forEach((one, i) => {
        const whose = one.includes(`viewBox="0 0 ${WIDTH[room]} `) ? `${tag}.${room}` : tag;
        expectAsBefore(`${whose}.step-${i + 1}`, one.replace(/<p>.*<\/p>$/s, ''));
      });
    });

    it.each(ROOMS)('in the %s room has no other run behind it', async (room) => {
      const settings = defaults(widget.params as Table) as AnySettings;
      const figure = drawn(widget, settings, await outcomeFor(widget, settings), room);
      expect(figure).toContain(`<svg viewBox="0 0 ${WIDTH[room]} `);
      expect(figure).not.toContain('data-part="ghost"');
    });

    it('has a part that stands for it, inside its drawing and without a word', async () => {
      const settings = defaults(widget.params as Table) as AnySettings;
      const drawing = widget.draw(settings, await outcomeFor(widget, settings), {
        layout: 'narrow',
      });
      const still = stillOf(drawing)?.markup;
      expect(still).toMatch(/<(path|image)/);
      expect(still).not.toMatch(/<text|<tspan/);
      const { y = 0, height = 0 } = drawing.still ?? {};
      expect(y + height).toBeLessThan(drawing.height);
    });
  },
);
