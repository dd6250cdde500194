/** Every widget by its tag, for what the build draws: found by folder. */
import type { AnyWidget } from '../../widgets/kit/contract/widget.ts';
import { factsIn, type FactsModule } from '../../widgets/load.ts';

const modules = import.meta.glob<FactsModule>('../../widgets/experiments/*/widget.ts', {
  eager: true,
});

export const WIDGETS: Readonly<Record<string, AnyWidget>> = Object.fromEntries(
  Object.entries(modules).map(([path, module]) => {
    const tag = path.split('/').at(-2) ?? '';
    return [tag, factsIn(module, tag)];
  }),
);
