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
      'astro:config:setup': ({ command, injectRoute }) => {
        if (!hasWorkbench(command)) return;
        injectRoute({ pattern: '/workbench/', entrypoint: './src/workbench/Workbench.astro' });
      },
    },
  };
}
