/** The figure: how one visitor's list is sorted, and what each of the five gets; below, all settings at once. */
import type { View } from '#kit/contract';
import type { Drawing } from '#kit/draw';
import { below, beside, drawing } from '#kit/draw';
import { cloudStep, sizesStep } from './figure-steps.ts';
import { drawList } from './figure-list.ts';
import { drawPeople } from './figure-people.ts';
import type { RankerOutcome } from './outcome.ts';
import type { RankerSettings } from './params.ts';

type Seen = View<RankerSettings, RankerOutcome>;

const DESCRIBED =
  'Sixteen restaurants near one visitor, sorted by what the visitor is likely to order and as they are shown, with a line from place to place; beside them a bar for what each of the people at the table gets.';

/** Draws the run for a page or a phone. */
export function draw(settings: RankerSettings, outcome: RankerOutcome, view: Seen): Drawing {
  const { layout, ghost } = view;
  const isWide = layout === 'wide';
  const list = drawList(outcome, layout);
  const people = drawPeople(outcome, layout, ghost);
  const whole = isWide ? beside(30, list, people) : below(8, list, people);
  const still = { body: list.lines, x: 60, y: 10, width: 160, height: 150 };
  const steps = [cloudStep(settings, outcome, layout), sizesStep(outcome)];
  return { ...drawing(whole, DESCRIBED, still), steps };
}
