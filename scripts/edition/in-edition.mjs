// `--edition FOLDER` with any command: the command runs in the edition's working copy, and what it makes is put into the folder.
import { spawn } from 'node:child_process';
import { cpSync, existsSync, readFileSync, readdirSync, rmSync, statSync, watch } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { Misread } from '../misread.mjs';
import { ROOT, SetupFailed, ensureDependencies, inProjectNode, projectCommand } from '../setup.mjs';

/** What commands make. */
const MADE = /^dist(?:-\w+)?$/;
const OPTION = '--edition';

/** Whether a command line asks for an edition. @param {readonly string[]} all */
export const asksForEdition = (all) => all.some((word) => word.split('=')[0] === OPTION);

/** Brings the working copy up to date. @param {string} folder */
function composed(folder) {
  const { status, stdout } = inProjectNode('node', ['scripts/edition/main.ts', folder], {
    ...{ stdio: ['ignore', 'pipe', 2], encoding: 'utf8' },
  });
  if (status !== 0)
    throw new SetupFailed('The edition cannot be made as it is; the reason stands above.');
  return JSON.parse(stdout);
}

/**
 * Runs the command there. What it says of a file of the working copy names the file that its author has.
 * @param {string} name the command’s, as in package.json
 * @param {readonly string[]} all
 */
export async function inEdition(name, all) {
  const at = all.findIndex((word) => word.split('=')[0] === OPTION);
  const isJoined = all[at].includes('=');
  const given = isJoined ? all[at].slice(OPTION.length + 1) : all[at + 1];
  if (!given || given.startsWith('-'))
    throw new Misread(`${OPTION} wants a value: the edition’s folder.`);
  const rest = all.filter((_, i) => i !== at && (isJoined || i !== at + 1)).map(fromHere);
  ensureDependencies();
  const folder = resolve(given);
  const { place, sources, own: ours } = composed(folder);
  // The tests of the book hold the book; of an edition what is its own is tested.
  if (name === 'test' && !rest.some((word) => !word.startsWith('-'))) rest.push(...ours);
  const names = new Map(sources);
  const own = new RegExp(`${escaped(place)}/?|(?<![\\w/])content/[\\w./-]+`, 'g');
  const renamed = (text) =>
    text.replace(own, (path) => (path.startsWith('content/') ? (names.get(path) ?? path) : ''));
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const [, ...words] = scripts[name].split(' ');
  const { command, options } = projectCommand('node', { EDITION: folder });
  const child = spawn(command, [...words, ...rest], {
    ...options,
    cwd: place,
    stdio: ['inherit', 'pipe', 'pipe'],
  });
  for (const [from, to] of [
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ])
    from.setEncoding('utf8').on('data', (text) => to.write(renamed(text)));
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  if (name === 'dev') follow(folder);
  const status = await new Promise((end) => {
    child.once('error', () => end(1));
    child.once('close', (code) => end(code ?? 1));
  });
  handOver(place, folder);
  return status;
}

/** A path as the command finds it, which runs elsewhere; several have commas between. @param {string} word */
const fromHere = (word) =>
  word
    .split(',')
    .map((one) => (isPath(one) ? resolve(one) : one))
    .join(',');
const isPath = (/** @type {string} */ word) =>
  !/^-|=|^\w+:\/\//.test(word) && (existsSync(word) || /[\\/]|\.[a-z]\w*$/i.test(word));

const escaped = (text) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** What was made lies in the author's folder. */
function handOver(place, folder) {
  for (const name of readdirSync(place).filter((one) => MADE.test(one))) {
    const [made, there] = [join(place, name), join(folder, name)];
    const isNewer = !existsSync(there) || newest(there) < newest(made);
    if (!isNewer) continue;
    rmSync(there, { recursive: true, force: true });
    cpSync(made, there, { recursive: true, preserveTimestamps: true });
  }
}

/** The time of the latest file right in a folder: the front page, or the one file. */
const newest = (folder) =>
  Math.max(0, ...readdirSync(folder).map((name) => statSync(join(folder, name)).mtimeMs));

/** While an author writes, what they save is brought over. */
function follow(folder) {
  let timer;
  watch(folder, { recursive: true }, (_, name) => {
    if (name === null || MADE.test(name.split(/[\\/]/)[0]) || basename(name).startsWith('.'))
      return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      try {
        composed(folder);
      } catch (error) {
        if (!(error instanceof SetupFailed)) throw error;
      }
    }, 100);
  });
}
