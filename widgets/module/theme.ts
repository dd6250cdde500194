/** The theme of the page around: no page tells it in one way, but every page shows it. */

/** Keeps the colour scheme of an element in step with what stands behind it; returns what ends that. */
export function followTheme(element: HTMLElement, around: Element): () => void {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const follow = (): void => {
    element.style.colorScheme = isDark(around, dark.matches) ? 'dark' : 'light';
  };
  const watch = new MutationObserver(follow);
  for (const one of [document.documentElement, document.body])
    watch.observe(one, { attributes: true });
  dark.addEventListener('change', follow);
  follow();
  return () => {
    watch.disconnect();
    dark.removeEventListener('change', follow);
  };
}

function isDark(around: Element, asksForDark: boolean): boolean {
  for (let one: Element | null = around; one; one = parentOf(one)) {
    const { backgroundColor } = getComputedStyle(one);
    const [red = 0, green = 0, blue = 0, alpha = 1] = valuesOf(backgroundColor);
    if (alpha > 0.5) return 0.2126 * red + 0.7152 * green + 0.0722 * blue < 0.5;
  }
  // The canvas of the browser: dark where the page says that it may be.
  return asksForDark && getComputedStyle(document.documentElement).colorScheme.includes('dark');
}

const parentOf = (one: Element): Element | null =>
  one.parentElement ?? (one.getRootNode() as Partial<ShadowRoot>).host ?? null;

/** Red, green, blue and opacity, 0 to 1, of any colour that a browser computes. */
function valuesOf(colour: string): readonly number[] {
  const context = new OffscreenCanvas(1, 1).getContext('2d');
  if (!context) return [];
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  return [...context.getImageData(0, 0, 1, 1).data].map((one) => one / 255);
}
