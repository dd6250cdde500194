/** Whether another edition has taken the front. */

/** The edition at the front, where it is another than `own`; undefined without a network, or where something else answers. */
export async function newerThan(own: string, front: string): Promise<string | undefined> {
  try {
    const answer = await fetch(`${front}e/current.txt`, { cache: 'no-cache' });
    const edition = answer.ok ? (await answer.text()).trim() : own;
    return edition !== own && /^[\w-]{1,40}$/.test(edition) ? edition : undefined;
  } catch {
    return undefined;
  }
}
