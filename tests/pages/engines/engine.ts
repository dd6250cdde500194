/** Engines that not every machine has. */
import { test } from '@playwright/test';

/** The program of an engine; on a machine without it the test is skipped and says why. */
export function programOf(engine: 'FIREFOX' | 'WEBKIT'): string {
  const path = process.env[`${engine}_PATH`] ?? '';
  test.skip(path === '', process.env[`${engine}_MISSING`] ?? `${engine}_PATH is not set`);
  return path;
}
