/** A viva sheet as HTML, for the page and for the desk: one printed page. */
import { markup, type Markup } from '../../../../../widgets/kit/draw/markup.ts';
import { SHEET, VIVA } from '#words/src/tasks/grading/pure/viva/words';
import type { Question } from './questions.ts';
import type { Sheet } from './sheets.ts';

/** One sheet. `title`: the set’s. */
export const sheetMarkup = (title: string, { student, made, ...sheet }: Sheet): Markup =>
  markup`<section class="viva-sheet"><h2>${SHEET.who(student)}</h2><p>${SHEET.set(title, SHEET.made(made.slice(0, 10), made.slice(11, 16)))}</p>${[sheet.same, ...sheet.missing].filter(Boolean).map((says) => markup`<p>${says}</p>`)}<ol>${sheet.questions.map(questionMarkup)}</ol></section>`;

const questionMarkup = ({ is, ask, answer, next }: Question): Markup =>
  markup`<li><h3>${VIVA.heads[is]}</h3><p class="viva-ask">${ask}</p><dl><dt>${SHEET.answer}</dt><dd>${answer}</dd><dt>${SHEET.next}</dt><dd>${next}</dd><dt>${SHEET.note}</dt><dd></dd></dl></li>`;
