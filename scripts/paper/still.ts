/**
 * Runs in a browser that shows the document as print does: leaves what is seen there, as elements and words that any reader has.
 * What a style sheet writes becomes text, a control its value or a line to write on, an element of the book’s own a plain one.
 */

/** What an edition wants of it. */
export interface Wanted {
  /** Words lead to the glossary at the end of the book; otherwise to notes at the end of their lesson. */
  readonly isBook: boolean;
  /** Words of the edition. */
  readonly words: Readonly<Record<'settings' | 'write' | 'experiment', string>>;
}

/** Does it in place. Self-contained, since it is carried into the page. */
export function makeStill({ isBook, words }: Wanted): void {
  const all = (selector: string, root: ParentNode = document.body): HTMLElement[] => [
    ...root.querySelectorAll<HTMLElement>(selector),
  ];
  const make = (tag: string, is: string, text = ''): HTMLElement => {
    const node = document.createElement(tag);
    if (is !== '') node.className = is;
    node.textContent = text;
    return node;
  };
  const said = (node: Element | null): string =>
    (node?.textContent ?? '').replace(/\s+/g, ' ').trim();

  // What is asked: boxes and fields become letters and lines.
  const letters = (options: readonly string[]): HTMLElement => {
    const list = make('ol', 'paper-options');
    list.append(...options.map((text) => make('li', '', text)));
    return list;
  };
  for (const choice of all('.answer-options'))
    choice.querySelectorAll('.answer-option').forEach((one, i, list) => {
      if (i === 0) one.before(letters([...list].map(said)));
      one.remove();
    });
  for (const matches of all('.answer-matches')) {
    const own = all('.answer-match', matches);
    const options = own[0] ? all('label', own[0]).map(said) : [];
    const cases = make('ul', 'paper-cases');
    for (const one of own) {
      const item = make('li', '', said(one.querySelector('legend')));
      item.append(make('span', 'paper-line'));
      cases.append(item);
      one.remove();
    }
    matches.append(letters(options), cases);
  }
  // What is right is called by its letter too; of a case, by what stands behind its arrow.
  for (const right of all('.key-right > li')) {
    const asked = right.closest<HTMLElement>('.key-question')?.dataset['of'] ?? '';
    const options = all(`#question-${CSS.escape(asked)} .paper-options > li`).map(said);
    const at = options.indexOf(said(right).split(' → ').at(-1) ?? '');
    if (at < 0) continue;
    const letter = String.fromCodePoint(65 + at);
    right.append(make('span', '', ` (${letter})`));
  }
  for (const row of all('.answer-row')) {
    const [name, unit] = [said(row.querySelector('label')), said(row.querySelector('span'))];
    row.replaceChildren(unit === '' ? name : `${name}, in ${unit}`, make('span', 'paper-line'));
  }
  for (const goal of all('.answer-goal'))
    for (const one of all('.on-paper', goal)) goal.prepend(one);
  // Who listens goes from head to head.
  for (const label of all('.question-label')) label.dataset['head'] = '';
  for (const legend of all('.objectives .legend')) legend.remove();
  for (const turn of all('.turn')) turn.textContent = words.write;
  for (const list of all('.answer-order > ol')) list.removeAttribute('role');
  for (const question of all('[data-kind="prediction"]')) question.classList.add('predicts');

  // How an experiment is set.
  const value = (control: HTMLElement): string => {
    const select = control.querySelector('select');
    if (select) return said(select.selectedOptions[0] ?? null);
    const exact = control.querySelector<HTMLElement>('.exact');
    const field = exact?.querySelector('input');
    if (exact && field)
      return `${exact.dataset['shown'] ?? field.value} ${said(exact.querySelector('.unit'))}`.trim();
    return said(control.querySelector('[data-part="said"], .surface-foot'));
  };
  // Beside handles the picture has the name; on paper there are none.
  for (const picture of all('svg > [role="img"]')) {
    picture.parentElement?.setAttribute('aria-label', picture.getAttribute('aria-label') ?? '');
    picture.remove();
  }
  for (const experiment of all('.experiment')) {
    const title =
      said(experiment.querySelector('h3')) || (experiment.getAttribute('aria-label') ?? '');
    const takeaway = said(experiment.querySelector('[data-part="takeaway"]'));
    const set = all('.control', experiment)
      .filter((one) => !one.closest('.more') && one.checkVisibility())
      .flatMap((one) => {
        const [name, is] = [said(one.querySelector('label, .control-label')), value(one)];
        return name !== '' && is !== '' ? [`${name}: ${is}`] : [];
      });
    const form = experiment.querySelector('.experiment-controls');
    if (set.length > 0)
      form?.before(make('p', 'paper-settings', `${words.settings} ${set.join('; ')}.`));
    form?.remove();
    for (const figure of all('.experiment-figure svg.figure', experiment)) {
      const says = said(figure.parentElement?.querySelector(':scope > p') ?? null) || takeaway;
      const label = figure.getAttribute('aria-label') ?? title;
      figure.setAttribute('aria-label', says === '' ? label : `${says} ${label}`);
    }
  }

  // What a style sheet writes is text.
  for (const one of all('*')) {
    if (one.closest('svg')) continue;
    for (const side of ['::before', '::after'] as const) {
      const { content, display } = getComputedStyle(one, side);
      // What has no words for ears adorns, and what counts is counted below.
      const quoted = / \/ ""$/.test(content)
        ? null
        : /^"((?:[^"\\]|\\.)*)"(?: \/ "[^"]*")?$/.exec(content);
      const text = quoted?.[1]?.replace(/\\(.)/g, '$1') ?? '';
      if (!content.startsWith('"') || !one.checkVisibility()) continue;
      one.classList.add(side === '::before' ? 'no-before' : 'no-after');
      if (text.trim() === '') continue;
      const node = make('span', display === 'block' ? 'paper-block' : '', text);
      one[side === '::before' ? 'prepend' : 'append'](node);
    }
  }
  for (const lesson of all('main'))
    all('.experiment-head > h3', lesson).forEach((head, i) =>
      head.prepend(make('span', '', `${words.experiment} ${i + 1} · `)),
    );

  // What is told of the data stands once, behind the lessons.
  for (const card of all('.lesson .data-card')) card.remove();

  // In an e-book what explains a word stands at the end of its lesson, and opens where the word is pressed.
  if (!isBook)
    for (const explained of all('main')) {
      const notes = make('div', 'notes');
      for (const one of all('.definition', explained)) {
        const note = make('aside', 'word-note');
        note.id = `note-${one.id}`;
        note.append(...one.childNodes);
        notes.append(note);
      }
      explained.append(notes);
    }

  // What is not seen is not there.
  const seen = (one: Element): boolean =>
    getComputedStyle(one).display === 'contents' ||
    (one instanceof SVGElement && one.tagName !== 'svg'
      ? getComputedStyle(one).display !== 'none' && getComputedStyle(one).visibility !== 'hidden'
      : one.checkVisibility({ visibilityProperty: true }));
  const hidden: Element[] = [];
  const walk = (node: Element): void => {
    for (const child of node.children) {
      if (seen(child) && !child.matches('script, template, style, noscript, link')) walk(child);
      else hidden.push(child);
    }
  };
  walk(document.body);
  for (const one of hidden) one.remove();
  for (const term of all('.term')) {
    // The word stays, and leads to what explains it.
    const lesson = (term.closest('main')?.id ?? '').replace(/^page-/, '');
    const id = term.getAttribute('popovertarget') ?? '';
    const link = make('a', 'term', said(term));
    link.setAttribute(
      'href',
      isBook ? `#word-${id.replace(`term-${lesson}-`, '')}` : `#note-${id}`,
    );
    term.replaceWith(link);
  }
  for (const one of all(
    'button, input, select, progress, .source-note, .visually-hidden:not(caption)',
  ))
    one.remove();

  // Plain elements, with what any reader needs of their attributes.
  const PLAIN: Readonly<Record<string, string>> = {
    details: 'div',
    summary: 'p',
    form: 'div',
    fieldset: 'div',
    legend: 'p',
    label: 'span',
    main: 'section',
    figure: 'div',
    figcaption: 'div',
    nav: 'div',
  };
  const GONE =
    /^(aria-(?!level)|role$|tabindex$|popover|hidden$|title$|for$|name$|autocomplete$|novalidate$|data-(code|start|settings|how|names|sets)$)/;
  for (const one of all('*').toReversed()) {
    if (one.closest('svg')) continue;
    const { display } = getComputedStyle(one);
    const tag = one.tagName.toLowerCase();
    const plain =
      'head' in (one as HTMLElement).dataset
        ? 'h3'
        : tag.includes('-')
          ? display.startsWith('inline')
            ? 'span'
            : 'div'
          : PLAIN[tag];
    const to = plain === undefined ? one : make(plain, '');
    if (to !== one) {
      for (const { name, value: is } of one.attributes) to.setAttribute(name, is);
      to.append(...one.childNodes);
      one.replaceWith(to);
    }
    for (const { name } of [...to.attributes]) if (GONE.test(name)) to.removeAttribute(name);
    if (to.tagName === 'SPAN' && to.attributes.length === 0) to.replaceWith(...to.childNodes);
  }
  for (const link of all('a:not([href]), .heading-link')) link.replaceWith(...link.childNodes);
  for (const svg of all('svg')) {
    svg.setAttribute('role', 'img');
    for (const one of all('*', svg))
      for (const { name } of [...one.attributes]) if (GONE.test(name)) one.removeAttribute(name);
  }
  for (const one of all('div:empty, p:empty, ul:empty, section:empty')) one.remove();
}

/** Heads of a lesson that the contents leave out: every lesson has them. */
export const EVERYWHERE = [
  'After this lesson',
  'Check yourself',
  'In the wild',
  'References',
  'Where these numbers come from',
];

/** Runs in the browser: puts the contents in their place, each line with the number of its page where that is known. */
export function fillContents({
  title,
  numbers,
  everywhere,
}: {
  readonly title: string;
  readonly numbers: Readonly<Record<string, number>>;
  readonly everywhere: readonly string[];
}): void {
  const place = document.querySelector('.paper-contents') as HTMLElement;
  const line = (id: string, words: string): HTMLElement => {
    const item = document.createElement('li');
    const link = document.createElement('a');
    link.href = `#${id}`;
    const [name, page] = [document.createElement('span'), document.createElement('span')];
    name.textContent = words;
    page.textContent = String(numbers[id] ?? '000');
    link.append(name, ' ', page);
    item.append(link);
    return item;
  };
  const head = document.createElement('h1');
  head.textContent = title;
  const list = document.createElement('ol');
  for (const section of document.querySelectorAll<HTMLElement>(
    'section.part, section[data-title]',
  )) {
    if (section.matches('.part')) {
      const item = line(section.id, section.querySelector('h1')?.textContent ?? '');
      item.className = 'contents-part';
      list.append(item);
      continue;
    }
    const item = line(section.id, section.dataset['title'] ?? '');
    const own = document.createElement('ul');
    const heads = section.matches('.lesson:not([id^="page-practise-"])') ? 'h2[id]' : 'none';
    for (const one of section.querySelectorAll(heads))
      if (!everywhere.some((words) => one.textContent.startsWith(words)))
        own.append(line(one.id, one.textContent.trim()));
    if (own.firstChild) item.append(own);
    list.append(item);
  }
  place.replaceChildren(head, list);
  place.className = 'paper-contents';
}
