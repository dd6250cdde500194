// Packs the gaps between arrivals from the Azure traces, and the token counts of their first requests:
// `node scripts/pack-azure.mjs FOLDER`, which holds azure_llm_conv.csv and azure_llm_code.csv. Gaps in ms, as 32-bit floats;
// counts as 16-bit integers: prompts, then answers, of conversation and then of code. Least significant byte first.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packs } from './data-hashes.mjs';

/** Milliseconds of a time of day such as `2023-11-16 18:15:46.6805900`; the clock of the trace ticks every 0.1 µs. */
function timeOfDay(text) {
  const [, hours, minutes, seconds] = /(\d\d):(\d\d):(\d\d\.\d+)/.exec(text) ?? [];
  if (seconds === undefined) throw new Error(`"${text}" is no time of the trace.`);
  return (Number(hours) * 60 + Number(minutes)) * 60_000 + Number(seconds) * 1000;
}

/** The rows of a trace in the order of their times. */
function rowsOf(csv) {
  const [, ...rows] = csv.trim().split(/\r?\n/);
  return rows
    .map((row) => row.split(','))
    .map(([time, prompt, answer]) => [timeOfDay(time), Number(prompt), Number(answer)])
    .sort(([a], [b]) => a - b);
}

/** The gaps between the requests of a trace, in ms; requests that came out of order are put in order first. */
export function gapsOf(csv) {
  const times = rowsOf(csv).map(([time]) => time);
  return times.slice(1).map((time, i) => Math.round((time - times[i]) * 10_000) / 10_000);
}

/** Gaps as bytes. */
export function packed(gaps) {
  const bytes = new Uint8Array(gaps.length * 4);
  const view = new DataView(bytes.buffer);
  gaps.forEach((gap, i) => view.setFloat32(i * 4, gap, true));
  return bytes;
}

/** So many requests of each trace have their token counts packed: more would weigh more than they tell. */
const COUNTED = 4000;

/** Tokens asked and answered by the first requests of traces. */
export function countsOf(...traces) {
  const columns = traces.flatMap((csv) => {
    const rows = rowsOf(csv).slice(0, COUNTED);
    return [rows.map(([, prompt]) => prompt), rows.map(([, , answer]) => answer)];
  });
  const bytes = new Uint8Array(columns.flat().length * 2);
  const view = new DataView(bytes.buffer);
  columns.flat().forEach((count, i) => view.setUint16(i * 2, count, true));
  return bytes;
}

packs(import.meta.filename, 'FOLDER', (from) => {
  const [conversation, code] = ['azure_llm_conv.csv', 'azure_llm_code.csv'].map((name) =>
    readFileSync(join(from, name), 'utf8'),
  );
  return {
    azure: {
      'azure-conversation.bin': packed(gapsOf(conversation)),
      'azure-code.bin': packed(gapsOf(code)),
      'azure-tokens.bin': countsOf(conversation, code),
    },
  };
});
