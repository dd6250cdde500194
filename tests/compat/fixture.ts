/** Reads what was frozen. Nothing here, and nothing else in the book, writes it again. */
import { readFileSync, readdirSync } from 'node:fs';

const FOLDER = new URL('fixtures/', import.meta.url);

/** The text of a fixture, byte for byte. */
export function textOf(name: string): string {
  return readFileSync(new URL(name, FOLDER), 'utf8');
}

/** The content of a fixture in JSON; who reads it says what it holds. */
export function dataOf(name: string): unknown {
  return JSON.parse(textOf(name));
}

/** The names of the fixtures in a folder of their own. */
export function fixturesIn(folder: string): readonly string[] {
  return readdirSync(new URL(folder, FOLDER)).map((name) => `${folder}${name}`);
}
