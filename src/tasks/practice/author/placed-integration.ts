/** Stops every build where a question or an experiment is out of place: seen at once, without running anything. */
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { tags } from '../../../../widgets/index.ts';
import { ideaFaults } from './ideas.ts';
import { loadBook } from './load.ts';
import { placementFaults } from './proofs.ts';

/** The Astro integration. That the questions hold is proved apart from it: `scripts/prove.ts`. */
export function placed(): AstroIntegration {
  let root = process.cwd();
  return {
    name: 'book-placed',
    hooks: {
      'astro:config:setup': ({ config }) => {
        root = fileURLToPath(config.root);
      },
      'astro:build:start': () => {
        const book = loadBook(root);
        const faults = [...placementFaults(book, tags), ...ideaFaults(book)];
        if (faults.length > 0) {
          throw new Error(
            `What is out of place in a lesson stops the build:\n- ${faults.join('\n- ')}`,
          );
        }
      },
    },
  };
}
