import { expect, test, vi } from 'vitest';
import { unified } from '@astrojs/markdown-remark';
import { parseBibtex, familyNames } from '../../src/markdown/bibtex.ts';
import { citations, references } from '../../src/markdown/citations.ts';
import { marginNotes } from '../../src/markdown/margin-notes.ts';
import { scrollableTables } from '../../src/markdown/tables.ts';

const bibliography = new URL('./sources.bib', import.meta.url);

async function html(markdown: string): Promise<string> {
  const processor = unified({
    remarkPlugins: [[citations, { bibliography }]],
    rehypePlugins: [references, marginNotes, scrollableTables],
  });
  const renderer = await processor.createRenderer({
    syntaxHighlight: false,
  } as Parameters<typeof processor.createRenderer>[0]);
  return (await renderer.render(markdown)).code;
}

/** Expects that a text stops the build. Astro also prints the fault that it throws: once, and here to nobody. */
async function refused(markdown: string, why: RegExp): Promise<void> {
  const printed = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  try {
    await expect(html(markdown)).rejects.toThrow(why);
    expect(printed).toHaveBeenCalledOnce();
  } finally {
    printed.mockRestore();
  }
}

test('a citation becomes a link to its source, and the source stands in the list at the end', async () => {
  const page = await html('Pages were slow [@fast2017].');
  expect(page).toContain('(<a href="#ref-fast2017">Fast Pages Ltd 2017</a>)');
  expect(page).toContain('<li id="ref-fast2017">');
  expect(page.match(/<li /g)).toHaveLength(1);
});

test('two sources in one bracket keep their words before and their pages after', async () => {
  const page = await html('So it is [@fast2017, p. 3; against it, see @three2020].');
  expect(page).toContain(
    '>Fast Pages Ltd 2017, p. 3</a>; against it, see <a href="#ref-three2020"',
  );
  expect(page).toContain('>Ames et al. 2020</a>)');
});

test('a source stands in the margin where it is first cited, and only there', async () => {
  const page = await html('First [@fast2017].\n\nAgain [@fast2017].');
  expect(page.match(/class="source-note"/g)).toHaveLength(1);
  expect(page).toMatch(/class="noted"><p>First/);
});

test('a title that asks and a year that is an abbreviation get no second sign', async () => {
  const page = await html('So they say [@asked].');
  expect(page).toContain('Help Ltd, Who asks? n.d.<');
  expect(page).toMatch(/Help Ltd\. n\.d\. <cite>Who asks\?<\/cite> Help Centre\.<\/li>/);
});

test('authors that are not named are “and others”, with no semicolon before, and “et al.” in a sentence', async () => {
  const page = await html('Many say so [@many2022; @some2023].');
  expect(page).toContain('Ames, A.; Bell, B., and others. 2022.');
  expect(page).toContain('Ames, A., and others. 2023.');
  expect(page).toContain('>Ames et al. 2022</a>');
  expect(page).toContain('>Ames et al. 2023</a>');
});

test('an “and” in braces or in an institution is part of its name, which is said once', async () => {
  const page = await html('So they say [@office2013; @labs2014].');
  expect(page).toContain('Office of Fish and Chips; Salt and Sons. 2013.');
  expect(page).toContain('>Office of Fish and Chips and Salt and Sons 2013</a>');
  expect(page).toContain('Labs of Bread and Butter. 2014. <cite>Spread</cite>.</li>');
});

test('an unknown key stops the build and names the key', async () => {
  await refused('Nobody said so [@nobody1999].', /"nobody1999"/);
});

test('an e-mail address in brackets is an author’s mistake and not a silent citation', async () => {
  await refused('[write to me@example]', /references\.bib does not have/);
});

test('a column set to the right gets a class and no style attribute', async () => {
  const page = await html('| a | b |\n| --- | ---: |\n| x | 1 |');
  expect(page).toContain('<td class="number">1</td>');
  expect(page).not.toMatch(/align=|style=/);
  expect(page).toContain('<div class="scroll" tabindex="0"');
});

test('an empty corner of a table is a cell and no heading', async () => {
  const page = await html('|  | a |\n| --- | --- |\n| x | 1 |');
  expect(page).toContain('<td></td>');
  expect(page.match(/<th/g)).toHaveLength(2);
});

test('braces, accents and line breaks in an entry are read as they are meant', () => {
  const entries = parseBibtex(
    '@book{k,\n title = {A {Tall}\n  Tale},\n author = "Ó, A. and B, C.",\n year = 2001\n}',
  );
  expect(entries.get('k')).toMatchObject({ title: 'A Tall Tale', year: '2001', kind: 'book' });
  expect(familyNames(entries.get('k'))).toBe('Ó and B');
});

test.each([
  ['@book{k, title = {T}, yaer = {2001}}', /unknown field "yaer"/],
  ['@book{k, title = {T}}', /has no year/],
  [
    '@book{k, title = {T}, year = {1}}\n@book{k, title = {T}, year = {1}}',
    /line 2: the key "k" stands there twice/,
  ],
  ['@book{k, title = {T, year = {1}', /not closed/],
])('a broken entry says what is wrong: %s', (text, message) => {
  expect(() => parseBibtex(text)).toThrow(message);
});
