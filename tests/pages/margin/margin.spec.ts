import { expect, FIRST, ONE_FILE, test, WEB, type Page } from '../book.ts';

/** Selects the words of a paragraph, as a pointer would. */
const select = (page: Page, words: string): Promise<void> =>
  page.evaluate((text) => {
    const all = document.createTreeWalker(document.querySelector('article') as Element, 4);
    while (all.nextNode()) {
      const node = all.currentNode as Text;
      const at = node.data.indexOf(text);
      if (at >= 0 && node.parentElement?.closest('p')) {
        getSelection()?.setBaseAndExtent(node, at, node, at + text.length);
        return;
      }
    }
    throw new Error(`The lesson has no “${text}”.`);
  }, words);
const painted = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    ['marked', 'noted', 'linked'].flatMap((name) => {
      const pieces = [...(CSS.highlights.get(name) ?? [])].map(String);
      return pieces.length > 0 ? [`${name}: ${pieces.join('')}`] : [];
    }),
  );

for (const { name, at } of [WEB, ONE_FILE]) {
  test(`${name} a stretch is highlighted, noted, linked and found in the notebook`, async ({
    page,
  }) => {
    await page.goto(at(FIRST));
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await select(page, 'Marta, who runs the paper’s models,');
    const panel = page.getByRole('group', { name: 'Highlight and note' });
    await panel.getByRole('button', { name: 'Highlight', exact: true }).click();
    await expect(panel.getByRole('status')).toHaveText('Highlighted. It is in your notebook.');
    expect(await painted(page)).toEqual(['marked: Marta, who runs the paper’s models,']);
    await panel.getByRole('button', { name: 'Add a note' }).click();
    await page.keyboard.type('Who else?');
    await panel.getByRole('button', { name: 'Save the note' }).click();
    await page.keyboard.press('Escape');
    await expect(panel).toBeHidden();
    await page.reload();
    await expect.poll(() => painted(page)).toEqual(['noted: Marta, who runs the paper’s models,']);
    const own = page.getByRole('group').filter({ hasText: '1 highlight here' });
    await own.getByText('1 highlight here').click();
    await own.getByRole('link', { name: 'notebook' }).click();
    const notebook = page.locator('book-notebook');
    await expect(notebook.getByRole('listitem')).toContainText('Who else?');
    await notebook.getByRole('link', { name: 'Marta, who runs' }).click();
    await expect.poll(() => painted(page)).toContain('linked: Marta, who runs the paper’s models,');
  });
}

test('by keyboard alone a sentence is chosen, highlighted and removed again', async ({ page }) => {
  await page.goto(WEB.at(FIRST));
  const panel = page.getByRole('group', { name: 'Highlight and note' });
  // The key waits for its code.
  await expect(async () => {
    await page.keyboard.press('Alt+M');
    await expect(panel).toBeFocused({ timeout: 2_000 });
  }).toPass();
  await expect(panel.getByRole('status')).toContainText('Arrow keys go from sentence to sentence');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  const words = await panel.getByRole('status').innerText();
  await page.keyboard.press('Enter');
  await expect.poll(() => painted(page)).toEqual([`marked: ${words}`]);
  await panel.getByRole('button', { name: 'Remove the highlight' }).press('Enter');
  await expect.poll(() => painted(page)).toEqual([]);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(await painted(page)).toEqual([]);
});

test('a note is kept however its panel is left, and comes back with a highlight that was removed', async ({
  page,
}) => {
  await page.goto(WEB.at(FIRST));
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const words = 'Marta, who runs the paper’s models,';
  const panel = page.getByRole('group', { name: 'Highlight and note' });
  const note = panel.getByRole('textbox');
  await select(page, words);
  await panel.getByRole('button', { name: 'Add a note' }).click();
  await page.keyboard.type('Who else?');
  await page.keyboard.press('Escape');
  await expect.poll(() => painted(page)).toEqual([`noted: ${words}`]);
  // What is highlighted already is opened as it is, and not highlighted twice.
  await select(page, 'who runs the paper');
  await expect(panel.getByRole('status')).toHaveText('Highlighted already.');
  await expect(note).toHaveValue('Who else?');
  await note.fill('Nobody.');
  await page.getByRole('heading', { level: 1 }).click();
  await expect(panel).toBeHidden();
  await page.reload();
  await page.getByText('1 highlight here').click();
  await page.getByRole('button', { name: words }).click();
  await expect(note).toHaveValue('Nobody.');
  await panel.getByRole('button', { name: 'Remove the highlight' }).click();
  await expect(panel.getByRole('status')).toHaveText('The highlight and its note are removed.');
  await panel.getByRole('button', { name: 'Put it back' }).click();
  await expect(note).toHaveValue('Nobody.');
  expect(await painted(page)).toEqual([`noted: ${words}`]);
});

test('a highlight that the browser does not keep is not said to be kept', async ({ page }) => {
  await page.goto(WEB.at(FIRST));
  await page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await select(page, 'Marta, who runs the paper’s models,');
  const panel = page.getByRole('group', { name: 'Highlight and note' });
  await panel.getByRole('button', { name: 'Highlight', exact: true }).click();
  await expect(panel.getByRole('status')).toContainText('does not let the page keep it');
});

test('what has changed since a lesson was read is marked, with what stood there, until it is seen', async ({
  page,
}) => {
  const notice = page.getByText('paragraph has changed since you read this');
  const end = page.getByRole('navigation', { name: 'Onward' }).or(page.locator('.onward')).first();
  await page.goto(WEB.at(FIRST));
  await end.scrollIntoViewIfNeeded();
  const kept = (): Promise<string | null> =>
    page.evaluate(() => {
      const name = Object.keys(localStorage).find((key) => key.includes('.text '));
      return name === undefined ? null : `${name}\n${localStorage.getItem(name) ?? ''}`;
    });
  await expect.poll(kept).toContain('finds nothing broken');
  await page.reload();
  await end.scrollIntoViewIfNeeded();
  await expect(notice).toBeHidden();
  // As an earlier edition had it.
  const [name = '', text = ''] = ((await kept()) ?? '').split('\n');
  const earlier = text
    .replace('finds nothing broken', 'finds a broken fan')
    .replace(/"of":"\w+"/, '"of":"earlier"');
  // From a page that keeps none: a lesson that is on its end may be keeping it just now.
  await page.goto('./notebook/');
  await page.evaluate(([key, value]) => localStorage.setItem(key, value), [name, earlier] as const);
  await page.goto(WEB.at(FIRST));
  await expect(notice).toHaveText(/^One paragraph/);
  await page.getByText('What stood here when you read it').click();
  await expect(page.getByText('finds a broken fan')).toBeVisible();
  await page.getByRole('button', { name: 'Seen' }).click();
  await expect(notice).toBeHidden();
  await page.reload();
  await end.scrollIntoViewIfNeeded();
  await expect(notice).toBeHidden();
});
