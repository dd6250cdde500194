/** The worker that reads and grades hand-ins: the same pure code as at the desk. */
import { expose } from 'comlink';
import { FILES, PROBLEMS } from '#words/src/tasks/sets/pure/submission/words';
import { CLASS_LIST } from '#words/src/tasks/grading/pure/out/words';
import { ROOM } from '#words/src/tasks/grading/teach/words';
import { runKey } from '../../../../widgets/kit/record/run-key.ts';
import { loadEngine } from '../../kinds/code/engine/engine.ts';
import { readKey } from '../../sets/pure/format/read-key.ts';
import { toRepeat, type Submitted } from '../pure/grade/class.ts';
import {
  merged,
  parcelFiles,
  readParcelIn,
  split,
  type ReadParcel,
} from '../pure/grade/parcels.ts';
import { earlierIn } from '../pure/grade/earlier.ts';
import { wantedRuns } from '../pure/grade/wanted-runs.ts';
import { LARGEST_AROUND } from '../../sets/pure/submission/read.ts';
import { readClassList } from '../pure/out/class-list.ts';
import { pageOf } from '../pure/out/view.ts';
import { memoryIn } from '../pure/stats/memory.ts';
import { ClassRoom } from './class-room.ts';
import { encoded } from './encoded.ts';
import { backFrom, bestFrom, saved } from './outputs.ts';
import type { GradeSide } from './protocol.ts';
import { readBytes } from './read-bytes.ts';

/** A list of a thousand students with all that a term holds has a megabyte. */
const LARGEST_LIST = 10_000_000;
/** So many students’ work goes to the page at once: it has to be read there. */
const AT_ONCE = 10;
let room = new ClassRoom();

/** A little more than may be there tells as well that there is too much. */
async function read(file: Blob): Promise<Submitted['read']> {
  try {
    return readBytes(new Uint8Array(await file.slice(0, LARGEST_AROUND + 1).arrayBuffer()));
  } catch {
    return { problem: 'not-file', says: PROBLEMS.notFile(FILES.closed) };
  }
}

const side: GradeSide = {
  engine: loadEngine,
  async key(text) {
    const found = readKey(text);
    if (!found) return ROOM.notKey;
    room.takeKey(found);
    return undefined;
  },
  async add(more, names) {
    const all = await Promise.all(more.map(read));
    for (const [i, one] of all.entries()) {
      const name = names[i] ?? '';
      room.files.set(name, { file: name, read: one });
    }
    return room.files.size;
  },
  choose: (choices) => room.choose(choices),
  wanted() {
    const submissions = toRepeat(room.key, room.submitted, room.choices.rule);
    return wantedRuns(room.key.assignment, submissions).filter(
      (run) => !room.reruns.has(runKey(run)),
    );
  },
  ran(done) {
    for (const [run, rerun] of done) room.reruns.set(run, rerun);
  },
  answered: () => room.answered,
  decide: (decision) => room.decide(decision),
  saved(text) {
    return room.takeSaved(text) ?? room.own.length;
  },
  grade: () => room.grade(),
  table(name, view) {
    const { head, rows } = room.rows(name);
    return { head, ...pageOf(rows, view) };
  },
  reading: (skip) => room.reading(skip),
  again: (number, item, appeal) => room.again(number, item, appeal),
  vivaHands: (from) => room.vivaHands(from, AT_ONCE),
  close: () => room.close(),
  async classLists(files) {
    const says: string[] = [];
    for (const file of files) {
      if (file.size > LARGEST_LIST) {
        says.push(CLASS_LIST.large(file.name));
        continue;
      }
      const { text, bytesOf } = encoded(new Uint8Array(await file.arrayBuffer()));
      const list = readClassList(text);
      const taken =
        'problem' in list
          ? `${file.name}: ${list.problem}`
          : room.takeList(file.name, { ...list, bytesOf });
      says.push(taken);
    }
    const heads = room.allLists.flatMap(({ kind, head }) => (kind === 'worksheet' ? [] : head));
    return { says, heads: [...new Set(heads)], count: room.lists.size };
  },
  giveBack: () => backFrom(room),
  otherSets(texts) {
    room.sets = texts.map(earlierIn).filter((one) => one !== undefined);
    return room.sets.length;
  },
  bestOf: (count) => bestFrom(room, count),
  forget() {
    room = room.emptied();
  },
  memory(text) {
    const found = memoryIn(text);
    if (!found) return ROOM.notMemory;
    room.takeMemory(found);
    return undefined;
  },
  save: (what) => saved(room, what),
  split(assistants, twice, isPseudonymous) {
    const how = { assistants, twice, isPseudonymous };
    return parcelFiles(split(room.key, room.queue, room.reruns, how));
  },
  merge(texts) {
    const { hash } = room.key.assignment;
    const files = texts.map(([name, text]) => [name, readParcelIn(text, hash)] as const);
    const taken = files.flatMap(([, file]): readonly ReadParcel[] => (file ? [file] : []));
    for (const one of taken) room.readParcels.set(one.assistant, one);
    const result = merged(room.wholeQueue(), [...room.readParcels.values()]);
    room.takeMerged(result);
    return {
      files: room.readParcels.size,
      strangers: files.flatMap(([name, file]) => (file ? [] : [name])),
      decisions: result.decisions.length,
      open: result.open.length,
      strange: result.strange,
      twice: result.twice,
      same: result.same,
      kappa: result.kappa,
    };
  },
};

expose(side);
