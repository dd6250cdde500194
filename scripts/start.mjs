// `npm start`: installs what is missing, builds the book where it changed, and serves it.
import { join } from 'node:path';
import { ensureBuilt, isBuilt } from './build.mjs';
import { runCommand } from './command.mjs';
import { Misread } from './misread.mjs';
import { bookServer, closeOnSignal, listen } from './serve.mjs';
import { ROOT, ensureDependencies } from './setup.mjs';

const FIRST_PORT = Number(process.env.PORT ?? 4321);

await runCommand('start', async () => {
  // Before a minute of building, and not after it.
  if (!(Number.isInteger(FIRST_PORT) && FIRST_PORT >= 0 && FIRST_PORT < 65536)) {
    throw new Misread(`PORT says "${process.env.PORT}"; a port is a number from 1 to 65535.`);
  }
  ensureDependencies();
  let waiting = isBuilt() ? undefined : 'Beginning …';
  const server = bookServer(join(ROOT, 'dist'), '/', () => waiting);
  closeOnSignal(server);
  const port = await listen(server, FIRST_PORT);
  const address = `http://localhost:${port}/  (Ctrl-C ends it)`;
  if (waiting !== undefined) console.log(`The book will be at ${address}`);
  try {
    await ensureBuilt((line) => (waiting = line));
  } catch (error) {
    server.close();
    server.closeAllConnections();
    throw error;
  }
  waiting = undefined;
  console.log(`\nThe book is at ${address}`);
});
