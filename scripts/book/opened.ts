/** The built book as a browser opens it, served or as one file, and the experiments of a page: for the tools that use it as readers do. */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright';
import { bookServer, listen } from '../serve.mjs';

/** The address of a lesson; `query` begins with `?`. */
type At = (lesson: string, query?: string) => string;

/** The book under an address of its own. */
export interface Served {
  readonly at: At;
  /** The same in the one file, which must have been made. */
  readonly inFile: At;
  /** The address of the front page. */
  readonly home: string;
  readonly close: () => void;
}

/** A browser that asks nobody but the book. */
export const BROWSER_ARGS = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
];

/** Serves the built book at the first free port. */
export async function served(port: number): Promise<Served> {
  const server = bookServer('dist', '/book/');
  const home = `http://localhost:${await listen(server, port)}/book/`;
  const file = pathToFileURL(resolve('dist-offline/textbook.html')).href;
  return {
    at: (lesson, query = '') => `${home}lessons/${lesson}/${query}`,
    inFile: (lesson, query = '') => `${file}${query}#/${lesson}`,
    home,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** An experiment as its page shows it. */
export interface Seen {
  readonly id: string;
  readonly element: string;
  /** It trains: it has a menu of back ends. */
  readonly learns: boolean;
  /** It stands in the flow of the text, without a run button. */
  readonly isInline: boolean;
}

/** The experiments of the page that is open. */
export function experimentsOn(page: Page): Promise<readonly Seen[]> {
  return page.locator('.experiment').evaluateAll((all) =>
    all.map((one) => ({
      id: one.id,
      element: one.localName,
      learns: one.querySelector('[name="backend"]') !== null,
      isInline: one.hasAttribute('data-inline'),
    })),
  );
}
