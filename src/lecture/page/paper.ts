/** What a lecture puts on paper: its questions with room for a guess, and cards to vote with. */
import { markup, type Markup } from '../../../widgets/kit/draw/markup.ts';
import { setMarkup } from '../../../widgets/run/page/trusted-types.ts';
import { qrAlone } from '../../components/qr-code.ts';
import { qrOf } from '#words/src/words';
import { HANDOUT } from '#words/src/lecture/words';
import { readerAddress } from './address.ts';
import type { LectureView } from './view.ts';
import { choicesIn } from './vote.ts';
import { LETTERS, plainCopy } from './outline.ts';

/** Prints the questions of the steps that are not left out, each with a code that leads to it. */
export async function printHandout(lecture: LectureView): Promise<void> {
  const { kept, outline, title } = lecture;
  let before = markup``;
  const parts: Markup[] = [];
  for (const {
    kind,
    shows: [at = -1],
    says,
  } of kept) {
    if (kind === 'setting')
      before = markup`<p class="soft">${says.map(({ sentence }) => sentence.text).join(' ')}</p>`;
    const question = outline.elements[at];
    if (kind !== 'question' || !question) continue;
    parts.push(partOf(question, before));
    before = markup``;
  }
  await print(markup`<h1>${HANDOUT.title(title)}</h1>${parts}`);
}

function partOf(question: HTMLElement, before: Markup): Markup {
  const prompt = question.querySelector('.question-prompt');
  const text = prompt ? (plainCopy(prompt).textContent ?? '').trim() : '';
  const rows = [...question.querySelectorAll('.answer-match > legend')].map(
    ({ textContent }) => markup`<li>${textContent}</li>`,
  );
  const choices = choicesIn(question).map(({ text: choice }) => markup`<li>${choice}</li>`);
  return markup`<section><div>${before}<p>${text}</p>${choices.length > 0 && markup`<ol class="lecture-choices">${choices}</ol>`}${rows.length > 0 && markup`<ul>${rows}</ul>`}<p class="lecture-room">${HANDOUT.guess}</p><p class="lecture-room">${HANDOUT.came}</p></div>${codeOf(question.id)}</section>`;
}

/** A code that leads to a place of the lesson; none where the book has no address. */
function codeOf(id: string): Markup {
  const address = `${readerAddress().replace(/#.*/, '')}#${id}`;
  const code = address.startsWith('http') ? qrAlone(address, qrOf(address)) : undefined;
  return code
    ? markup`<figure class="lecture-code">${code}<figcaption>${HANDOUT.scan}</figcaption></figure>`
    : markup``;
}

/** A sheet for each who votes, to be cut or folded: five letters. */
export async function printCards(): Promise<void> {
  const cards = [...LETTERS.slice(0, 5)].map(
    (letter) => markup`<div class="lecture-card"><p>${letter}</p></div>`,
  );
  await print(markup`<div class="lecture-cards">${cards}</div>`);
}

/** Puts it in the place of all else until it is printed. */
async function print(text: Markup): Promise<void> {
  const paper = document.createElement('div');
  paper.className = 'lecture-paper';
  setMarkup(paper, text);
  document.body.append(paper);
  const over = new Promise((resolve) => {
    addEventListener('afterprint', resolve, { once: true });
  });
  globalThis.print();
  await over;
  paper.remove();
}
