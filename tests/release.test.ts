import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { EDITION } from '../src/tasks/storage/storage-keys.ts';
import { editionIn, publish } from '../scripts/release.mjs';

/** A book of one page. */
function built(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'built-'));
  mkdirSync(join(folder, 'set'));
  writeFileSync(join(folder, 'index.html'), text);
  writeFileSync(join(folder, 'set', 'index.html'), `set of ${text}`);
  return folder;
}
const read = (...path: readonly string[]): string => readFileSync(join(...path), 'utf8');

it('an edition stands unchanged at its own address when the next one takes the front', () => {
  const site = mkdtempSync(join(tmpdir(), 'site-'));
  writeFileSync(join(site, 'CNAME'), 'example.org');
  publish(built('first'), site, '1');
  publish(built('first'), site, '1');
  publish(built('second'), site, '2027-1');
  expect(read(site, 'index.html')).toBe('second');
  expect(read(site, 'e', '1', 'set', 'index.html')).toBe('set of first');
  expect(read(site, 'e', '2027-1', 'index.html')).toBe('second');
  expect(read(site, 'CNAME')).toBe('example.org');
});

it('pages of the front bring what comes later from the folder of their edition, which stays when another one takes the front', () => {
  const site = mkdtempSync(join(tmpdir(), 'site-'));
  const page = (name: string): string => `<html lang="en" data-root="../">${name}`;
  publish(built(page('first')), site, '1');
  const open = read(site, 'index.html');
  publish(built(page('second')), site, '2027-1');
  expect(open).toContain('<html data-assets="e/1/" lang="en" data-root="../">first');
  expect(read(site, 'index.html')).toContain('data-assets="e/2027-1/"');
  expect(read(site, 'e', '1', 'index.html')).toBe(page('first'));
  // Published again, it is the same edition.
  publish(built(page('second')), site, '2027-1');
});

it('what an edition has published is never replaced by something else', () => {
  const site = mkdtempSync(join(tmpdir(), 'site-'));
  publish(built('first'), site, '1');
  expect(() => publish(built('first, with another seed'), site, '1')).toThrow(
    'Edition 1 is published',
  );
  expect(read(site, 'e', '1', 'index.html')).toBe('first');
  expect(read(site, 'index.html')).toBe('first');
});

it('is called as storage and hand-ins call it', () => {
  expect(editionIn()).toBe(EDITION);
});
