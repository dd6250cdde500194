/** Stops the build when a question does not hold. */
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { diskCache } from './proof-cache.ts';
import { proofContextOf, proveBook } from './proofs.ts';

/** The Astro integration: proves every question before the first page is built. */
export function proofs(): AstroIntegration {
  let root = process.cwd();
  return {
    name: 'book-proofs',
    hooks: {
      'astro:config:setup': ({ config }) => {
        root = fileURLToPath(config.root);
      },
      'astro:build:start': async ({ logger }) => {
        const ground = await proofContextOf(root);
        const faults = await proveBook(ground, diskCache(root, ground.book));
        if (faults.length > 0) {
          throw new Error(`Questions that do not hold stop the build:\n- ${faults.join('\n- ')}`);
        }
        logger.info(`${ground.book.questions.length} questions hold`);
      },
    },
  };
}
