/**
 * Runs in a browser that shows a still document: its sections as XHTML of an e-book. What a style sheet says of a figure is written
 * into it, black in the colour of the reader’s text. A section goes on in another file after each prediction: who turns the page
 * has committed.
 */

/** A section in the files that it goes into. */
export interface Chapter {
  readonly id: string;
  readonly title: string;
  /** The part that begins with it, if one does. */
  readonly part: string;
  readonly files: readonly {
    readonly body: string;
    readonly ids: readonly string[];
    readonly hasSvg: boolean;
  }[];
  readonly heads: readonly { readonly id: string; readonly title: string }[];
}

/** Self-contained, since it is carried into the page. */
export function chaptersOf(everywhere: readonly string[]): readonly Chapter[] {
  const LOOK = [
    'fill',
    'stroke',
    'stroke-width',
    'stroke-dasharray',
    'stroke-linecap',
    'fill-opacity',
    'stroke-opacity',
    'opacity',
    'font-size',
    'font-weight',
    'text-anchor',
  ] as const;
  const PLAIN: Readonly<Record<string, string>> = {
    'stroke-width': '1',
    'stroke-dasharray': 'none',
    'stroke-linecap': 'butt',
    'fill-opacity': '1',
    'stroke-opacity': '1',
    opacity: '1',
    'text-anchor': 'start',
  };
  const channels = (value: string): readonly number[] => (value.match(/[\d.]+/g) ?? []).map(Number);
  /** How dark a grey is, 0 to 1; nothing for a hue. */
  const greyOf = (value: string): number | undefined => {
    const [red, green, blue, alpha = 1] = channels(value);
    return red === undefined || red !== green || green !== blue || alpha === 0
      ? undefined
      : 1 - red / 255;
  };
  /** Relative luminance by WCAG 2.2. */
  const luminance = (rgb: readonly number[]): number =>
    [0.2126, 0.7152, 0.0722].reduce((all, weight, i) => {
      const part = (rgb[i] ?? 0) / 255;
      return all + weight * (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    }, 0);
  /** A hue that can be told from white is mixed with it until it can be told from black: the reader may have either. */
  const onBoth = (value: string, contrast: number): string => {
    let rgb = channels(value).slice(0, 3);
    while ((luminance(rgb) + 0.05) / 0.05 < contrast) rgb = rgb.map((part) => part + 1);
    return `rgb(${rgb.map((part) => Math.min(part, 255)).join(', ')})`;
  };
  const valueOf = (style: CSSStyleDeclaration, name: string, isText: boolean): string => {
    const value = style.getPropertyValue(name).replace(/px$/, '');
    const paint = name.replace('-opacity', '');
    if (name === 'font-weight') return String(Math.round(Number(value) / 100) * 100);
    if (paint !== 'fill' && paint !== 'stroke') return value;
    const colour = style.getPropertyValue(paint);
    const grey = greyOf(colour);
    if (name !== paint) return String(Number(((grey || 1) * Number(value)).toFixed(2)));
    if (!colour.startsWith('rgb') || channels(colour)[3] === 0) return 'none';
    // White words stand on what has the colour of the reader's text: this is told from black and from white.
    if (grey === 0) return isText ? 'rgb(118, 118, 118)' : 'none';
    return grey === undefined ? onBoth(colour, isText ? 4.5 : 3) : 'currentColor';
  };
  for (const svg of document.querySelectorAll('svg')) {
    // Read whole before any of it is written: what is written would be inherited.
    const drawn = [...svg.querySelectorAll<SVGElement>('*')];
    const looks = new Map<Element | null, Readonly<Record<string, string>>>([[svg, PLAIN]]);
    for (const one of drawn) {
      const style = getComputedStyle(one);
      const isText = /^(text|tspan)$/.test(one.tagName);
      const values = LOOK.map((name) => [name, valueOf(style, name, isText)] as const);
      looks.set(one, Object.fromEntries(values));
    }
    for (const one of drawn) {
      const above = looks.get(one.parentElement) ?? PLAIN;
      for (const [name, is] of Object.entries(looks.get(one) ?? {})) {
        const isInherited = is === (name === 'opacity' ? '1' : above[name]);
        const isOfText = name.startsWith('font') && !/^(g|text|tspan)$/.test(one.tagName);
        if (isInherited || isOfText) one.removeAttribute(name);
        else one.setAttribute(name, is);
      }
      if (/^(text|tspan)$/.test(one.tagName)) one.removeAttribute('stroke');
    }
    svg.setAttribute('font-family', 'Paper Sans, sans-serif');
    for (const empty of svg.querySelectorAll('path:not([d])')) empty.remove();
    for (const image of svg.querySelectorAll('[image-rendering]'))
      image.removeAttribute('image-rendering');
    svg.removeAttribute('class');
    for (const one of svg.querySelectorAll('[class], [style]')) {
      one.removeAttribute('class');
      one.removeAttribute('style');
    }
  }
  const writer = new XMLSerializer();
  for (const one of document.querySelectorAll('*'))
    for (const { name } of [...one.attributes])
      if (name.startsWith('data-') && name !== 'data-title') one.removeAttribute(name);
  for (const link of document.querySelectorAll('a.term')) link.setAttribute('epub:type', 'noteref');
  for (const note of document.querySelectorAll('aside.word-note'))
    note.setAttribute('epub:type', 'footnote');
  const chapters: Chapter[] = [];
  let part = '';
  for (const section of document.querySelectorAll<HTMLElement>(
    'section.part, section[data-title]',
  )) {
    if (section.matches('.part')) {
      part = section.querySelector('h1')?.textContent.trim() ?? '';
      section.removeAttribute('class');
    }
    const pieces: Element[] = [section];
    // The rest of every element that holds a prediction goes on behind it.
    for (const question of section.querySelectorAll('.predicts')) {
      const last = pieces.at(-1) as Element;
      if (!last.contains(question)) continue;
      const range = document.createRange();
      range.setStartAfter(question);
      range.setEndAfter(last);
      const rest = range.extractContents().firstElementChild;
      if (!rest || rest.textContent.trim() === '') continue;
      for (const one of [rest, ...rest.querySelectorAll('[id]')])
        if (
          one.id !== '' &&
          (last.querySelector(`#${CSS.escape(one.id)}`) || one.id === section.id)
        )
          one.removeAttribute('id');
      last.after(rest);
      pieces.push(rest);
    }
    chapters.push({
      id: section.id,
      title: section.dataset['title'] ?? part,
      part: section.matches('[data-title]') ? '' : part,
      files: pieces.map((piece) => {
        piece.removeAttribute('data-title');
        return {
          body: writer.serializeToString(piece),
          ids: [piece, ...piece.querySelectorAll('[id]')].flatMap(({ id }) => (id ? [id] : [])),
          hasSvg: piece.querySelector('svg') !== null,
        };
      }),
      heads: pieces.flatMap((piece) =>
        [...piece.querySelectorAll('h2[id]')].flatMap((head) =>
          everywhere.some((words) => head.textContent.startsWith(words))
            ? []
            : [{ id: head.id, title: head.textContent.trim() }],
        ),
      ),
    });
  }
  return chapters;
}
