/** Writes into the report of what was checked what the last run of the tests has found, and gives it as a table, too. */
import {
  type Element,
  attribute,
  elements,
  named,
  pageText,
  parsePage,
  setText,
  textOf,
} from '../book/html.ts';
import { CHECKS, isCheck } from '#words/src/teachers/criteria';

/** What the last run of a file of tests has found. */
interface Result {
  readonly day: string;
  readonly passed: number;
  readonly failed: number;
}
export type Results = Readonly<Record<string, Result>>;

/** The result of several files: what failed is said before all else, and what was never run is no result. */
export function resultOf(files: readonly string[], results: Results): string | undefined {
  const found = files.map((file) => results[file]);
  const all = found.filter((one) => one !== undefined);
  const sum = (of: 'passed' | 'failed'): number => all.reduce((so, one) => so + one[of], 0);
  const [day] = all.map((one) => one.day).toSorted();
  if (sum('failed') > 0)
    return `failed: ${sum('failed')} of ${sum('failed') + sum('passed')} tests`;
  if (day === undefined || all.length < found.length || sum('passed') === 0) return undefined;
  return `passed on ${day}: ${sum('passed')} tests`;
}

/** The page with the results in it, and its table as comma-separated values. */
export function reported(html: string, results: Results): { page: string; table: string } {
  const page = parsePage(html);
  for (const cell of [...elements(page)]) {
    const checks = (attribute(cell, 'data-checked') ?? '').split(' ').filter(isCheck);
    const files = new Set<string>(checks.flatMap((one) => CHECKS[one].files));
    const result = files.size > 0 ? resultOf([...files], results) : undefined;
    if (result !== undefined) setText(cell, result);
  }
  const said = (cell: Element): string =>
    `"${textOf(cell).replaceAll(/\s+/g, ' ').trim().replaceAll('"', '""')}"`;
  const rows = named(page, 'tr').map((row) =>
    [...elements(row)]
      .filter(({ tagName }) => /^t[hd]$/.test(tagName))
      .map(said)
      .join(','),
  );
  return { page: pageText(page), table: `\uFEFF${rows.join('\r\n')}\r\n` };
}
