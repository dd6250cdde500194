/** Lessons as authors break them: every refusal names the file and says what is wrong, and nothing hangs. */
import type { Attack, Part } from '../attack.ts';
import { brokenBuilds } from '../lessons/builds.ts';
import { brokenTexts } from '../lessons/texts.ts';

/** Breaks texts by the thousand, and a handful of whole books. */
export const attack: Part = async (by: Attack) => {
  await brokenTexts(by);
  await brokenBuilds(by);
};
