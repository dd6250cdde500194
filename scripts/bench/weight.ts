/** What a lesson weighs: bytes over the wire up to the load event, and with its folds opened; elements at rest. */
import type { Page } from 'playwright';
import type { Edition, Reading } from './browser.ts';
import type { Row } from './report.ts';

const BYTES = 60_000;
const NODES = 1_500;

interface Arrived {
  readonly name: string;
  readonly type: string;
  bytes: number;
}

/** The weights of a lesson over http, and what each file of it weighs. */
export async function weigh(
  reading: Reading,
  edition: Edition,
  lesson: string,
): Promise<{ rows: Row[]; files: readonly Arrived[] }> {
  const page = await reading.browser.newPage({ viewport: { width: 1280, height: 900 } });
  const files = await listened(page);
  const sum = (): number =>
    [...files.values()]
      .filter(({ type }) => type !== 'Font')
      .reduce((total, { bytes }) => total + bytes, 0);
  await page.goto(edition.at(lesson), { waitUntil: 'load' });
  const loaded = sum();
  const nodes = await page.locator('*').count();
  await openFolds(page);
  await page.waitForLoadState('networkidle');
  const opened = sum();
  await page.close();
  const row = (name: string, value: number, limit: number, unit = ''): Row => ({
    name: `${lesson}: ${name}`,
    unit,
    values: [value],
    limit,
  });
  return {
    rows: [
      row('bytes up to the load event, without fonts', loaded, BYTES, 'B'),
      row('bytes with every fold opened, without fonts', opened, BYTES, 'B'),
      row('elements', nodes, NODES),
    ],
    files: [...files.values()].sort((a, b) => b.bytes - a.bytes),
  };
}

async function listened(page: Page): Promise<Map<string, Arrived>> {
  const files = new Map<string, Arrived>();
  const session = await page.context().newCDPSession(page);
  session.on('Network.responseReceived', ({ requestId, type, response }) => {
    const { protocol, pathname: name } = new URL(response.url);
    // A picture inside the page has come with the page.
    if (protocol === 'data:') return;
    files.set(requestId, { name, type, bytes: 0 });
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const file = files.get(requestId);
    if (file) file.bytes = encodedDataLength;
  });
  await session.send('Network.enable');
  return files;
}

/** As a reader does: by clicking each summary, those inside other folds too. */
async function openFolds(page: Page): Promise<void> {
  const closed = page.locator('details:not([open]) > summary:visible');
  for (let tries = 0; tries < 300 && (await closed.count()) > 0; tries += 1) {
    await closed.first().click();
  }
}
