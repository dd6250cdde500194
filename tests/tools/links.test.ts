import { expect, test } from 'vitest';
import { parsePage } from '../../scripts/book/html.ts';
import { checkLinks } from '../../scripts/book/links.ts';

function check(body: string): string[] {
  const pages = new Map([
    ['index.html', parsePage('<p id="here">x</p>')],
    ['lessons/a/index.html', parsePage(body)],
  ]);
  return checkLinks({ pages, files: new Set([...pages.keys(), 'icon.svg']) }).faults;
}

test.each(['../../', '../../#here', '../../icon.svg', './', 'https://example.org/x'])(
  'a link to %s is fine',
  (address) => {
    expect(check(`<a href="${address}">x</a>`)).toEqual([]);
  },
);

test.each([
  ['../b/', /no such file/],
  ['../../#gone', /no such place/],
  ['#gone', /no such place/],
  ['/icon.svg', /root/],
  ['../../../icon.svg', /out of the book/],
])('a link to %s is a fault', (address, fault) => {
  const [found = ''] = check(`<img src="../../icon.svg" alt=""><a href="${address}">x</a>`);
  expect(found).toMatch(fault);
});

test('links are counted, so that a check of nothing can fail', () => {
  const pages = new Map([['index.html', parsePage('<p>no link</p>')]]);
  expect(checkLinks({ pages, files: new Set(['index.html']) }).followed).toBe(0);
});
