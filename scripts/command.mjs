// How every command reads its words, explains itself and ends. Plain JavaScript without dependencies, as setup.mjs is.
import { parseArgs } from 'node:util';
import { COMMANDS } from './commands.mjs';
import { asksForEdition, inEdition } from './edition/in-edition.mjs';
import { Misread } from './misread.mjs';
import { SetupFailed } from './setup.mjs';

/**
 * What stands on a command line: words, the values of options, and options that take none.
 * @typedef {object} Words
 * @property {readonly string[]} words
 * @property {Readonly<Record<string, string>>} values
 * @property {readonly string[]} flags
 */

/** Those that npm knows without `run`. */
const SHORT = ['start', 'test'];
const ENDS = { 0: 'it is done', 1: 'it could not be done; why stands above', 2: 'wrong use' };

/** How a command is called: `npm test`, `npm run grade`. */
const callOf = (name) => COMMANDS[name].call ?? `npm ${SHORT.includes(name) ? '' : 'run '}${name}`;
const asHelp = (name) => `“${callOf(name)} -- --help” explains it`;

/** What every command takes. */
const EVERYWHERE = [
  ['--edition FOLDER', 'does it in an edition of your own: docs/make-it-yours.md'],
];

/** What a command takes, by kind. */
function partsOf(name) {
  const { takes = [], sections = {} } = COMMANDS[name];
  const rows = [takes, ...Object.values(sections), EVERYWHERE]
    .flat()
    .map(([head, says, rules = {}]) => {
      const [option, value] = head.startsWith('--') ? head.slice(2).split(' ') : [undefined, head];
      return { head, option, value, says, ...rules };
    });
  return {
    words: rows.filter(({ option }) => option === undefined),
    options: rows.filter(({ option }) => option !== undefined),
  };
}

/** What a command does, what it takes, examples, and how it ends. */
export function helpOf(name) {
  const { does, takes = [], sections = {}, examples, ends, names } = COMMANDS[name];
  const { words, options } = partsOf(name);
  const must = [...words, ...options.filter((one) => one.must)].map(({ head }) => head);
  const alone = options
    .filter((one) => one.alone)
    .map(({ head, alone: also }) => [
      head,
      ...also.map((name) => options.find(({ option }) => option === name).head),
    ]);
  const hasMore = options.some((one) => !one.must && !one.alone);
  const usage = [[...must, ...(hasMore ? ['[OPTIONS]'] : [])], ...alone, ['--help']]
    .map((line) => [callOf(name), ...(line.length > 0 ? ['--', ...line] : [])].join(' '))
    .join('\n       ');
  const width = Math.max(0, ...[...words, ...options].map(({ head }) => head.length));
  const listed = (rows) =>
    rows.map(([head, says, { otherwise } = {}]) => {
      const usual = otherwise === undefined ? '' : ` (default: ${otherwise})`;
      return `  ${head.padEnd(width)}  ${says}${usual}`;
    });
  const ending = Object.entries({ ...ENDS, ...ends }).map(([code, says]) => `  ${code}  ${says}`);
  return [
    [`Usage: ${usage}`],
    [`${does}.`],
    listed([...takes, ...EVERYWHERE]),
    ...Object.entries(sections).map(([title, rows]) => [title, ...listed(rows)]),
    ['Examples', ...examples.flatMap(([line, says]) => [`  ${line}`, `      ${says}`])],
    ['Ends with', ...ending],
    ...(names ? [['Names', names()]] : []),
  ]
    .filter(({ length }) => length > 0)
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n');
}

/**
 * The words of a command line, by their kinds; what they say is not looked at. Throws Misread at the first without a meaning.
 * @param {string} name the command’s, as in package.json
 * @param {readonly string[]} all
 * @returns {Words}
 */
export function wordsIn(name, all) {
  const { words: places, options } = partsOf(name);
  const types = options.map(({ option, value }) => [option, value ? 'string' : 'boolean']);
  const { tokens } = parseArgs({
    args: [...all],
    options: Object.fromEntries(types.map(([option, type]) => [option, { type }])),
    ...{ strict: false, allowPositionals: true, tokens: true },
  });
  const [words, values, flags] = [[], {}, []];
  for (const { kind, name: option, rawName, value, inlineValue } of tokens) {
    if (kind === 'positional') words.push(value);
    if (kind !== 'option') continue;
    const known = options.find((one) => one.option === option && rawName === `--${option}`);
    if (!known) throw new Misread(`There is no option ${rawName}; ${asHelp(name)}.`);
    if (option in values || flags.includes(option))
      throw new Misread(`${rawName} is given twice; say it once.`);
    if (!known.value && inlineValue) throw new Misread(`${rawName} takes no value; say it alone.`);
    if (known.value && (!value || (!inlineValue && value.startsWith('-'))))
      throw new Misread(`${rawName} wants a value: ${known.head}, ${known.says}.`);
    if (known.value) values[option] = value;
    else flags.push(option);
  }
  const given = [...Object.keys(values), ...flags];
  const alone = options.find((one) => one.alone && given.includes(one.option));
  const allowed = alone && [alone.option, ...alone.alone];
  const beside = alone && [...words, ...given.filter((one) => !allowed.includes(one))][0];
  if (beside)
    throw new Misread(
      `${allowed.map((one) => `--${one}`).join(', ')} stand${allowed.length > 1 ? '' : 's'} alone; leave out “${beside}”.`,
    );
  const takesMany = places.at(-1)?.head.endsWith('…');
  if (words.length > places.length && !takesMany)
    throw new Misread(`“${words[places.length]}” has no meaning here; ${asHelp(name)}.`);
  const isMissing = ({ option }) => !given.includes(option);
  const missing = alone
    ? options.filter((one) => alone.alone.includes(one.option)).find(isMissing)
    : (places.filter(({ head }) => !/[[…]/.test(head))[words.length] ??
      options.filter(({ must }) => must).find(isMissing));
  if (missing) throw new Misread(`${missing.head} is missing: ${missing.says}.`);
  for (const { option, needs } of options)
    if (needs && given.includes(option) && !given.includes(needs))
      throw new Misread(`--${option} wants --${needs}, too.`);
  return { words, values, flags };
}

/**
 * The same, each word and value looked at, and what is not said filled in. Throws Misread where one will not do.
 * @param {string} name
 * @param {readonly string[]} all
 * @returns {Words}
 */
export function asked(name, all) {
  const { words, values, flags } = wordsIn(name, all);
  const { words: places, options } = partsOf(name);
  for (const [i, word] of words.entries()) {
    const { is, head } = places[i] ?? places.at(-1);
    is?.(word, head.replace(' …', ''));
  }
  const usual = options.flatMap(({ option, otherwise }) =>
    otherwise === undefined ? [] : [[option, String(otherwise)]],
  );
  for (const { option, is } of options) if (option in values) is?.(values[option], `--${option}`);
  return { words, values: { ...Object.fromEntries(usual), ...values }, flags };
}

/**
 * Runs a command’s main function: explains the command where that is asked for, before anything is looked at; a command line
 * that cannot be understood becomes one sentence and exit status 2, a failed set-up one and 1.
 * @param {string} name the command’s, as in package.json
 * @param {(words: Words) => number | void | Promise<number | void>} main
 * @param {readonly string[]} all
 */
export async function runCommand(name, main, all = process.argv.slice(2)) {
  if (all.includes('--help') || all.includes('-h')) {
    process.stdout.write(helpOf(name));
    return;
  }
  try {
    if (asksForEdition(all)) {
      process.exitCode = await inEdition(name, all);
      return;
    }
    process.exitCode = (await main(asked(name, all))) ?? 0;
  } catch (error) {
    if (!(error instanceof Misread || error instanceof SetupFailed)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = error instanceof Misread ? 2 : 1;
  }
}
