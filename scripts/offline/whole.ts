/** The one file with its pages as a reader with script has them, for checks that look at all of them. */
import { joined, type Rest } from '../../src/offline/join.ts';
import { unpack } from '../../widgets/run/page/unpack.ts';

const PAGES = /<noscript data-page="([^"]*)">(.*?)<\/noscript>/gs;
const CARRIED =
  /<script type="application\/octet-stream" data-asset="([^"]*)"[^>]*>(.*?)<\/script>/gs;

/** A text that the one file carries, by its name. Rejects where it is missing or damaged. */
export async function carriedText(file: string, name: string): Promise<string> {
  const found = [...file.matchAll(CARRIED)].find((one) => one[1] === name);
  if (!found) throw new Error(`${name} is not in the file.`);
  return new TextDecoder().decode(await unpack(found[2] ?? ''));
}

/** The file's text with each page whole, in its place. */
export async function wholeFile(file: string): Promise<string> {
  const pages = [...file.matchAll(PAGES)].map(async ([, slug = '', plain = '']) => {
    return joined(plain, JSON.parse(await carriedText(file, `pages/${slug}`)) as Rest);
  });
  const whole = await Promise.all(pages);
  return file.replace(PAGES, () => whole.shift() ?? '');
}
