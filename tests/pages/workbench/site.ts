/** The site with the workbench in it, served to whoever tests a part: built when it is first asked for. */
import { workbenchSite } from '../../../scripts/workbench/built.mjs';
import { bookServer, listen } from '../../../scripts/serve.mjs';
import { expect, test as book, type Locator, type Page } from '../book.ts';

export { expect, type Locator, type Page };

export const test = book.extend<object, { readonly site: string }>({
  site: [
    // The runner reads from its pattern that it needs nothing.

    async ({}, use) => {
      const server = bookServer(workbenchSite(), '/book/');
      const port = await listen(server, 0);
      await use(`http://localhost:${port}/book/`);
      server.close();
      server.closeAllConnections();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ site }, use) => use(site),
});

/** Opens the workbench, and resolves with its experiment that has every part. */
export async function everyPart(page: Page, query = ''): Promise<Locator> {
  await page.goto(`workbench/${query}`);
  return page.locator('#every');
}
