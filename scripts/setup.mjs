// Brings a fresh machine to where the book can be built and tested. Plain JavaScript without dependencies,
// because it runs before anything is installed, on whatever Node the reader has (20.19 or later). Never asks.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, lstatSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeTables } from './build/tables.mjs';
import { alone } from './setup/alone.mjs';

/** The project's folder. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url));
const BIN = join(ROOT, 'node_modules', '.bin');
export const WINDOWS = process.platform === 'win32';
/** The first Node that runs TypeScript files as they are. */
const OLDEST_NODE = [22, 18];

/** A set-up step that failed, with a sentence that says what to do. */
export class SetupFailed extends Error {}

/** What a step says goes to stderr, so that a command's own output stays clean. */
function say(sentence) {
  process.stderr.write(`${sentence}\n`);
}

/**
 * True when every package of the lock file stands in node_modules in the locked version.
 * `installed` is the list npm leaves there when it has finished; optional packages may be missing (other platforms).
 */
export function installedAsLocked(lock, installed) {
  return Object.entries(lock.packages ?? {}).every(([path, wanted]) => {
    if (path === '') return true;
    const found = installed.packages?.[path];
    return found ? found.version === wanted.version : wanted.optional === true;
  });
}

function readJson(...path) {
  try {
    return JSON.parse(readFileSync(join(ROOT, ...path), 'utf8'));
  } catch {
    return {};
  }
}

const isInstalled = () =>
  installedAsLocked(readJson('package-lock.json'), readJson('node_modules', '.package-lock.json'));

/** Installs the locked packages unless they are already there; of two commands that begin at once one does. */
export function ensureDependencies() {
  alone(join(ROOT, '.cache', 'installing'), isInstalled, install, () =>
    say('Another command is installing the packages; this one goes on when they are there …'),
  );
  writeTables();
}

function install() {
  // Installing through a link would empty the folder of another copy.
  if (lstatSync(join(ROOT, 'node_modules'), { throwIfNoEntry: false })?.isSymbolicLink()) {
    throw new SetupFailed(
      'node_modules is a link to packages of other versions. Remove the link, then start again.',
    );
  }
  say('Installing the packages of package-lock.json (once; a minute or two) …');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: ROOT,
    shell: WINDOWS,
    // npm's own output would mix with what a command prints.
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) {
    throw new SetupFailed(
      'The packages could not be installed. Check the network and the disk, then run "npm ci" by itself to see why.',
    );
  }
}

/** True for a version text such as `v26.10.0` that is new enough. */
export function newEnough(version, oldest = OLDEST_NODE) {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  return major > oldest[0] || (major === oldest[0] && minor >= oldest[1]);
}

function versionOf(program) {
  const { status, stdout } = spawnSync(program, ['--version'], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : '';
}

/** The path of a Node that is new enough: the one that comes with the packages, else the one that runs this. */
function projectNode() {
  const bundled = join(BIN, WINDOWS ? 'node.exe' : 'node');
  const candidates = [...(existsSync(bundled) ? [bundled] : []), process.execPath];
  const found = candidates.find((program) => newEnough(versionOf(program)));
  if (found) return found;
  throw new SetupFailed(
    `The book is built by Node ${OLDEST_NODE.join('.')} or later; this is ${process.version}, and the Node that comes ` +
      'with the packages does not run on this system. Install a newer Node and try again.',
  );
}

/** The environment for the project's programs: the right Node first, then node_modules/.bin. */
export function projectEnvironment(extra = {}) {
  const path = [dirname(projectNode()), BIN, process.env.PATH ?? process.env.Path ?? ''];
  return {
    ...process.env,
    ASTRO_TELEMETRY_DISABLED: '1',
    ...extra,
    PATH: path.join(delimiter),
  };
}

/** How a program of the project (or `node`) is started under the right Node; the packages' own programs go by name. */
export function projectCommand(program, env) {
  return {
    command: program === 'node' ? projectNode() : program,
    options: { cwd: ROOT, shell: WINDOWS && program !== 'node', env: projectEnvironment(env) },
  };
}

/** Runs a program of the project to its end. */
export function inProjectNode(program, args = [], { env, ...rest } = {}) {
  const { command, options } = projectCommand(program, env);
  return spawnSync(command, args, { stdio: 'inherit', ...options, ...rest });
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

// On Windows a browser does not answer --version; that it exists must do.
const runs = (path) => isProgram(path) && (WINDOWS || versionOf(path) !== '');

/** The first of these names that stands on the PATH and runs, else undefined. */
export function onPath(names, path = process.env.PATH ?? process.env.Path ?? '', isFine = runs) {
  const folders = path.split(delimiter).filter(Boolean);
  const places = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return places.find(isFine);
}

const USUAL_PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ...[process.env['ProgramFiles'], process.env['ProgramFiles(x86)'], process.env['LocalAppData']]
    .filter(Boolean)
    .map((folder) => join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe')),
];

function playwrightsOwn() {
  try {
    return createRequire(import.meta.url)('playwright').chromium.executablePath();
  } catch {
    return '';
  }
}

/** The Chromium (or Chrome) that stands on this machine, if any. */
export function findChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (runs(named)) return named;
    throw new SetupFailed(`CHROMIUM_PATH says ${named}, but no program runs there.`);
  }
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  return onPath(names) ?? [...USUAL_PLACES, playwrightsOwn()].find((path) => path && runs(path));
}

/** Neither says its version. */
const findWebKit = () =>
  onPath(['Xvfb'], undefined, isProgram) && onPath(['WebKitWebDriver'], undefined, isProgram);

/** The first Python that has NumPy; nothing where none has. */
export const findPython = () =>
  ['python3', '/usr/bin/python3'].find(
    (one) => spawnSync(one, ['-c', 'import numpy'], { stdio: 'ignore' }).status === 0,
  );

const findProgram = (name) => onPath([name], undefined, isProgram);

/**
 * Programs that a newcomer need not have: without one, its tests are skipped and say so. `VARIABLE_PATH` names it; what is large
 * is installed and asked for by `npm run test:all` alone.
 */
const PROGRAMS = [
  {
    name: 'Firefox',
    variable: 'FIREFOX',
    find: () => onPath(['firefox-esr', 'firefox']),
    packages: ['firefox-esr'],
  },
  {
    name: 'Poppler',
    variable: 'PDFINFO',
    find: () => findProgram('pdfinfo'),
    packages: ['poppler-utils'],
  },
  { name: 'qpdf', variable: 'QPDF', find: () => findProgram('qpdf'), packages: ['qpdf'] },
  {
    name: 'Python with NumPy',
    variable: 'PYTHON',
    find: findPython,
    packages: ['python3', 'python3-numpy'],
  },
  {
    name: 'EPUBCheck',
    variable: 'EPUBCHECK',
    find: () => findProgram('java') && findProgram('epubcheck'),
    packages: ['epubcheck', 'default-jre-headless'],
  },
  {
    name: 'WebKitGTK',
    variable: 'WEBKIT',
    find: findWebKit,
    packages: ['webkit2gtk-driver', 'xvfb'],
    isLarge: true,
  },
];

function isDebian() {
  try {
    return /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}

/** Installs Debian packages where that needs no question: as root, or with a sudo that asks for no password. */
function aptInstall(packages) {
  if (!isDebian()) return false;
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  if (sudo.length > 0 && spawnSync('sudo', ['-n', 'true']).status !== 0) return false;
  say(`Installing ${packages.join(' and ')} by apt-get …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args) => {
    const [program, ...rest] = [...sudo, 'apt-get', '-q', ...args];
    return spawnSync(program, rest, { env, stdio: ['ignore', 'ignore', 2] }).status === 0;
  };
  // A mirror that fails in one list may still have the package: the install decides.
  apt('update');
  return apt('install', '-y', '--no-install-recommends', ...packages);
}

function installChromium() {
  // Debian's package first: Playwright's download lacks the system libraries on a bare Debian.
  if (aptInstall(['chromium', 'fonts-liberation'])) return;
  say('Downloading Chromium with Playwright …');
  inProjectNode('playwright', ['install', 'chromium'], { stdio: ['ignore', 2, 2] });
}

/** Where Chromium is; installs it where it is missing. */
export function ensureChromium() {
  if (!findChromium()) installChromium();
  const chromium = findChromium();
  if (chromium) return chromium;
  throw new SetupFailed(
    'The browser tests need Chromium and it could not be installed here. Install Chromium or Chrome, or set CHROMIUM_PATH to it, and try again.',
  );
}

/** Where a program is, or why it is nowhere, as environment variables; installs it where it is missing. */
function ensureProgram({ name, variable, find, packages }) {
  const found = () => process.env[`${variable}_PATH`] ?? find() ?? '';
  if (found() === '') aptInstall(packages);
  const isThere = found() !== '';
  const why = `${name} was not found and could not be installed; set ${variable}_PATH to it`;
  if (!isThere && process.env.CI && isDebian())
    throw new SetupFailed(`${why}. With CI set it must be there.`);
  return { [`${variable}_PATH`]: found(), [`${variable}_MISSING`]: isThere ? '' : why };
}

/** The tests' browsers and judges as environment variables, which the page tests read; installs what is missing. */
export function ensureBrowsers() {
  const chromium = ensureChromium();
  const asked = PROGRAMS.filter(({ isLarge }) => !isLarge || process.env.TEST_ALL);
  const others = asked.map(ensureProgram);
  return Object.assign({ CHROMIUM_PATH: chromium, CHROME_PATH: chromium }, ...others);
}
