/**
 * Pictures of the experiments before a change and after it, side by side: `node tests/widgets/side-by-side.ts keep [NAME …]` keeps
 * them as they are, `node tests/widgets/side-by-side.ts [NAME …]` draws them again, says how many differ by more than a hair, and
 * writes a sheet of each experiment: wide, narrow, with another run behind, dark and on paper. Not a test, and not in the book.
 */
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { chromium, type Page } from 'playwright';
import type { AnySettings } from '../../widgets/kit/contract/params.ts';
import type { AnyWidget, SeenRun } from '../../widgets/kit/contract/widget.ts';
import { loadWidgets } from '../../widgets/index.ts';
import { drawn } from './drawn.ts';
import { ranWith } from './looked-at/look.ts';

const FOLDER = '.cache/side-by-side';
const PIXELS = 40;

interface Picture {
  readonly name: string;
  readonly markup: string;
}

/** What is drawn of an experiment under the settings that are looked at. */
async function picturesOf(widget: AnyWidget): Promise<readonly Picture[]> {
  const list = JSON.parse(readFileSync(`tests/widgets/looked-at/${widget.tag}.json`, 'utf8')) as {
    readonly settings: AnySettings;
  }[];
  const pictures: Picture[] = [];
  let before: SeenRun | undefined;
  for (const [i, { settings: changes }] of list.entries()) {
    const run = await ranWith(widget, changes);
    const { settings, outcome } = run;
    const axes = before && widget.draw(before.settings, before.outcome, { layout: 'wide' }).axes;
    const last =
      widget.timeline?.kind === 'moments' ? Math.max(0, widget.timeline.count(outcome) - 1) : 0;
    const views = {
      '': {},
      ...(before && { behind: { ghost: before, axes } }),
      ...(before && { pinned: { ghost: { ...before, isPinned: true } } }),
      ...(last > 1 && { moment: { moment: Math.floor(last / 2) } }),
      inline: { isInline: true },
    };
    for (const layout of ['wide', 'narrow'] as const)
      for (const [view, how] of Object.entries(views)) {
        const name = `${i + 1} ${layout} ${view}`.trim();
        pictures.push({ name, markup: drawn(widget, settings, outcome, layout, how) });
      }
    before = run;
  }
  return pictures;
}

const css = (): string =>
  ['src/styles/tokens.css', 'src/styles/base.css', ...globSync('widgets/**/*.css')]
    .map((file) => readFileSync(file, 'utf8').replace(/@import [^;]+;/g, ''))
    .join('\n');

const cell = ({ name, markup }: Picture): string =>
  `<figure class="experiment"><figcaption>${name}</figcaption><div class="${name.includes('narrow') ? 'narrow' : 'wide'}" style="display:block;width:${name.includes('narrow') ? 320 : 680}px">${markup.replace(/<svg viewBox="(\S+ \S+ (\S+) \S+)"/g, '<svg style="inline-size:$2px" viewBox="$1"')}</div></figure>`;

function sheet(title: string, rows: readonly (readonly Picture[])[], theme = ''): string {
  return `<!doctype html><html data-theme="${theme}"><meta charset="utf-8"><title>${title}</title><style>${css()}
body{background:var(--paper,#fff);color:var(--ink,#000)} td{vertical-align:top;padding:8px} figure{margin:0} figcaption{font:12px sans-serif}</style>
<table>${rows.map((row) => `<tr>${row.map((one) => `<td>${cell(one)}</td>`).join('')}</tr>`).join('')}</table></html>`;
}

/** The names of pictures that are not the same, with how many points differ. */
async function differing(
  page: Page,
  before: readonly Picture[],
  after: readonly Picture[],
): Promise<readonly (readonly [string, number])[]> {
  const style = css();
  const pairs = after.flatMap(({ name, markup }) => {
    const old = before.find((one) => one.name === name)?.markup;
    return old === markup ? [] : [[name, old ?? '', markup] as const];
  });
  return page.evaluate(
    async ([list, sheets]) => {
      const points = async (markup: string, wide: number): Promise<Uint8ClampedArray> => {
        const html = `<svg xmlns="http://www.w3.org/2000/svg" width="${wide}" height="1200"><foreignObject width="100%" height="100%"><div xmlns="http://www.w3.org/1999/xhtml" class="${wide < 400 ? 'narrow' : 'wide'}" style="display:block;width:${wide}px"><style>${sheets.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</style>${markup.replaceAll('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" ')}</div></foreignObject></svg>`;
        const image = new Image();
        image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(html)}`;
        await image.decode();
        const canvas = new OffscreenCanvas(wide, 1200);
        const pen = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
        pen.fillStyle = '#fff';
        pen.fillRect(0, 0, wide, 1200);
        pen.drawImage(image, 0, 0);
        return pen.getImageData(0, 0, wide, 1200).data;
      };
      const found: [string, number][] = [];
      for (const [name, old, now] of list) {
        const wide = name.includes('narrow') ? 320 : 680;
        const [one, other] = [await points(old, wide), await points(now, wide)];
        let count = 0;
        for (let i = 0; i < one.length; i += 4)
          if (Math.abs((one[i + 1] ?? 0) - (other[i + 1] ?? 0)) > 48) count += 1;
        found.push([name, count]);
      }
      return found;
    },
    [pairs, style] as const,
  );
}

const [first = '', ...rest] = process.argv.slice(2);
const isKeeping = first === 'keep';
const asked = isKeeping ? rest : first ? [first, ...rest] : [];
const widgets = Object.values(await loadWidgets()).filter(
  ({ tag }) => asked.length === 0 || asked.includes(tag),
);
mkdirSync(FOLDER, { recursive: true });
if (isKeeping) {
  for (const widget of widgets)
    writeFileSync(`${FOLDER}/${widget.tag}.json`, JSON.stringify(await picturesOf(widget)));
  console.log(`Kept the pictures of ${widgets.length} experiments.`);
} else {
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
  const page = await browser.newPage({ viewport: { width: 1420, height: 900 } });
  for (const { tag, ...widget } of widgets) {
    const kept = `${FOLDER}/${tag}.json`;
    const before = existsSync(kept) ? (JSON.parse(readFileSync(kept, 'utf8')) as Picture[]) : [];
    const after = await picturesOf({ tag, ...widget });
    const all = await differing(page, before, after);
    const off = all.filter(([, count]) => count > PIXELS).sort((a, b) => b[1] - a[1]);
    const what = before.length > 0 ? `${off.length} differ` : 'none was kept, so all are new';
    console.log(`${tag}: ${after.length} pictures, ${what}`);
    for (const [name, count] of off.slice(0, 12)) console.log(`  ${count} points: ${name}`);
    const names = new Set([
      ...off.slice(0, before.length > 0 ? 3 : after.length).map(([name]) => name),
      ...after.slice(0, 1).map(({ name }) => name),
    ]);
    const rows = after
      .filter(({ name }) => names.has(name))
      .map((now) => [before.find(({ name }) => name === now.name) ?? now, now]);
    for (const theme of ['light', 'dark', 'paper']) {
      await page.emulateMedia({
        media: theme === 'paper' ? 'print' : 'screen',
        colorScheme: theme === 'dark' ? 'dark' : 'light',
      });
      const html = sheet(
        `${tag}: before, after`,
        theme === 'light' ? rows : rows.slice(0, 2),
        theme,
      );
      writeFileSync(`${FOLDER}/${tag}.${theme}.html`, html);
      await page.setContent(html);
      await page.screenshot({ path: `${FOLDER}/${tag}.${theme}.png`, fullPage: true });
    }
    await page.emulateMedia({ media: 'screen', colorScheme: 'light' });
  }
  await browser.close();
}
