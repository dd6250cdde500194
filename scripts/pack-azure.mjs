// Packs the gaps between arrivals from the Azure traces: `node scripts/pack-azure.mjs FOLDER`.
// FOLDER holds azure_llm_conv.csv and azure_llm_code.csv. Gaps in ms, as 32-bit floats, least significant byte first.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { writeDataSet, writeHashes } from './data-hashes.mjs';

/** Milliseconds of a time of day such as `2023-11-16 18:15:46.6805900`; the clock of the trace ticks every 0.1 µs. */
function timeOfDay(text) {
  const [, hours, minutes, seconds] = /(\d\d):(\d\d):(\d\d\.\d+)/.exec(text) ?? [];
  if (seconds === undefined) throw new Error(`"${text}" is no time of the trace.`);
  return (Number(hours) * 60 + Number(minutes)) * 60_000 + Number(seconds) * 1000;
}

/** The gaps between the requests of a trace, in ms; requests that came out of order are put in order first. */
export function gapsOf(csv) {
  const [, ...rows] = csv.trim().split(/\r?\n/);
  const times = rows.map((row) => timeOfDay(row.split(',')[0])).sort((a, b) => a - b);
  return times.slice(1).map((time, i) => Math.round((time - times[i]) * 10_000) / 10_000);
}

/** Gaps as bytes. */
export function packed(gaps) {
  const bytes = new Uint8Array(gaps.length * 4);
  const view = new DataView(bytes.buffer);
  gaps.forEach((gap, i) => view.setFloat32(i * 4, gap, true));
  return bytes;
}

function main(from, root) {
  const gaps = (name) => packed(gapsOf(readFileSync(join(from, name), 'utf8')));
  writeDataSet(root, 'azure', {
    'azure-conversation.bin': gaps('azure_llm_conv.csv'),
    'azure-code.bin': gaps('azure_llm_code.csv'),
  });
  writeHashes(root);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [from] = process.argv.slice(2);
  if (!from) {
    console.error('Say where the raw files are: node scripts/pack-azure.mjs FOLDER');
    process.exit(2);
  }
  main(from, join(import.meta.dirname, '..'));
}
