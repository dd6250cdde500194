// Each experiment alone on a page, from which modules are made (`main.ts`); the book never has these pages.

/**
 * The Astro integration that makes them, and nothing else, where they are asked for.
 * @returns {import('astro').AstroIntegration}
 */
export function modules() {
  return {
    name: 'modules',
    hooks: {
      'astro:config:setup': ({ injectRoute, updateConfig }) => {
        if (process.env['MODULES'] !== '1') return;
        updateConfig({ srcDir: new URL('../../src/modules/', import.meta.url) });
        injectRoute({ pattern: '/[tag]/', entrypoint: './src/modules/Module.astro' });
      },
    },
  };
}
