/** The one-file edition: one page of the book on screen at a time, named by the hash. On paper all of them stand in order. */

const pages = [...document.querySelectorAll<HTMLElement>('section[data-page]')];
const [front] = pages;

/** The page and the place in it that a hash means: `#/slug`, `#slug--heading`, or the id of anything else in the book. */
function meant(hash: string): { page: HTMLElement | undefined; place: HTMLElement | null } {
  const name = decoded(hash.slice(1));
  const page = pages.find((one) => `/${one.dataset['page'] ?? ''}` === name);
  if (page) return { page, place: null };
  const place = name === '' ? null : document.getElementById(name);
  const around = place?.closest<HTMLElement>('section[data-page]') ?? undefined;
  return { page: around, place };
}

/** An address that was cut short in a mail may end in half a sign: it names no place, and is no reason to show nothing. */
function decoded(hash: string): string {
  try {
    return decodeURIComponent(hash);
  } catch {
    return hash;
  }
}

function show(focus: boolean): void {
  const { page, place } = meant(location.hash);
  // A hash that means something outside the pages (the skip link) leaves the page as it is.
  const shown = page ?? (place ? pages.find((one) => 'shown' in one.dataset) : undefined) ?? front;
  if (!shown) return;
  const turned = !('shown' in shown.dataset);
  for (const one of pages) one.toggleAttribute('data-shown', one === shown);
  document.title = shown.dataset['title'] ?? document.title;
  const here = document.querySelector('.bar-here');
  if (here) here.textContent = shown.dataset['here'] ?? '';
  if (place) {
    place.scrollIntoView();
    return;
  }
  if (!turned || !focus) return;
  scrollTo(0, 0);
  const heading = shown.querySelector<HTMLElement>('h1');
  heading?.setAttribute('tabindex', '-1');
  heading?.focus({ preventScroll: true });
}

addEventListener('hashchange', () => {
  show(true);
});
show(false);
