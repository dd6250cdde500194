/**
 * The words, besides Markdown, that a lesson may use. An experiment's component is found by its folder: `coin-toss` is
 * `<CoinToss>`, a frame round its widget, unless the folder has a `CoinToss.astro` of its own.
 */
import type { AstroComponentFactory } from 'astro/runtime/server/index.js';
import type { AnyWidget } from '../../widgets/kit/contract/widget.ts';
import Frame from '../../widgets/server/Frame.astro';
import DataCard from '../components/DataCard.astro';
import Note from '../components/Note.astro';
import Term from '../components/Term.astro';
import { WIDGETS } from './widgets.ts';

type Module = { readonly default: AstroComponentFactory };

const others = import.meta.glob<Module>(
  [
    '../tasks/practice/server/Question.astro',
    '../components/{After,Bars,Dragged,Measured,PartTable,SetUp,ThisDevice,Yours}.astro',
    '../components/hands/*.astro',
    '../../widgets/experiments/*/*.astro',
  ],
  { eager: true },
);

const byName = Object.fromEntries(
  Object.entries(others).map(([path, module]) => [
    path.replace(/^.*\/(\w+)\.astro$/, '$1'),
    module.default,
  ]),
);

/** The checker knows a component by its props; this is what it is when it runs. */
const frame = Frame as unknown as AstroComponentFactory;

function framed(widget: AnyWidget): AstroComponentFactory {
  const own: AstroComponentFactory = (result, props, slots) =>
    frame(result, { ...props, widget }, slots);
  return Object.assign(own, { isAstroComponentFactory: true, moduleId: frame.moduleId });
}

const experiments = Object.values(WIDGETS).map((widget) => {
  const name = widget.tag.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
  return [name, framed(widget)] as const;
});

/** Every component by the name that a lesson calls it. */
export const lessonComponents: Readonly<Record<string, AstroComponentFactory>> = {
  DataCard,
  Note,
  Term,
  ...Object.fromEntries(experiments),
  ...byName,
};
