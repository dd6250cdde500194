/** Programs that not every machine has. */
import { test } from '@playwright/test';

/** Where a program is; on a machine without it the test is skipped and says why. */
export function programOf(name: 'EPUBCHECK' | 'FIREFOX' | 'PDFINFO' | 'QPDF' | 'WEBKIT'): string {
  const path = process.env[`${name}_PATH`] ?? '';
  test.skip(path === '', process.env[`${name}_MISSING`] ?? `${name}_PATH is not set`);
  return path;
}
