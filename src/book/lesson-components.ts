/**
 * The words, besides Markdown, that a lesson may use. A widget's component is found by its name:
 * `widgets/experiments/coin-toss/CoinToss.astro` is `<CoinToss>`.
 */
import type { AstroComponentFactory } from 'astro/runtime/server/index.js';
import DataCard from '../components/DataCard.astro';
import Note from '../components/Note.astro';
import Term from '../components/Term.astro';

type Module = { readonly default: AstroComponentFactory };

const others = import.meta.glob<Module>(
  [
    '../questions/server/Question.astro',
    '../components/{After,Dragged,SetUp,Yours}.astro',
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

/** Every component by the name that a lesson calls it. */
export const lessonComponents: Readonly<Record<string, AstroComponentFactory>> = {
  DataCard,
  Note,
  Term,
  ...byName,
};
