/** What a lesson's own text, figures and questions can break, one function for each promise; `lessons/visit.spec.ts` calls them all. */
import { closeFolds, openFolds, ownChecks } from './access-checks.ts';
import { type Page, expect } from './book.ts';

/** The colour that everything stands on. */
export async function paperOf(page: Page): Promise<string> {
  return page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
}

/** A heading is heard once, without the words of its link, and every question has its name. */
export async function expectHeard(page: Page): Promise<void> {
  const heard = await page.locator('.prose').ariaSnapshot();
  const headings = heard.match(/heading .*\[level=[23]\]/g) ?? [];
  const isPractice = page.url().includes('/practise-');
  expect.soft(headings.length).toBeGreaterThan(isPractice ? 1 : 4);
  expect.soft(headings.filter((heading) => heading.includes('Link to'))).toEqual([]);
  const questions = await page.locator('book-question').count();
  expect
    .soft(heard.match(/^\s*- group "(Question \d+|Prediction)\b/gm) ?? [])
    .toHaveLength(questions);
}

/** With forced colours and letters twice as large nothing is lost, however narrow the window; then all is as it was. */
export async function expectReadableEnlarged(page: Page): Promise<void> {
  const enlarge = (size: string): Promise<string> =>
    page.evaluate((size) => (document.documentElement.style.fontSize = size), size);
  await page.setViewportSize({ width: 640, height: 900 });
  await page.emulateMedia({ forcedColors: 'active' });
  await enlarge('200%');
  expect.soft(await ownChecks(page)).toEqual([]);
  // With forced colours a line, or a square, that is drawn in the paper's colour cannot be seen.
  const strokes = await page.evaluate(() =>
    [...document.querySelectorAll('svg.figure :is(.run-line, .hair, .axis path, [class^="cell-"])')]
      .filter((line) => line.checkVisibility())
      .map((line) => getComputedStyle(line).stroke),
  );
  const hasFigures = (await page.locator('svg.figure').count()) > 0;
  expect.soft(strokes.length > 0).toBe(hasFigures);
  expect.soft(strokes).not.toContain(await paperOf(page));
  expect.soft(strokes).not.toContain('none');
  await page.setViewportSize({ width: 320, height: 900 });
  await openFolds(page);
  expect.soft(await ownChecks(page)).toEqual([]);
  await closeFolds(page);
  await enlarge('');
  await page.emulateMedia({ forcedColors: 'none' });
}

/** With the spacing of WCAG 1.4.12 no words of the page are cut off, however narrow the window; then all is as it was. */
export async function expectSpaced(page: Page): Promise<void> {
  await page.setViewportSize({ width: 320, height: 900 });
  await openFolds(page);
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }',
    );
    document.adoptedStyleSheets.push(sheet);
  });
  // A target may get its height from the line that is spaced anew.
  expect.soft((await ownChecks(page)).filter((fault) => !fault.startsWith('target'))).toEqual([]);
  const cut = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('body *:not(svg, svg *, .figure-room)')]
      .filter((one) => one.checkVisibility({ visibilityProperty: true }))
      .filter((one) => {
        const { overflowX, overflowY, clipPath } = getComputedStyle(one);
        const isCut = (overflow: string, of: number, room: number): boolean =>
          /hidden|clip/.test(overflow) && of > room + 1;
        const { scrollWidth, clientWidth, scrollHeight, clientHeight } = one;
        // What only ears have is cut to a point; a figure that waits, to its room.
        const isForEyes = clientWidth > 1 && clientHeight > 1 && clipPath === 'none';
        return (
          isForEyes &&
          one.textContent.trim() !== '' &&
          (isCut(overflowX, scrollWidth, clientWidth) ||
            isCut(overflowY, scrollHeight, clientHeight))
        );
      })
      .map((one) => `cut off: ${one.outerHTML.slice(0, 160)}`),
  );
  expect.soft(cut).toEqual([]);
  await page.evaluate(() => document.adoptedStyleSheets.pop());
  await closeFolds(page);
}

/** What must be there without a script and on paper: figures, their tables, takeaways, questions; and no dead control. */
export async function expectStill(page: Page): Promise<void> {
  const faults = (): Promise<string[]> =>
    page.evaluate(() => {
      const isShown = (one: Element | null | undefined): boolean =>
        one?.checkVisibility({ visibilityProperty: true }) === true &&
        one.getClientRects().length > 0;
      const all = (of: ParentNode, what: string): Element[] => [...of.querySelectorAll(what)];
      const experiments = all(document, '.experiment').filter(isShown);
      return [
        ...experiments.flatMap((one) => {
          const told = one.querySelector(':is(.dock, .behind-veil) > .takeaway');
          const tables = all(one, '.data-fold table').length;
          // In the flow of the text it has none.
          const hasTable = one.querySelector('.bench') !== null;
          return [
            ...(all(one, 'svg.figure').some(isShown) ? [] : [`${one.id}: no figure`]),
            ...(isShown(told) && told?.textContent.trim() !== '' ? [] : [`${one.id}: no sentence`]),
            ...(hasTable === tables > 0 ? [] : [`${one.id}: ${String(tables)} tables`]),
          ];
        }),
        ...all(document, '.question-prompt')
          .filter((one) => !isShown(one))
          .map((one) => `not shown: ${one.id}`),
        // Of a link that sets an experiment up only a script makes a button.
        ...all(document, 'main :is(button:not(.term, [data-sets-up] > *), input[type="range"])')
          .filter(isShown)
          .map((one) => `dead: ${one.outerHTML.slice(0, 100)}`),
      ];
    });
  await expect.poll(faults).toEqual([]);
}

/** Looks at something with the style sheets as they are where no script runs. */
export async function asWithoutScript(page: Page, look: () => Promise<void>): Promise<void> {
  const changed = await page.evaluateHandle(() => {
    const within = (list: CSSRuleList): CSSMediaRule[] =>
      [...list].flatMap((rule) => [
        ...(rule instanceof CSSMediaRule ? [rule] : []),
        ...(rule instanceof CSSGroupingRule ? within(rule.cssRules) : []),
      ]);
    const all = [...document.styleSheets].flatMap(({ cssRules }) => within(cssRules));
    const asked = all.map(({ media }) => ({ media, text: media.mediaText }));
    const changed = asked.filter(({ text }) => text.includes('scripting'));
    for (const { media, text } of changed) {
      media.mediaText = text
        .replaceAll('(scripting: none)', '(min-width: 0px)')
        .replaceAll('(scripting: enabled)', '(max-width: 0px)');
    }
    return changed;
  });
  expect(await changed.evaluate(({ length }) => length)).toBeGreaterThan(3);
  await look();
  await changed.evaluate((all) => {
    for (const { media, text } of all) media.mediaText = text;
  });
}

/** Printed, a lesson has all that and its tables, and nothing waits for a prediction but what is printed after it. */
export async function expectOnPaper(page: Page): Promise<void> {
  await expectStill(page);
  const hidden = await page.evaluate(() => {
    const tables = ':is([data-part="data"], .paper-step) table:not(.held *), .dock';
    return [...document.querySelectorAll(tables)]
      .filter((one) => !one.checkVisibility({ visibilityProperty: true }))
      .map((one) => one.outerHTML.slice(0, 100));
  });
  expect.soft(hidden).toEqual([]);
  await expect(page.locator('.veil-note:visible')).toHaveCount(0);
}

/** For every control of every experiment on the page another value than its own, by the name that a link gives it. */
export async function otherValues(page: Page): Promise<Readonly<Record<string, string>>> {
  const wanted = await page.evaluate(() => {
    const other: Record<string, string> = {};
    for (const one of document.querySelectorAll('.experiment')) {
      for (const control of one.querySelectorAll<HTMLInputElement>('[data-param] [name]')) {
        const values =
          control instanceof HTMLSelectElement
            ? [...control.options].map((option) => option.value)
            : control.type === 'number'
              ? [control.min, control.max]
              : [];
        const value = values.find((each) => each !== control.value);
        // A share stands there in per cent, and in a link from 0 to 1.
        const isShare = control.dataset['share'] !== undefined;
        if (value !== undefined)
          other[`${one.id}.${control.name}`] = isShare ? String(Number(value) / 100) : value;
      }
    }
    return other;
  });
  // A project and a seed are the least that any experiment has; a page of practice may have none.
  const least = (await page.locator('.experiment').count()) > 0 ? 2 : 0;
  expect(Object.keys(wanted).length).toBeGreaterThanOrEqual(least);
  return wanted;
}

/** The controls stand where the link has set them, and nothing has to be said of it. */
export async function expectSet(
  page: Page,
  wanted: Readonly<Record<string, string>>,
): Promise<void> {
  const set = (): Promise<Record<string, string>> =>
    page.evaluate((names) => {
      const value = (name: string): string => {
        const [id = '', control = ''] = name.split('.');
        const field = document.querySelector<HTMLInputElement>(
          `#${id} [data-param] [name="${control}"]`,
        );
        const isShare = field?.dataset['share'] !== undefined;
        return isShare ? String(Number(field?.value) / 100) : (field?.value ?? 'no field');
      };
      return Object.fromEntries(names.map((name) => [name, value(name)]));
    }, Object.keys(wanted));
  await expect.poll(set).toEqual(wanted);
  const notices = page.locator('.experiment [data-part="notice"]');
  expect((await notices.allTextContents()).filter((text) => text.trim() !== '')).toEqual([]);
}

/** What every question of the page shows as given: texts, what is picked, and the order of items. */
export async function answersOn(page: Page): Promise<Readonly<Record<string, readonly string[]>>> {
  return page.evaluate(() => {
    const given = (question: Element): string[] => [
      ...[...question.querySelectorAll('input')].map(({ type, checked, value }) =>
        ['radio', 'checkbox'].includes(type) ? `${value}: ${String(checked)}` : value,
      ),
      ...[...question.querySelectorAll<HTMLElement>('[data-item]')].map(
        ({ dataset }) => dataset['item'] ?? '',
      ),
    ];
    const all = [...document.querySelectorAll('book-question')];
    return Object.fromEntries(all.map((one) => [one.id, given(one)]));
  });
}

/** As low as the windows of laptops and phones get: what has room there has it in a higher one. */
export const LOW = [
  [1366, 650],
  [360, 640],
] as const;

/** While a hand is at a control, or moves it by a key, what it moves is in sight: the main panel, the whole sentence, and itself. */
export async function expectInSightAtControls(page: Page, key?: string): Promise<void> {
  const controls = page.locator('.bench [data-param]:visible');
  // Once all that waits for a prediction and all further settings are there.
  await page.evaluate(() => {
    for (const one of document.querySelectorAll('[data-veil]')) one.removeAttribute('data-veil');
    for (const fold of document.querySelectorAll('.bench .more')) fold.setAttribute('open', '');
  });
  if (key === undefined) {
    await expect.poll(() => controls.evaluateAll(unseenAt)).toEqual([]);
    return;
  }
  for (const control of await controls.all()) {
    const field = control.locator('input, select, [tabindex]').locator('visible=true').first();
    if ((await field.count()) === 0) continue;
    await field.press(key);
    // An experiment's code may still be on its way when its first control is used.
    await expect.poll(() => control.evaluateAll(unseenAt)).toEqual([]);
  }
}

/** What is not seen of the experiments while each of these controls, or of those that a selector finds, has the focus. */
export async function unseenAt(controls: readonly Element[] | string): Promise<string[]> {
  const all = typeof controls === 'string' ? document.querySelectorAll(controls) : controls;
  if (typeof controls === 'string') (document.activeElement as HTMLElement | null)?.blur();
  const unseen: string[] = [];
  const inSight = (element: Element | undefined): number => {
    if (!element) return 0;
    const { top, bottom, height } = element.getBoundingClientRect();
    return Math.max(0, Math.min(bottom, innerHeight) - Math.max(top, 0)) / height;
  };
  for (const control of all) {
    const fields = [...control.querySelectorAll<HTMLElement>('input, select, [tabindex]')];
    const field = fields.find(
      (one) => one.checkVisibility({ visibilityProperty: true }) && one.offsetWidth > 0,
    );
    if (!field) continue;
    if (!control.contains(document.activeElement)) field.focus();
    for (let i = 0; i < 2; i += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
    const experiment = control.closest('.experiment');
    const shown = (selector: string): Element | undefined =>
      [...(experiment?.querySelectorAll(selector) ?? [])].find((one) => one.checkVisibility());
    const panel = inSight(shown('[data-part="main-panel"]'));
    const sentence = inSight(shown('[data-part="takeaway"]'));
    const focused = document.activeElement as Element;
    const { left, top, width, height } = focused.getBoundingClientRect();
    // What lies on top at its middle belongs to the control, not to a dock above it.
    const at = document.elementFromPoint(left + width / 2, top + height / 2);
    const where = `${experiment?.id}.${(control as HTMLElement).dataset['param']}`;
    if (panel < 0.8)
      unseen.push(`${where}: ${Math.round(100 * panel)} % of the main panel is in sight`);
    if (sentence < 0.99) unseen.push(`${where}: ${Math.round(100 * sentence)} % of the sentence`);
    if (!at || !control.contains(at)) unseen.push(`${where}: the control itself is covered`);
  }
  return unseen;
}
