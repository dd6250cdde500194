/** An assistant’s share, or one’s own, read at the desk: an answer, its points, a note; saved after each. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { readParcelIn } from '../../src/tasks/grading/pure/grade/parcels.ts';
import { AssistantShare } from '../../src/tasks/grading/teach/assistant.ts';
import { Misread } from '../misread.mjs';
import { forTerminal } from './said.ts';

/** Reads until nothing is left, the reader types `q`, or the input ends. */
export async function readShare(
  file: string,
  input: NodeJS.ReadableStream,
  say: (text: string) => void,
): Promise<number> {
  const share = AssistantShare.in(readFileSync(file, 'utf8'));
  if (!share) throw new Misread(`${file} is no share of the reading; --share writes some.`);
  const out = join(dirname(file), share.fileName);
  if (existsSync(out)) {
    const before = readParcelIn(readFileSync(out, 'utf8'), share.parcel.assignment.hash);
    if (before) share.goOn(before);
  }
  const lines = createInterface({ input })[Symbol.asyncIterator]();
  const typed = async (prompt: string): Promise<string | undefined> => {
    say(prompt);
    const { done, value } = await lines.next();
    return done === true ? undefined : value.trim();
  };
  let skip = 0;
  for (;;) {
    const { left, answer } = await share.at(skip);
    if (!answer) {
      say(`Nothing is left to be read. ${out} is to be sent back.\n`);
      return 0;
    }
    const { who, item, says, shown, of } = answer;
    const { question, given, runs, findings, rubric, solution } = shown;
    const told = [
      `${left} left. ${who}, ${item}. ${findings.length > 0 ? findings.join(' ') : says}`,
      ...[question, given, runs.map((run) => run.says).join('\n')],
      rubric.map(({ text, points }) => `- ${text} (${points})`).join('\n'),
      solution,
    ];
    say(forTerminal(`\n${told.filter(Boolean).join('\n\n')}\n\n`));
    const text = await typed(`Points, of ${of} (nothing: later; q: stop): `);
    if (text === undefined || text === 'q') {
      say(`\n${left} left. What is read stands in ${out}; the same command goes on.\n`);
      return 0;
    }
    if (text === '') {
      skip += 1;
      continue;
    }
    const points = Number(text.replace(',', '.'));
    if (!(points >= 0 && points <= of)) {
      say(`A number from 0 to ${of}, please.\n`);
      continue;
    }
    const note = (await typed('A note for the student: ')) ?? '';
    await share.decide(answer, { points, note });
    writeFileSync(out, `${JSON.stringify(share.file, null, 1)}\n`);
  }
}
