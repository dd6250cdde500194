// `npm test`: installs what is missing, then runs every check there is and ends with one line of counts.
// A group that fails does not stop the next, except that the browser tests need a book to open.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  browserEnvironment,
  ensureBrowsers,
  ensureDependencies,
  inProjectNode,
  runCommand,
} from './setup.mjs';
import { build } from './build.mjs';
import { addUp, browserCounts, lastLine, unitCounts } from './test-counts.mjs';

const reports = mkdtempSync(join(tmpdir(), 'book-tests-'));
process.once('exit', () => rmSync(reports, { recursive: true, force: true }));

function report(name) {
  try {
    return JSON.parse(readFileSync(join(reports, name), 'utf8'));
  } catch {
    return undefined;
  }
}

/** Runs programs one after the other; their output is shown only where one of them fails. */
function programs(...commands) {
  const results = commands.map(([program, ...args]) => {
    const result = inProjectNode(program, args, {
      stdio: 'pipe',
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    if (result.status !== 0) {
      console.log(`\n$ ${program} ${args.join(' ')}\n${result.stdout}${result.stderr}`);
    }
    return result.status === 0;
  });
  const fine = results.every(Boolean);
  return { passed: fine ? 1 : 0, failed: fine ? 0 : 1, skipped: 0 };
}

function buildAll() {
  try {
    build({ stdio: 'pipe', encoding: 'utf8', maxBuffer: 1 << 28 });
  } catch (error) {
    console.log(error.output ?? error);
    return { passed: 0, failed: 1, skipped: 0 };
  }
  return programs(['node', 'scripts/offline.mjs']);
}

function unit() {
  const json = join(reports, 'unit.json');
  inProjectNode('vitest', [
    'run',
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${json}`,
  ]);
  return unitCounts(report('unit.json'));
}

function browser(browsers) {
  const json = join(reports, 'browser.json');
  inProjectNode('playwright', ['test', '--reporter=list,json'], {
    env: { ...browserEnvironment(browsers), PLAYWRIGHT_JSON_OUTPUT_NAME: json },
  });
  return browserCounts(report('browser.json'));
}

await runCommand(() => {
  ensureDependencies();
  const browsers = ensureBrowsers();
  const counts = {};
  const group = (name, run) => {
    process.stdout.write(`\n${name} … `);
    const start = Date.now();
    counts[name] = run();
    const { passed, failed } = counts[name];
    const verdict = failed > 0 ? `FAILED (${failed})` : `fine (${passed})`;
    console.log(`${name}: ${verdict}, ${((Date.now() - start) / 1000).toFixed(0)} s`);
  };
  group('types', () =>
    programs(
      ['astro', 'sync'],
      ['tsc', '--noEmit', '-p', 'tsconfig.json'],
      ['tsc', '--noEmit', '-p', 'tsconfig.pure.json'],
      ['astro', 'check', '--minimumFailingSeverity', 'warning'],
    ),
  );
  group('lint', () => programs(['eslint', '--max-warnings', '0', '.']));
  group('format', () => programs(['prettier', '--check', '--log-level', 'warn', '.']));
  group('unit', unit);
  group('build', buildAll);
  group('links', () =>
    programs(
      ['node', 'scripts/links.mjs', 'dist'],
      ['node', 'scripts/kept-addresses.mjs', 'dist', 'dist-offline/textbook.html'],
    ),
  );
  group('browser', () =>
    counts.build.failed > 0
      ? (console.log('there is no book to open'), { passed: 0, failed: 1, skipped: 0 })
      : browser(browsers),
  );
  const sum = addUp(Object.values(counts));
  console.log(`\n${lastLine(sum)}`);
  return sum.failed > 0 ? 1 : 0;
});
