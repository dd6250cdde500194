/** Classes in which some work and some attack: what lies in the folder, and what is true of it. Seeded. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { simulated, truthsOf, type RunAll } from '../../../scripts/hand-in/class.ts';
import type { HandedItem, Submission } from '../../../src/tasks/sets/pure/submission/submission.ts';
import type { Assignment, Key } from '../../../src/tasks/sets/pure/format/assignment.ts';
import { firstLink, linked } from '../../../src/tasks/sets/pure/submission/chain.ts';
import { signed, submissionText } from '../../../src/tasks/sets/pure/submission/write.ts';
import { normalised, type Student } from '../../../src/tasks/sets/pure/variants/student.ts';
import { begun, submissionOf } from '../../../src/tasks/sets/pure/work/work.ts';
import type { Rerun } from '../../../src/tasks/grading/pure/grade/reruns.ts';
import { runKey } from '../../../widgets/kit/record/run-key.ts';
import type { RunRecord } from '../../../widgets/kit/record/run-record.ts';
import { seeded, type Random } from '../../../widgets/kit/numbers/random.ts';
import { NAMES } from '../grading/class.ts';
import { SHORT } from './mangled.ts';

/** Somebody of the class. `listed`: as the platform knows them, for a name there is anybody’s own choice. */
interface Person extends Student {
  readonly account: number;
  readonly submission: Submission;
  listed: Student;
}

/** What is true of a class. */
export interface Attacked {
  readonly attacks: readonly string[];
  /** The hand-ins, in `class`, and the lists of the class, by path. */
  readonly folder: string;
  readonly lists: readonly string[];
  /** By number: whoever works has so many points, and such flags at most. */
  readonly honest: ReadonlyMap<string, { readonly points: number; readonly flags: Set<string> }>;
  /** By number: what an attacker has answered rightly, and may have. */
  readonly most: ReadonlyMap<string, number>;
  /** Who stands outside of the folder, and is to be seen nowhere. */
  readonly ghost: Student;
  /** How many files attack. */
  readonly hostile: number;
}

type Content = Submission | string | Uint8Array;

/** What an attack goes by. */
interface Scene {
  readonly assignment: Assignment;
  readonly key: Key;
  readonly random: Random;
  /** Who is attacked; who attacks, and has handed in nothing else; where nobody should look. */
  readonly victim: Person;
  readonly eve: Person;
  /** What the attacker has done, rightly and wrongly, and the text of it. */
  readonly own: Submission;
  readonly text: string;
  readonly outside: string;
  readonly hasAccounts: boolean;
  /** Hands something in, under the attacker’s account. */
  put(content: Content, name: string, by?: Person): void;
  /** Where something else than a file is put. */
  place(name: string): string;
  /** What the victim may be flagged with: a question to a person, and no point less. */
  flag(...flags: readonly string[]): void;
}

const MADE = (minute: number): string => new Date(Date.UTC(2026, 10, 28, 9, minute)).toISOString();

const withItems = (
  of: Submission,
  change: (one: HandedItem, id: string) => Partial<HandedItem>,
): Submission => ({
  ...of,
  items: Object.fromEntries(
    Object.entries(of.items).map(([id, one]) => [id, { ...one, ...change(one, id) }]),
  ),
});

/** Under a number, with a whole chain for it: all that code which everybody has can do. */
function under(of: Submission, { name, number }: Student, session = of.session): Submission {
  const before = { count: 0, link: firstLink(of.assignment.id, session, number) };
  let { link } = before;
  const entries = of.log.entries.map((one) => {
    const fresh = linked(link, one);
    ({ link } = fresh);
    return fresh;
  });
  return signed({ ...of, student: { name, number }, session, log: { before, entries } });
}

const blank = (assignment: Assignment, who: Student, session: string): Submission =>
  signed(submissionOf(begun(assignment, who, session), assignment, MADE(0), { salt: session }));

/** An answer to everything, and none that earns a point. */
const spoiled = (of: Submission): Submission =>
  withItems({ ...of, made: MADE(1) }, ({ answer }) => ({
    runs: [],
    answer: typeof answer === 'string' ? '0.123' : answer && ['qqq'],
  }));

/** With other runs before the true ones, as many in all. */
const withRuns = (of: Submission, change: (run: RunRecord) => Partial<RunRecord>): Submission =>
  signed(
    withItems(of, ({ runs }) => ({
      runs: [...runs.map((run) => ({ ...run, ...change(run) })), ...runs].slice(0, 3),
    })),
  );

const answering = (of: Submission, text: (at: number) => string): Submission =>
  withItems(of, ({ answer }, id) => {
    const at = Object.keys(of.items).indexOf(id);
    return { answer: Array.isArray(answer) ? [text(at), ...answer.slice(1)] : text(at) };
  });

const pick = <T>(random: Random, from: readonly T[]): T => from[random.whole(from.length)] as T;
const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');
const escaped = (of: string): string =>
  of.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** As a course’s text field keeps what was pasted: each line in tags, blanks at its beginning as entities. */
export const pasted = (text: string): string =>
  `<!DOCTYPE html><html><head><style>p { color: red }</style></head><body><p>Hello,</p>${text
    .trimEnd()
    .split('\n')
    .map((line) => `<p>${escaped(line).replaceAll('  ', '&nbsp; ').replace(/^ /, '&nbsp;')}</p>`)
    .join('\n')}</body></html>`;

/** Names as platforms have them: one word with a point for the other, an underscore, marks apart, turned round. */
const ALL_NAMES = [...NAMES, '. Suharto', 'Ada_5 Cho', 'Zoe\u0308 Brandt', '\u202EAda Ito\u202C'];

/** No platform lists signs that are none. */
const LISTED = SHORT.map((one) => one.replace(/[^\P{Cc}\s]/gu, ''));

/** How people save what they hand in. */
const SAVED: readonly (readonly [end: string, (text: string) => string | Uint8Array])[] = [
  ['.json', (text) => text],
  ['.txt', (text) => `\uFEFF${text}`],
  ['.JSON', (text) => utf16(`\uFEFF${text}`)],
  ['', (text) => utf16(`\uFEFF${text}`).swap16()],
  ['.html', pasted],
  ['.json.txt', (text) => `Hello,\r\n${text.replaceAll('\n', '\r\n')}Best\r\n`],
  ['.csv', (text) => utf16(text)],
];

/** Longer than is ever looked at, and what takes the square of its length if it is looked for clumsily. */
const SLOW = ['<', '<head', '<p ', '<style></style', '&amp', '<!--', '</p', '{"', '\\"'];
const SLOW_ANSWERS = ['\u00A0,', '1,', '9', ' 000', 'p99 is 1 % or ', '\n\t\r ', '\u202E=1;'].map(
  (one) => `1${one.repeat(2_000 / one.length)}\nx\ny`,
);
/** Names of files that lead out of a folder, or stand for something else. */
const PATHS = [
  ...['..\\..\\out.json', '%2e%2e%2fout.json', '....', '-rf', '~', '$(id).json', 'con.json'],
  ...["=cmd|'calc'!A0.json", '@SUM(A1).csv', '<img src=x onerror=alert(1)>.json', 'a;=1.json'],
  ...['\u202Enosj.exe', 'a\n- Bo (7): handed in nothing.', '\u001b[2J\u001b]0;x\u0007.json'],
];
const NUMBERS = [
  ...['../../../out', '/etc/passwd', '__proto__', 'constructor', 'toString', '=1+1', '<b>7</b>'],
  ...['\u202E77', '7\u0000', '-', '\u200B', '٧٧٧', '𝟟𝟟', 'con', '9'.repeat(40)],
];

/** A hand-in that somebody else’s number, and nothing of theirs, is in. */
const impostor = ({ eve, victim }: Scene, session?: string): Submission =>
  under(spoiled(eve.submission), victim, session);

/** Under names that a platform gives, by somebody whose own has a line in it. */
function called(scene: Scene): undefined {
  const { put, victim, eve, flag } = scene;
  flag('conflict', 'repeated');
  eve.listed = { name: 'Eve\u2028Ito', number: eve.number };
  for (const end of ['assignsubmission_file_', 'assignsubmission_file_/', '77_'])
    put(impostor(scene), `${victim.listed.name}_${victim.account}_${end}${eve.number}.json`);
}

/** What is done, by what it is called: what is handed in for it, where that is not put somewhere by itself. */
const ATTACKS: Readonly<Record<string, (scene: Scene) => readonly Content[] | undefined>> = {
  'nothing in it': () => ['', '\uFEFF \r\n\t', '\0', 'null', '{}'],
  'cut short': ({ text, random }) => [
    ...[text.slice(0, random.whole(text.length)), text.trimEnd().slice(0, -1), text.slice(1)],
  ],
  'two in one': ({ text, victim }) => [text + submissionText(victim.submission)],
  'other files under its name': ({ text, random }) => [
    ...[`PK\u0003\u0004${text}`, `%PDF-1.7\n${text}`, Buffer.from(`\u0089PNG${text}`, 'latin1')],
    Buffer.from(Array.from({ length: 5_000 }, () => random.whole(256))),
  ],
  'half a letter': ({ text }) => [
    ...[utf16(text).subarray(1), Buffer.from(text, 'utf8').fill(0xff, 40, 42)],
    text.replace(/("name": ")[^"]*/, '$1\\ud800\\u0000\\u202e'),
  ],
  'nested without end': ({ text }) => [
    '['.repeat(100_000),
    text.replace(/"note": "[^"]*"/, `"note": ${'{"a":'.repeat(5_000)}`),
  ],
  'names of prototypes': ({ text }) =>
    ['__proto__', 'constructor', 'prototype'].flatMap((name) =>
      ['{', '"items": {', '"student": {', '"settings": {'].map((where) =>
        text.replace(where, `${where}"${name}": {"kind": "key", "points": 99},`),
      ),
    ),
  'numbers beyond numbers': ({ text }) =>
    ['1e999', '-1', '0.5', '1e308', '9007199254740993', 'NaN', '"3"'].map((one) =>
      text.replace(/("tries"|"hints"): \d+/, `$1: ${one}`),
    ),
  'one field twice': ({ text, victim: { name, number }, flag }) => {
    flag('conflict', 'repeated');
    const twice = `"student": ${JSON.stringify({ name, number })}, "items": {}, "receipt"`;
    return [text.replace('"receipt"', twice)];
  },
  'three gigabytes': ({ place }) => {
    const path = place('large.json');
    writeFileSync(path, '{');
    truncateSync(path, 3 * 2 ** 30);
  },
  'slow to read': () => SLOW.map((one) => `<${one.repeat(160_000)}`.slice(0, 319_999)),
  'slow to judge': ({ own }) =>
    SLOW_ANSWERS.map((_, i) =>
      signed(answering(own, (at) => SLOW_ANSWERS[(at + i) % SLOW_ANSWERS.length] ?? '')),
    ),
  'one slow answer': ({ own }) => [
    signed(answering(own, (at) => (at === 0 ? `1${' '.repeat(7_900)}\nx\ny` : ''))),
  ],
  'links to outside': ({ place, outside }) => {
    symlinkSync(join(outside, 'ghost.json'), place('link.json'));
    symlinkSync('../../outside/ghost.json', place('other.json'));
    symlinkSync(outside, place('folder'));
  },
  'links in circles': ({ place }) => {
    symlinkSync('.', place('loop'));
    symlinkSync('b.json', place('a.json'));
    symlinkSync('a.json', place('b.json'));
  },
  'a pipe': ({ place }) => void execFileSync('mkfifo', [place('pipe.json')]),
  'a device': ({ place }) => {
    symlinkSync('/dev/zero', place('zero.json'));
    symlinkSync('/dev/stdin', place('stdin.json'));
    // Only some may make one.
    spawnSync('mknod', [place('device.json'), 'c', '1', '5']);
  },
  'a folder by its name': ({ put, place, own }) => {
    mkdirSync(place('folder.json'));
    put(own, `deep.json/${'x/'.repeat(60)}hand-in.json`);
  },
  'markup and formulas': ({ own, random, eve: { number } }) =>
    [1, 2, 3].map(() => {
      const any = (): string => pick(random, SHORT);
      const noted = withItems(own, () => ({ note: any() }));
      return signed({ ...answering(noted, any), edition: any(), student: { name: any(), number } });
    }),
  'signs piled up and turned round': ({ own, eve: { number } }) =>
    ['Z\u0341\u0353\u0362'.repeat(20), '\u202Eada\u202C', '\u200B\u2066', '\uFDFD'.repeat(90)].map(
      (name) => signed({ ...own, student: { name, number } }),
    ),
  'a number in other signs': (scene) => {
    const { name, number } = scene.victim;
    scene.flag('conflict', 'repeated');
    const wide = number.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)));
    return [wide, ` 00${number}`, [...number].join('\u200D-')].map((one) =>
      under(impostor(scene), { name, number: one }),
    );
  },
  'the number of another': (scene) => {
    const { assignment, put, victim, own, flag } = scene;
    flag('conflict', 'repeated');
    put(impostor(scene), `${victim.number}-${assignment.id} (1).json`);
    return [blank(assignment, victim, own.session)];
  },
  'the ticket of another, too': ({ assignment, victim, flag }) => {
    flag('repeated', 'conflict');
    const { submission } = victim;
    return [
      blank(assignment, victim, submission.session),
      { ...spoiled(submission), receipt: submission.receipt },
    ];
  },
  'the file of another': ({ victim: { submission }, eve: { name, number } }) => [
    { ...submission, student: { name, number } },
  ],
  'the answers of another': ({ victim: { submission }, own }) => [
    { ...own, items: submission.items },
  ],
  'the variants of another': ({ victim: { submission }, own }) => [
    signed(
      withItems(own, (one, id) => {
        const { variant, note } = submission.items[id] ?? one;
        return { variant, note };
      }),
    ),
  ],
  'the receipt of another': ({ victim: { submission }, own }) => [
    { ...own, receipt: submission.receipt },
  ],
  'the log of another': ({ victim: { submission }, own }) => [
    signed({ ...own, log: submission.log }),
  ],
  'the log of another, chained anew': ({ victim: { submission }, own, eve, flag }) => {
    // Nothing tells which of the two was made of the other: both are asked.
    flag('alike');
    return [under({ ...own, log: submission.log }, eve)];
  },
  'measures as one wishes': ({ own }) =>
    [0, 1e9, null].map((value) =>
      withRuns(own, ({ measures }) => ({
        measures: Object.fromEntries(Object.keys(measures).map((name) => [name, value])),
      })),
    ),
  'runs that no page makes': ({ own }) => [
    ...(
      [
        ['requests', 1e12],
        ['requests', -1],
        ['seed', 'x'],
        ['unknown', 1],
      ] as const
    ).map(([name, value]) =>
      withRuns(own, (run) => ({ settings: { ...run.settings, [name]: value } })),
    ),
    withRuns(own, () => ({ widget: 'none', version: 9_999, backend: '=1' })),
  ],
  'a broken chain': ({ own }) => {
    const { before, entries } = own.log;
    return [
      signed({ ...own, log: { before, entries: entries.toReversed() } }),
      signed({ ...own, log: { before: { ...before, count: 9 }, entries } }),
    ];
  },
  'beyond all counts': ({ own }) => {
    const most = { tries: 100_000, hints: 50, minutes: 99_999.5, confidence: 'certain' } as const;
    return [signed(withItems(own, () => most))];
  },
  'of something else': ({ own, text }) => [
    signed({ ...own, assignment: { ...own.assignment, id: 'other-set' } }),
    signed({ ...own, book: 'other-book' }),
    signed(withItems(own, ({ version }) => ({ version: version + 1 }))),
    text.replace('"format": 1', '"format": 2'),
  ],
  'of another edition': ({ own }) => [
    signed({ ...own, edition: '=1', assignment: { ...own.assignment, hash: '0'.repeat(16) } }),
  ],
  'what nobody asked': ({ own }) => {
    const [one] = Object.values(own.items);
    const more = Array.from({ length: 40 }, (_, i) => [`item-${i}`, { ...one, answer: 'x' }]);
    return [signed({ ...own, items: { ...own.items, ...Object.fromEntries(more) } })];
  },
  'other files of the book': ({ key, assignment: { id, title, hash }, victim, eve }) => {
    const readings = [{ ref: '0'.repeat(16), points: 9, note: '=1' }];
    const [item] = Object.keys(key.items);
    const decisions = [{ number: eve.number, item, points: 99, note: '' }];
    return [
      key,
      { format: 1, kind: 'read', assignment: { id, title, hash }, assistant: 'Eve', readings },
      { assignment: key.assignment, students: [victim], decisions, key },
      { format: 1, kind: 'work', answers: {} },
    ].map((one) => JSON.stringify(one));
  },
  'two and twelve of a number': (scene) => {
    const { assignment, own, victim, eve, flag } = scene;
    flag('conflict', 'repeated');
    const tickets = Array.from({ length: 12 }, (_, i) => String(i).padStart(16, '0'));
    return [
      ...tickets.slice(0, 2).map((ticket) => under(own, eve, ticket)),
      ...tickets.map((ticket, i) =>
        i % 2 === 0 ? blank(assignment, victim, ticket) : impostor(scene, ticket),
      ),
    ];
  },
  'paths in names of files': ({ put, own }) => {
    for (const name of PATHS) put(own, name);
  },
  'paths in numbers': ({ own }) => NUMBERS.map((number) => under(own, { name: number, number })),
  'long names': ({ put, own, hasAccounts }) => {
    put(own, `${'ä'.repeat(60)}.json`);
    // What is given back lies in a folder with a longer name.
    put(own, `_${'2'.repeat(hasAccounts ? 60 : 230)}_assignsubmission_f`);
  },
  'called as another’s upload': called,
  'called as another’s upload where nothing is': called,
  'by another account': (scene) => {
    const { own, victim, hasAccounts, flag } = scene;
    flag('conflict', 'repeated');
    // Without accounts the better one counts until a person has asked.
    return [impostor(scene), ...(hasAccounts ? [under(own, victim)] : [])];
  },
  'the name of another': (scene) => {
    scene.flag('conflict', 'repeated');
    scene.eve.listed = { name: scene.victim.listed.name, number: scene.eve.number };
    return [impostor(scene)];
  },
  'the number of another in the list': (scene) => {
    scene.flag('conflict', 'repeated');
    scene.eve.listed = { name: scene.eve.name, number: `0${scene.victim.number}` };
    return [impostor(scene)];
  },
  'names that are passed over': (scene) => {
    const { put, victim, flag } = scene;
    flag('conflict', 'repeated');
    for (const name of ['truth.json', '.x.json', `${victim.number}-feedback.md`, '__MACOSX/x.json'])
      put(impostor(scene), name);
  },
  'names that look the same': ({ put, own, eve }) => {
    for (const name of ['\u00e9.json', 'e\u0301.json', 'E\u0301.JSON', '\uFF25.json'])
      put(own, `${eve.number} ${name}`);
  },
  'an earlier version': ({ assignment, put, victim, flag }) => {
    put(blank(assignment, victim, victim.submission.session), 'early.json', victim);
    flag('repeated');
  },
  'a page that bites': ({ text }) => [
    pasted(text).replace('<body>', '<body><script>{"kind":1}</script><img src=x onerror=alert(1)>'),
    pasted(text).replaceAll('&nbsp;', '&#1114112;&#xD800;&bogus;'),
  ],
};
const NAMED = Object.entries(ATTACKS);
/** So many classes go through all attacks once. */
const TURN = 4;
const HONEST = 6;

/** Where something that somebody has handed in lies, and what the class’s list looks like. */
interface Platform {
  /** Where the platform says who has uploaded: in the name of a folder, or of the file. */
  readonly accounts?: 'folder' | 'file';
  path(who: Person, name: string): string;
  list?(people: readonly Person[], title: string): readonly (readonly string[])[];
}
const folder = ({ listed, account }: Person): string =>
  `${listed.name.replace(/[/\p{Cc}]/gu, '')}_${account}_assignsubmission_file_`;
const letters = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '') || 'x';
const WORKSHEET =
  'Identifier;Full name;ID number;Email address;Status;Grade;Maximum grade;Grade can be changed;Last modified (submission);Last modified (grade);Feedback comments';
const worksheet: Platform['list'] = (people) => [
  WORKSHEET.split(';'),
  ...people.map(({ listed, account }) => [
    ...[`Participant ${account}`, listed.name, listed.number, `${account}@example.com`, 'x'],
    ...['', '100.00', 'Yes', '-', '-', ''],
  ]),
];
const PLATFORMS: readonly Platform[] = [
  { path: (_, name) => name },
  { accounts: 'folder', path: (who, name) => `${folder(who)}/${name}`, list: worksheet },
  {
    accounts: 'file',
    path: ({ listed, account }, name) => `${letters(listed.name)}_${account}_77_${name}`,
    list: (people, title) => [
      ['Student', 'ID', 'SIS User ID', 'SIS Login ID', 'Section', `${title} (77)`],
      ['    Points Possible', '', '', '', '', '100'],
      ...people.map(({ listed, account }) => [
        ...[listed.name, String(account), listed.number, `l${account}`, 'A', ''],
      ]),
    ],
  },
  { accounts: 'file', path: (who, name) => `${folder(who)}${name}`, list: worksheet },
  {
    path: (_, name) => name,
    list: (people) => [
      ['number', 'name', 'email'],
      ...people.map(({ listed, account }) => [
        listed.number,
        listed.name,
        `=${account}@example.com`,
      ]),
    ],
  },
];

/** What would be none elsewhere. */
const NEEDS: Readonly<Record<string, (platform: Platform) => boolean>> = {
  'called as another’s upload': ({ accounts }) => accounts === 'folder',
  'called as another’s upload where nothing is': ({ accounts }) => accounts === undefined,
  'by another account': ({ accounts }) => accounts !== undefined,
  'the name of another': ({ accounts }) => accounts !== undefined,
  'the number of another in the list': ({ accounts }) => accounts !== undefined,
};

const platformOf = (seed: number): Platform => PLATFORMS[seed % PLATFORMS.length] as Platform;

/** The attacks of a class: of as many as go through all each once, where it can bite. */
function attacksOf(seed: number): readonly (typeof NAMED)[number][] {
  const first = seed - ((seed - 1) % TURN);
  const turn = Array.from({ length: TURN }, (_, at) => first + at);
  const dealt = seeded(first, 'attacks').order(NAMED.length);
  return NAMED.filter(([name], i) => {
    const able = turn.filter((one) => NEEDS[name]?.(platformOf(one)) ?? true);
    const some = able.length > 0 ? able : turn;
    return some[(dealt[i] ?? 0) % some.length] === seed;
  });
}

const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** Writes the class of this seed, with all that lies around it, into an empty folder. */
export async function attacked(
  key: Key,
  seed: number,
  root: string,
  runAll: RunAll,
): Promise<Attacked> {
  const { assignment } = key;
  const random = seeded(seed, 'attack');
  const platform = platformOf(seed);
  const attacks = attacksOf(seed);
  const runs = new Map<string, Rerun>();
  const keeping: RunAll = (all, onDone) =>
    runAll(all, (run, rerun) => {
      runs.set(runKey(run), rerun);
      onDone(run, rerun);
    });
  const count = HONEST + attacks.length + 1;
  const { files } = await simulated(key, count, seed, keeping, () => 'plain');
  const people = [...files.values()].map((text, at): Person => {
    const found = JSON.parse(text) as Submission;
    const { number } = found.student;
    const name =
      at < HONEST
        ? (ALL_NAMES[(seed * HONEST + at) % ALL_NAMES.length] ?? '')
        : pick(random, LISTED);
    const submission = signed({ ...found, student: { name: found.student.name, number } });
    return {
      ...{ name: found.student.name, number, account: 100 + at, submission },
      listed: { name, number },
    };
  });
  const earned = ({ student: { number }, items }: Submission): number =>
    Object.values(
      truthsOf(key, number, items, ({ widget, widgetVersion: version }, settings) => {
        const rerun = runs.get(runKey({ widget, version, settings }));
        return rerun?.state === 'done' ? rerun.measures : undefined;
      }),
    ).reduce((sum, { points }) => sum + points, 0);
  const honest = new Map<string, { points: number; flags: Set<string> }>();
  const most = new Map<string, number>();
  const place = (who: Person, name: string): string => {
    const path = join(root, 'in/class', platform.path(who, name));
    mkdirSync(dirname(path), { recursive: true });
    return path;
  };
  let hostile = 0;
  for (const [at, who] of people.slice(0, HONEST).entries()) {
    const named = { ...who.submission, student: { name: who.listed.name, number: who.number } };
    const [end, write] = SAVED[(seed + at) % SAVED.length] as (typeof SAVED)[number];
    const path = place(who, `${assignment.id}-${normalised(who.number)}${end}`);
    writeFileSync(path, write(submissionText(signed(named))));
    honest.set(normalised(who.number), { points: earned(named), flags: new Set() });
  }
  const outside = join(root, 'outside');
  mkdirSync(outside);
  const ghost = people.at(-1) as Person;
  writeFileSync(join(outside, 'ghost.json'), submissionText(ghost.submission));
  for (const [at, [, attack]] of attacks.entries()) {
    const eve = people[HONEST + at] as Person;
    const victim = people[random.whole(HONEST)] as Person;
    const put: Scene['put'] = (content, name, by = eve) => {
      hostile += 1;
      const isOne = typeof content === 'object' && 'student' in content;
      writeFileSync(place(by, name), isOne ? submissionText(content) : content, { flag: 'wx' });
      // What is no whole file is made of her own.
      const counted = isOne ? content : eve.submission;
      const number = normalised(counted.student.number);
      most.set(number, Math.max(most.get(number) ?? 0, earned(counted)));
    };
    const contents = attack({
      ...{ assignment, key, random, victim, eve, outside, put },
      ...{ own: eve.submission, text: submissionText(eve.submission) },
      hasAccounts: platform.accounts !== undefined,
      place(name) {
        hostile += 1;
        return place(eve, `${eve.number} ${name}`);
      },
      flag: (...flags) =>
        flags.forEach((one) => honest.get(normalised(victim.number))?.flags.add(one)),
    });
    for (const [i, content] of (contents ?? []).entries()) put(content, `${eve.number}-${i}.json`);
  }
  const rows = platform.list?.(people.slice(0, -1), assignment.title);
  const lists = rows ? [join(root, 'in', 'list.csv')] : [];
  for (const path of lists)
    writeFileSync(path, rows?.map((row) => `${row.map(cell).join(',')}\n`).join('') ?? '');
  return {
    ...{ folder: join(root, 'in'), lists, honest, most, hostile, ghost },
    attacks: attacks.map(([name]) => name),
  };
}
