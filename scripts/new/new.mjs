// `npm run new:lesson`, `new:widget` and `new:assignment` write a first version that builds and passes its checks.
import { runCommand } from '../command.mjs';
import { ensureDependencies, inProjectNode } from '../setup.mjs';

const [kind, ...words] = process.argv.slice(2);
const command = () => {
  ensureDependencies();
  return inProjectNode('node', ['scripts/new/main.ts', kind, ...words]).status ?? 1;
};
await runCommand(`new:${kind}`, command, words);
