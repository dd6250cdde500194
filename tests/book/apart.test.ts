/** What a page brings later is cut out of it, and stands in the one file as it stood. */
import { expect, test } from 'vitest';
import { putBack, takenApart } from '../../scripts/book/apart.ts';
import { pageText, parsePage } from '../../scripts/book/html.ts';

const PAGE =
  '<html><head></head><body><script type="application/json" data-apart="a-solutions">{"iv":"x+/=","data":"y"}</script><div data-apart="b" hidden=""><x-y id="q">a &amp; <b>b</b></x-y></div></body></html>';

test('what stands apart is taken out by its name, and put back', () => {
  const page = parsePage(PAGE);
  const apart = takenApart(page);
  expect([...apart.keys()]).toEqual(['a-solutions.json', 'b.json']);
  expect(JSON.parse(apart.get('a-solutions.json') ?? '')).toBe('{"iv":"x+/=","data":"y"}');
  expect(pageText(page)).not.toMatch(/x-y|"iv"/);
  putBack(page, (name) => apart.get(name) ?? '""');
  expect(pageText(page)).toBe(PAGE);
});
