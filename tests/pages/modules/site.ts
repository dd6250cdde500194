/** The exported experiments, served to whoever tests them: exported when they are first asked for and something has changed. */
import { join } from 'node:path';
import { SOURCES, upToDate } from '../../../scripts/build.mjs';
import { bookServer, listen } from '../../../scripts/serve.mjs';
import { alone } from '../../../scripts/setup/alone.mjs';
import { ROOT, inProjectNode } from '../../../scripts/setup.mjs';
import { expect, test as book, type Locator, type Page } from '../book.ts';

export { expect, type Locator, type Page };

const PLACE = join(ROOT, 'dist-experiments');
const isExported = (): boolean =>
  upToDate(
    join(PLACE, 'index.html'),
    SOURCES.map((source) => join(ROOT, source)),
  );

function exportAll(): void {
  const how = { stdio: 'pipe', encoding: 'utf8' } as const;
  const { status, stderr } = inProjectNode('node', ['scripts/modules/main.ts'], how);
  if (status !== 0) throw new Error(`The experiments could not be exported.\n${stderr}`);
}

export const test = book.extend<object, { readonly site: string }>({
  site: [
    // The runner reads from its pattern that it needs nothing.
    async ({}, use) => {
      alone(join(ROOT, '.cache', 'exporting'), isExported, exportAll);
      const server = bookServer(PLACE, '/of/somebody/else/');
      const port = await listen(server, 0);
      await use(`http://localhost:${port}/of/somebody/else/`);
      server.close();
      server.closeAllConnections();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ site }, use) => use(site),
});
