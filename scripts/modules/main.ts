/** `npm run export:experiments`: each experiment as one module that any page can have, in dist-experiments/, with examples. */
import { copyFileSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { loadWidget, tags } from '../../widgets/index.ts';
import { placeApart, putInPlace } from '../build/place.mjs';
import { runCommand } from '../command.mjs';
import { inProjectNode, ROOT, SetupFailed } from '../setup.mjs';
import { made } from './module.ts';

const MAKING = join(ROOT, '.cache', 'making');
const EXAMPLES = join(ROOT, 'scripts', 'modules', 'examples');

/** How large a module may be without engine and data, gzipped, in kB: all that a lesson fetches for an experiment, by and by. */
const MOST = 90;

await runCommand('export:experiments', async ({ words }) => {
  const site = placeApart(MAKING, 'modules');
  const apart = placeApart(MAKING, 'dist-experiments');
  try {
    mkdirSync(apart, { recursive: true });
    const env = { ...process.env, MODULES: '1' };
    const how = { env, stdio: 'pipe', encoding: 'utf8' } as const;
    const { status, stdout, stderr } = inProjectNode('astro', ['build', '--outDir', site], how);
    if (status !== 0)
      throw new SetupFailed(`The experiments could not be drawn.\n${stdout}${stderr}`);
    const asked = words.length > 0 ? words : tags;
    for (const tag of asked) {
      const { code, own, data } = await made(await loadWidget(tag), site);
      writeFileSync(join(apart, `${tag}.js`), code);
      const kilobytes = (text: string): string => (gzipSync(text).length / 1000).toFixed(0);
      if (Number(kilobytes(own)) > MOST)
        throw new SetupFailed(`${tag}.js has ${kilobytes(own)} kB gzipped, and ${MOST} at most.`);
      const rest = data.length > 0 ? `, with ${data.join(', ')}` : '';
      console.log(
        `${tag}.js  ${kilobytes(own)} kB gzipped${code === own ? '' : ` (${kilobytes(code)} with engine and data${rest})`}`,
      );
    }
    for (const name of readdirSync(EXAMPLES)) copyFileSync(join(EXAMPLES, name), join(apart, name));
    putInPlace(apart, join(ROOT, 'dist-experiments'));
  } finally {
    for (const folder of [site, apart]) rmSync(folder, { recursive: true, force: true });
  }
  return 0;
});
