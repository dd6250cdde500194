/** Viva sheets at the desk: one file that needs no other, to be opened in a browser and printed. */
import { readFileSync, writeFileSync } from 'node:fs';
import type { ClassResult } from '../../src/tasks/grading/pure/grade/class.ts';
import { calledBy, handsOf } from '../../src/tasks/grading/pure/viva/hand.ts';
import { sheetMarkup } from '../../src/tasks/grading/pure/viva/print.ts';
import { sheetsOf } from '../../src/tasks/grading/pure/viva/sheets.ts';
import { SHEET } from '#words/src/tasks/grading/pure/viva/words';
import { ownersIn } from '../../src/tasks/grading/teach/grading.ts';
import type { AnyWidget } from '../../widgets/kit/contract/widget.ts';
import { markup } from '../../widgets/kit/draw/markup.ts';
import { Progress } from './progress.ts';
import type { Repeater } from './repeater.ts';
import { say } from './said.ts';
import type { Desk } from './written.ts';

const STYLES = new URL('../../src/tasks/grading/teach/viva.css', import.meta.url);

/** Makes a sheet for each student and writes them; `isPseudonymous`: under signs. Runs that nobody has made are repeated. */
export async function writeVivas(
  path: string,
  { key, lists, files, reruns }: Desk,
  result: ClassResult,
  repeater: Repeater,
  isPseudonymous: boolean,
): Promise<void> {
  const { title } = key.assignment;
  const hands = handsOf(result, files, reruns, calledBy(ownersIn(lists), isPseudonymous));
  const progress = new Progress(hands.length, 0, 'sheets made');
  const sheets = await sheetsOf(
    key,
    repeater.widgets as Readonly<Record<string, AnyWidget>>,
    hands,
    (runs) => repeater.repeat(runs),
    async (done) => progress.to(done),
  );
  progress.end();
  const styles = { markup: readFileSync(STYLES, 'utf8') };
  writeFileSync(
    path,
    markup`<!doctype html>
<html lang="${SHEET.language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${SHEET.title(title)}</title><style>${styles}</style></head>
<body class="viva">${sheets.map((one) => sheetMarkup(title, one))}</body></html>
`.markup,
  );
  say(`${sheets.length} viva sheets; ${path} is written.`);
}
