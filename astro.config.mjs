import mdx from '@astrojs/mdx';
import { rehypeHeadingIds, unified } from '@astrojs/markdown-remark';
import { defineConfig } from 'astro/config';
import { experimentCode } from './scripts/build/experiment-code.mjs';
import { fetchAhead } from './scripts/build/fetch-ahead.mjs';
import { leaveOutHelp } from './scripts/build/leave-out-help.mjs';
import { knownWarnings } from './scripts/build/known-warnings.mjs';
import { pageLends, withExperiments } from './scripts/build/with-experiments.mjs';
import { pureKit } from './scripts/build/pure-kit.mjs';
import { usedKindsOnly } from './scripts/build/used-kinds.mjs';
import { modules } from './scripts/modules/integration.mjs';
import { workbench } from './scripts/workbench/integration.mjs';
import { workers } from './scripts/workers.mjs';
import { citations, references } from './src/markdown/citations.ts';
import { headingLinks } from './src/markdown/heading-links.ts';
import { keptIds } from './src/markdown/kept-ids.ts';
import { marginNotes } from './src/markdown/margin-notes.ts';
import { noBreak } from './src/markdown/no-break.ts';
import { scrollableTables } from './src/markdown/tables.ts';
import { withheld } from './src/markdown/withheld.ts';
import { placed } from './src/tasks/practice/author/placed-integration.ts';

export default defineConfig({
  // Only QR codes that the build draws need the address where the book stands; those of a reader's own run take the page's.
  ...(process.env['SITE'] ? { site: process.env['SITE'] } : {}),
  // Not among the packages, which editions share.
  cacheDir: './.cache/astro',
  trailingSlash: 'always',
  build: { format: 'directory', inlineStylesheets: 'never' },
  // Spaces as in JSX: a line break is none, `{' '}` is one. Prettier writes .astro files for this reading and no other;
  // with `true` its line breaks would put spaces into links and before full stops.
  compressHTML: 'jsx',
  devToolbar: { enabled: false },
  integrations: [mdx(), workers(), workbench(), modules(), experimentCode(), placed()],
  markdown: {
    syntaxHighlight: false,
    processor: unified({
      remarkPlugins: [citations],
      rehypePlugins: [
        references,
        marginNotes,
        withheld,
        scrollableTables,
        noBreak,
        keptIds,
        rehypeHeadingIds,
        headingLinks,
      ],
    }),
  },
  security: {
    csp: {
      directives: [
        "default-src 'self'",
        "worker-src 'self' blob:",
        "img-src 'self' data: blob:",
        "connect-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'none'",
        "require-trusted-types-for 'script'",
        'trusted-types book',
      ],
      scriptDirective: { resources: ["'self'", "'wasm-unsafe-eval'"] },
      styleDirective: { resources: ["'self'"] },
    },
  },
  vite: {
    plugins: [
      knownWarnings(),
      fetchAhead(),
      leaveOutHelp(),
      usedKindsOnly(),
      pageLends(),
      pureKit(),
    ],
    environments: {
      client: {
        build: {
          rolldownOptions: {
            output: {
              codeSplitting: {
                // What several parts that are fetched share: as files of their own these would be smaller than their headers. What all
                // questions share comes with `wake.ts` by itself, as long as no part that is fetched later brings it in otherwise.
                groups: [
                  {
                    // What experiments share with questions, and how workers and data are brought.
                    name: 'kit',
                    test: /kit.draw.(format|markup|text-width)\.ts$|contract.(cited|query|params|shorthand)\.ts$|judge.(differing\.ts|shown-measure\.ts|lists\.\w+\.ts)$|kit.words.(words|draw-words|language)\.\w+\.ts$|record.run-key\.ts$|run.page.(trusted-types|assets|worker-file)\.ts$/,
                  },
                  // Axes are drawn by experiments and by questions; the page of a set draws none.
                  { name: 'axes', test: /kit.draw.axes\.ts$/ },
                  withExperiments,
                  {
                    // What figures with shapes that mean something need besides, and experiments that name the run of another.
                    name: 'signs',
                    test: /kit.draw.symbols\.ts$|contract.run-name\.ts$|kit.words.run-name-words\.\w+\.ts$/,
                  },
                  {
                    // What figures with images in them need besides.
                    name: 'images',
                    test: /kit.draw.pile\.ts$|controls.cells.pure.cells\.ts$|shared.digits.mnist14\.ts$/,
                  },
                  {
                    // What questions and assignments share.
                    name: 'answers',
                    test: /tasks.judge.(answer-words|conditions|read-number|words\.\w+)\.ts$|fields.(field|frame|text-of)\.ts$|kinds.(number.check|program.field|reach.said)\.ts$|page.save-file\.ts$/,
                  },
                  {
                    // What a student's work on an assignment and the file handed in share.
                    name: 'items',
                    test: /sets.page.words\.\w+\.ts$|sets.pure.(format.formula|variants.(student|variant)|submission.(digest|canonical|chain|submission|words\.\w+)|work.(answered|work))\.ts$/,
                    includeDependenciesRecursively: false,
                  },
                  {
                    // What is drawn by hand on a pad.
                    name: 'drawn',
                    test: /controls.bitmap.pure.(bitmap\.ts|words\.\w+\.ts)$/,
                  },
                ],
              },
            },
          },
        },
      },
    },
    build: {
      // Nothing is inlined: the policy allows files of this site only.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    },
  },
});
