/** The one file with its pages as a reader with script has them, for checks that look at all of them. */
import { joined, type Rest } from '../../src/offline/join.ts';
import { BETWEEN, unpack } from '../../widgets/run/page/unpack.ts';

const PAGES = /<noscript data-page="([^"]*)">(.*?)<\/noscript>/gs;
const CARRIED =
  /<script type="application\/octet-stream" data-asset="([^"]*)"[^>]*>(.*?)<\/script>/gs;

/** What the one file carries in one element with a text, by name. Rejects where it is missing or damaged. */
async function carriedWith(file: string, name: string): Promise<ReadonlyMap<string, string>> {
  for (const [, asset = '', packed = ''] of file.matchAll(CARRIED)) {
    const names = asset.split(' ');
    if (!names.includes(name)) continue;
    const texts = new TextDecoder().decode(await unpack(packed)).split(BETWEEN);
    return new Map(names.map((one, i) => [one, texts[i] ?? '']));
  }
  throw new Error(`${name} is not in the file.`);
}

/** A text that the one file carries, by its name. Rejects where it is missing or damaged. */
export async function carriedText(file: string, name: string): Promise<string> {
  return (await carriedWith(file, name)).get(name) ?? '';
}

/** The file's text with each page whole, in its place. */
export async function wholeFile(file: string): Promise<string> {
  const rests = await carriedWith(file, 'pages/front');
  const whole = [...file.matchAll(PAGES)].map(([, slug = '', plain = '']) =>
    joined(plain, JSON.parse(rests.get(`pages/${slug}`) ?? '') as Rest),
  );
  return file.replace(PAGES, () => whole.shift() ?? '');
}
