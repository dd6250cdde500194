/** Links that ask for what cannot be had, at any length: each page must say so in few words, answer, and forget the rest. */
import type { Page } from 'playwright';
import { LONGEST_QUERY } from '../../../widgets/kit/contract/query.ts';
import { pick, type Attack, type Part } from '../attack.ts';
import { openGround, watchedPage, type Found, type Ground } from '../pages/book.ts';
import { hostileQuery, type Hostile } from '../pages/hostile.ts';

/** A server refuses more than 16 kB, and a letter may take three bytes; a file takes anything. */
const OVER_HTTP = 4000;
const FROM_FILE = 300_000;
/** What a page may say of a link, in characters. */
const MOST_SAID = 4000;
/** The address follows when the figure does, in milliseconds: the code may still be on its way. */
const FOLLOWS_WITHIN = 5000;
/** A page that has not answered by then does not answer, in milliseconds: the machine may be slow. */
const ANSWERS_WITHIN = 20_000;

/** Opens hostile links until the time is over. */
export const attack: Part = async (by: Attack) => {
  const ground = await openGround();
  const random = by.chance('links');
  try {
    for (let i = 1; by.hasTime; i += 1) {
      const found = pick(random, ground.experiments);
      const isFile = random.uniform() < 0.5;
      const hostile = hostileQuery(random, found, isFile ? FROM_FILE : OVER_HTTP);
      await follow(by, ground, { found, isFile, hostile });
      if (i % 20 === 0) by.say(`${i} links`);
    }
  } finally {
    await ground.close();
  }
};

interface Link {
  readonly found: Found;
  readonly isFile: boolean;
  readonly hostile: Hostile;
}

/** Opens one link. */
async function follow(by: Attack, ground: Ground, link: Link): Promise<void> {
  const { found, isFile, hostile } = link;
  const where = `${isFile ? 'the one file' : 'http'}, ${hostile.says.slice(0, 300)}`;
  const context = await ground.browser.newContext();
  try {
    const { page, errors } = await watchedPage(context);
    const at = isFile ? ground.inFile : ground.at;
    const address = at(found.lesson, `?${hostile.query}`);
    await page.goto(address, { waitUntil: 'load', timeout: ANSWERS_WITHIN });
    // The one file unpacks its pages behind the load event.
    const awake = page.locator(`[id="${found.id}"][data-awake]`);
    await awake.waitFor({ state: 'attached', timeout: ANSWERS_WITHIN });
    by.did();
    const seen = await answered(page, found.id);
    for (const fault of [...faultsOf(seen), ...errors]) by.fell(where, fault);
  } catch (error) {
    by.fell(where, String(error).slice(0, 200));
  } finally {
    await context.close();
  }
}

interface Seen {
  readonly said: number;
  readonly address: number;
}

/** Presses the button that resets, or changes a field where there is none; either writes the address. */
async function answered(page: Page, id: string): Promise<Seen> {
  const asked = { name: id, longest: LONGEST_QUERY, within: FOLLOWS_WITHIN };
  const work = page.evaluate(async ({ name, longest, within }) => {
    const element = document.getElementById(name);
    const reset = element?.querySelector<HTMLElement>('[data-does="reset"]');
    const field = element?.querySelector('[data-part="form"] [name]');
    reset?.click();
    const end = Date.now() + within;
    do {
      // Not before its code is here.
      if (!reset) field?.dispatchEvent(new Event('change', { bubbles: true }));
      await new Promise((resolve) => setTimeout(resolve, 300));
    } while (location.search.length > longest && Date.now() < end);
    return {
      said: element?.querySelector('[data-part="notice"]')?.textContent?.length ?? 0,
      address: location.search.length,
    };
  }, asked);
  const late = new Promise<never>((_, reject) =>
    setTimeout(() => reject(new Error('the page does not answer')), ANSWERS_WITHIN),
  );
  return Promise.race([work, late]);
}

function faultsOf({ said, address }: Seen): string[] {
  return [
    ...(said > MOST_SAID ? [`it says ${said} characters of it`] : []),
    ...(address > LONGEST_QUERY ? [`${address} characters are left in the address`] : []),
  ];
}
