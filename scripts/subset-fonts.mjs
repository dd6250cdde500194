/**
 * Cuts the two typefaces down to what an English textbook needs, into src/assets/fonts/.
 * Run by hand (`node scripts/subset-fonts.mjs`) when a face or a sign is added; the results are committed.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import subsetFont from 'subset-font';

const OUT = new URL('../src/assets/fonts/', import.meta.url);
const PACKAGES = new URL('../node_modules/@fontsource-variable/', import.meta.url);

const range = (from, to) =>
  Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)).join('');
// ASCII, the accents of Western European names, and the signs that prose and figures use.
const TEXT = `${range(0x20, 0x7e)}${range(0xc0, 0xff)}\u00a0§°±²³µ·¼½¾×÷©–—‘’“”…′−≈≤≥→←↑↓∞ŁłŠšČčŽžŐő`;
// Interface and figures: no accents but the commonest.
const PLAIN = `${range(0x20, 0x7e)}\u00a0°±²µ·×÷éèöüäçñ©–—‘’“”…−≈≤≥→←↑↓∞`;

const FACES = [
  {
    from: 'source-serif-4/files/source-serif-4-latin-opsz-normal.woff2',
    to: 'source-serif-4-roman.woff2',
    text: TEXT,
    axes: { wght: { min: 400, max: 700 }, opsz: { min: 12, max: 32 } },
    features: ['kern', 'liga', 'mark', 'mkmk', 'ccmp', 'locl', 'tnum', 'lnum'],
  },
  {
    from: 'source-serif-4/files/source-serif-4-latin-opsz-italic.woff2',
    to: 'source-serif-4-italic.woff2',
    text: PLAIN,
    axes: { wght: 400, opsz: 16 },
    features: ['kern', 'liga', 'ccmp', 'tnum', 'lnum'],
  },
  {
    from: 'inter/files/inter-latin-wght-normal.woff2',
    to: 'inter.woff2',
    text: PLAIN,
    axes: { wght: { min: 400, max: 650 } },
    features: ['kern', 'ccmp', 'tnum'],
  },
];

await mkdir(OUT, { recursive: true });
let total = 0;
for (const face of FACES) {
  const source = await readFile(new URL(face.from, PACKAGES));
  const cut = await subsetFont(source, face.text, {
    targetFormat: 'woff2',
    variationAxes: face.axes,
    keepFeatures: face.features,
    noHinting: true,
  });
  await writeFile(new URL(face.to, OUT), cut);
  total += cut.length;
  console.log(`${face.to}  ${(cut.length / 1024).toFixed(1)} kB`);
}
console.log(`together  ${(total / 1024).toFixed(1)} kB`);
