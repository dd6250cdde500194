/** One question as server HTML: readable without a script, checked with one. */
import { block, button, submitButton } from '../../server/block.ts';
import { markup, type Markup } from '../../../../widgets/kit/draw/markup.ts';
import type { BookQuestion, KnownAnswer, PageHead } from '../contract.ts';
import { showHint, LABELS } from '#words/src/tasks/judge/words';
import { blocks, inline } from '../../server/markdown.ts';

/** Wraps as a text does that may stand in its place. */
const FILLER = 'nnnnn ';

/** The whole element; `data` is what its page needs in order to check. With `canReturn` the reader may have it brought back. */
export async function questionMarkup(
  loaded: BookQuestion,
  data: PageHead,
  canReturn = false,
): Promise<Markup> {
  const { question, kind } = loaded;
  const { id, hints } = question;
  const prompt = { markup: await blocks(question.prompt) };
  const {
    field,
    buttons = submitButton(LABELS.check),
    room = 0,
  } = await kind.markup(data, question);
  return block`<book-question id="question-${id}" class="question" data-question="${id}" data-kind="${question.kind}"${data.form !== undefined && markup` data-form="${data.form}"`}${canReturn && markup` data-returns="${question.idea}"`} role="group" aria-labelledby="question-${id}-label">
  ${label(loaded)}
  <div class="question-prompt" id="question-${id}-prompt">${prompt}</div>
  <form class="question-form" autocomplete="off" novalidate>
    ${field}
    <div class="question-actions if-scripting">
      ${buttons}
      ${button('hint', showHint(1, hints.length), 'hidden')}
      ${button('solution', LABELS.solution, 'hidden')}
      <span class="question-saved" data-part="saved"></span>
    </div>
    <div class="question-verdict" role="status" data-part="verdict"${room > 0 && markup` data-room="${FILLER.repeat(room / FILLER.length)}"`}></div>
  </form>
  ${hints.length > 0 && (await hintList(hints))}
  ${await feedback(kind.known?.(question) ?? [])}
  <script type="application/json" data-part="data">${json(data)}</script>
</book-question>`;
}

function label({ question, kind, number }: BookQuestion): Markup {
  const isOptional = kind.role === 'graded' && !question.core;
  return block`<p class="question-label" id="question-${question.id}-label">
    <strong>${number === undefined ? LABELS.prediction : LABELS.question(number)}</strong>
    ${isOptional && markup`<span>${LABELS.optional}</span>`}
    <span>${LABELS.minutes(question.minutes)}</span>
  </p>`;
}

async function hintList(hints: readonly string[]): Promise<Markup> {
  const items = (await Promise.all(hints.map(inline))).map(
    (hint) => markup`<li hidden>${hint}</li>`,
  );
  return block`<div role="status" aria-atomic="false">
    <ol class="question-hints" data-part="hints" hidden>${items}</ol>
  </div>`;
}

/** What single answers are told, for the verdict to take from. */
async function feedback(known: readonly KnownAnswer[]): Promise<Markup | false> {
  const texts = await Promise.all(
    known.flatMap(({ id, feedback: text }) =>
      text === undefined
        ? []
        : [inline(text).then((html) => markup`<span data-of="${id}">${html}</span>`)],
    ),
  );
  return texts.length > 0 && markup`<template data-part="feedback">${texts}</template>`;
}

/** Data for a script element, which nothing in them may close. */
const json = (data: object): Markup => ({
  markup: JSON.stringify(data).replaceAll('<', '\\u003c'),
});
