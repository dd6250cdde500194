// The workbench for authors: a page of `npm run dev`, and of the site that its tests open. The book never has it.

/**
 * Whether it is made along: while the book is written, and where its tests ask for it.
 * @param {string} command what Astro does
 */
export function hasWorkbench(command) {
  return command === 'dev' || process.env['WORKBENCH'] === '1';
}

/**
 * The Astro integration that adds `/workbench/`.
 * @returns {import('astro').AstroIntegration}
 */
export function workbench() {
  return {
    name: 'workbench',
    hooks: {
      'astro:config:setup': ({ command, injectRoute, updateConfig }) => {
        if (!hasWorkbench(command)) return;
        // For its tests it stands alone: neither made with the book’s pages nor anew when a word of them changes.
        if (command === 'build')
          updateConfig({ srcDir: new URL('../../src/workbench/', import.meta.url) });
        injectRoute({ pattern: '/workbench/', entrypoint: './src/workbench/Workbench.astro' });
      },
    },
  };
}
