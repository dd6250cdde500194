/** Two releases of one edition, of few pages, on a static server that can fail as networks do. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { publish } from '../../../scripts/release.mjs';
import { answer } from '../../../scripts/serve.mjs';

/** What the network does: all that is asked, nothing, a log-in page for everything, or only the first few files. */
export type Network = 'works' | 'is down' | 'wants a log-in' | 'gives way';

export interface Site {
  /** The front of all editions, as a browser that trusts names of this machine has it. */
  readonly front: string;
  network: Network;
  /** The release that its folder holds now. */
  release: number;
  readonly close: () => void;
}

/** Files of the built book that are enough for a lesson, the page of downloads and a run. */
const SOME =
  /^(index\.html|404\.html|icon\.svg|theme\.js|app\.json|(downloads|experiments|glossary)\/|_astro\/|lessons\/the-tail\/|workers\/sim-tail-jar\.js)/;
/** So many answers come before the network gives way. */
const FEW = 12;
const RELEASES = [1, 2];

/** Every file of a release that differs from the other's says which it is of. */
function made(folder: string, release: number): string {
  const [book, site] = [join(folder, `book${release}`), join(folder, `site${release}`)];
  cpSync('dist', book, {
    recursive: true,
    filter: (from) => {
      const path = from.slice('dist/'.length).replaceAll('\\', '/');
      return path === '' || !path.includes('.') || SOME.test(path);
    },
  });
  for (const one of readdirSync(book, { recursive: true, withFileTypes: true })) {
    const path = join(one.parentPath, one.name);
    if (one.name === 'theme.js')
      writeFileSync(path, `${readFileSync(path, 'utf8')}\n/* release ${release} */`);
    if (one.name.endsWith('.html'))
      writeFileSync(
        path,
        readFileSync(path, 'utf8').replace('<html', `<html data-release="${release}"`),
      );
  }
  execFileSync(process.execPath, ['scripts/app.ts', book], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  publish(book, site, '1');
  return site;
}

export async function opened(): Promise<Site> {
  const folder = mkdtempSync(join(tmpdir(), 'releases-'));
  const sites = RELEASES.map((release) => made(folder, release));
  let given = 0;
  const site = {
    front: '',
    release: 1,
    set network(now: Network) {
      [network, given] = [now, 0];
    },
    close: () => {
      server.close();
      server.closeAllConnections();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  let network: Network = 'works';
  const server = createServer((request, response) => {
    given += 1;
    if (network === 'is down' || (network === 'gives way' && given > FEW)) response.destroy();
    else if (network === 'wants a log-in')
      response
        .writeHead(200, { 'content-type': 'text/html' })
        .end('<h1>Log in to this network</h1>');
    else void answer(request, response, sites[site.release - 1] ?? '', '/');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  site.front = `http://book.localhost:${(server.address() as AddressInfo).port}/`;
  return site as Site;
}
