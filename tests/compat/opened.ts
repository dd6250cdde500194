/** Opens an address as the book does: the page that it names, and the settings of every experiment in its query. */
import { expect } from 'vitest';
import { lessons, openLink, startOf, type AnySettings } from './today.ts';

/** Settings by the id of an experiment; only what differs from its start, or all of them. */
export type Opened = Readonly<Record<string, AnySettings>>;

/** The name of a lesson in its address: its file's name without number and ending. */
export function slugOf(file: string): string {
  return (file.split('/').at(-1) ?? '').replace(/^\d+-|\.mdx$/g, '');
}

/** Fails unless the address leads to a lesson that holds these experiments, and opens them with these settings. */
export function expectOpens(address: URL, page: string, settings: Opened): void {
  const lesson = lessons().find(({ file }) => slugOf(file) === page);
  expect(lesson, page).toBeDefined();
  expect(`${address.pathname}${address.hash}`).toContain(`/${page}`);
  for (const [id, wanted] of Object.entries(settings)) {
    expect(lesson?.experiments.map((one) => one.split('#')[1])).toContain(id);
    const opened = openLink(id, address.search) ?? { settings: startOf(id), notices: [] };
    expect(opened.settings, address.href).toMatchObject(wanted);
    expect(opened.notices, address.href).toEqual([]);
  }
}
