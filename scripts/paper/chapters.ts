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
    'stroke-width': '1px',
    'stroke-dasharray': 'none',
    'stroke-linecap': 'butt',
    'fill-opacity': '1',
    'stroke-opacity': '1',
    opacity: '1',
    'text-anchor': 'start',
  };
  const colour = (value: string): string =>
    value === 'rgb(0, 0, 0)' ? 'currentColor' : value === 'rgb(255, 255, 255)' ? 'none' : value;
  for (const svg of document.querySelectorAll('svg')) {
    for (const one of svg.querySelectorAll<SVGElement>('*')) {
      const style = getComputedStyle(one);
      const parent: Element | null = one.parentElement;
      const above = !parent || parent === svg ? undefined : getComputedStyle(parent);
      for (const name of LOOK) {
        const value = style.getPropertyValue(name);
        const is =
          name === 'fill' || name === 'stroke'
            ? colour(value)
            : name === 'font-weight'
              ? String(Math.round(Number(value) / 100) * 100)
              : value.replace(/px$/, '');
        const isInherited =
          name === 'opacity'
            ? value === '1'
            : above
              ? above.getPropertyValue(name) === value
              : PLAIN[name] === value;
        const isOfText = name.startsWith('font') && !/^(g|text|tspan)$/.test(one.tagName);
        if (isInherited || isOfText) one.removeAttribute(name);
        else one.setAttribute(name, is);
      }
      if (one.tagName === 'text' || one.tagName === 'tspan') one.removeAttribute('stroke');
    }
    svg.setAttribute('font-family', 'sans-serif');
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
