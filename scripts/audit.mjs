// `npm run audit`: Lighthouse on every lesson; fails below 100 in accessibility, best practices and search, 95 in speed
// (the middle one of three runs: one run's speed hangs on what else the machine was doing).
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lessonsIn } from './book/lessons.mjs';
import { ensureBuilt } from './build.mjs';
import { runCommand } from './command.mjs';
import { bookServer, listen } from './serve.mjs';
import { ROOT, ensureChromium, ensureDependencies, projectEnvironment } from './setup.mjs';
import { spawn } from 'node:child_process';

const LEAST = { accessibility: 100, 'best-practices': 100, seo: 100, performance: 95 };
const RUNS = 3;

/** Runs Lighthouse on an address; resolves with its report. The server answers meanwhile, so nothing may block. */
function lighthouse(address, chromium, folder) {
  const out = join(folder, 'report.json');
  const args = [
    address,
    '--quiet',
    '--output=json',
    `--output-path=${out}`,
    '--chrome-flags=--headless=new --no-sandbox --disable-background-networking',
    `--only-categories=${Object.keys(LEAST).join(',')}`,
  ];
  const env = projectEnvironment({ CHROME_PATH: chromium });
  const windows = process.platform === 'win32';
  const run = spawn('lighthouse', args, {
    cwd: ROOT,
    env,
    shell: windows,
    stdio: ['ignore', 2, 2],
  });
  return new Promise((resolve, reject) => {
    run.once('error', reject);
    run.once('exit', (status) => {
      if (status === 0) resolve(JSON.parse(readFileSync(out, 'utf8')));
      else reject(new Error(`Lighthouse ended with status ${status} on ${address}`));
    });
  });
}

function scoreOf({ categories }, name) {
  return categories[name].score ?? 0;
}

/** What the runs say in each category, speed by the middle run and the rest by the worst, and what cost points. */
function verdict(reports) {
  return Object.entries(LEAST).map(([name, least]) => {
    const sorted = reports.toSorted((a, b) => scoreOf(a, name) - scoreOf(b, name));
    const { categories, audits } = sorted[name === 'performance' ? Math.floor(RUNS / 2) : 0];
    const { auditRefs } = categories[name];
    const points = Math.round(scoreOf({ categories }, name) * 100);
    const lost = auditRefs
      .filter(({ id, weight }) => weight > 0 && (audits[id].score ?? 1) < 1)
      .map(({ id }) => `${id}${audits[id].displayValue ? ` (${audits[id].displayValue})` : ''}`);
    return { name, points, least, lost, kept: points >= least };
  });
}

await runCommand('audit', async ({ words }) => {
  ensureDependencies();
  const chromium = ensureChromium();
  await ensureBuilt();
  const chosen = words.length > 0 ? words : lessonsIn(join(ROOT, 'dist'));
  const folder = mkdtempSync(join(tmpdir(), 'book-audit-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const server = bookServer(join(ROOT, 'dist'));
  const home = `http://localhost:${await listen(server, 4650)}/`;
  let broken = 0;
  for (const lesson of chosen) {
    const reports = [];
    for (let run = 0; run < RUNS; run += 1) {
      reports.push(await lighthouse(`${home}lessons/${lesson}/`, chromium, folder));
    }
    const rows = verdict(reports);
    console.log(`\n${lesson}`);
    for (const { name, points, least, lost, kept } of rows) {
      broken += kept ? 0 : 1;
      const cost = points < 100 && lost.length > 0 ? `  ${lost.join(', ')}` : '';
      console.log(
        `  ${name.padEnd(15)} ${String(points).padStart(3)} of ${least}${kept ? '' : '  BROKEN'}${cost}`,
      );
    }
  }
  server.close();
  server.closeAllConnections();
  return broken > 0 ? 1 : 0;
});
