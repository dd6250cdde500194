/** A challenge on the page: the way is chosen, images are marked or rows are read, numbers are saved. */
import { OUTCOME, type OutcomeDetail } from '../../../../widgets/kit/contract/border.ts';
import { saveFile } from '../../../../widgets/page/save-file.ts';
import { ANSWERS } from '#words/src/tasks/sets/page/words';
import { FIELDS } from '#words/src/tasks/kinds/challenge/words';
import { setUp } from '../../sets/page/experiment-place.ts';
import type { ItemFrame } from '../../sets/page/item-frame.ts';
import type { ChallengeItem } from './item.ts';
import { settingsIn } from '../../sets/pure/variants/variant.ts';
import { answered } from '../../sets/pure/work/work.ts';
import { named, typed } from './pure/named.ts';
import { tableOf } from './pure/table.ts';

export function wake(frame: ItemFrame<ChallengeItem>): void {
  const { element, item, store, values, seed } = frame;
  const field = element.querySelector<HTMLInputElement>('[name="answer"]');
  const ways = [...element.querySelectorAll<HTMLInputElement>('input[name$="-way"]')];
  if (!field) return;
  let isTouched = false;
  const way = (): string => ways.find(({ checked }) => checked)?.value ?? '';
  const keptIn = (one: string): string => {
    const { answer = null } = frame.done ?? {};
    if (!Array.isArray(answer)) return '';
    const [kept, ...numbers] = answer as readonly string[];
    return kept === one ? numbers.join(' ') : '';
  };
  // What was named of the images means nothing in the table: each way has what was typed in it.
  const typedIn = new Map<string, string>();
  let before = '';
  const show = (): void => {
    before = way();
    for (const part of element.querySelectorAll<HTMLElement>('[data-way]'))
      part.hidden = part.dataset['way'] !== way();
    if (way() === 'table') fill(element, item, seed);
  };
  const restore = (): void => {
    const { answer = null } = frame.done ?? {};
    if (isTouched || !Array.isArray(answer)) return;
    for (const one of ways) one.checked = one.value === answer[0];
    field.value = keptIn(way());
    show();
  };
  const save = (isTry = true): void => {
    const read = named([way(), ...typed(field.value)], item.places);
    if (typeof read === 'string') {
      frame.say(read);
      return;
    }
    isTouched = false;
    frame.change(
      (work) => answered(work, item, [read.way, ...read.numbers.map(String)], isTry),
      ANSWERS.saved,
    );
  };
  restore();
  show();
  store.addEventListener('change', restore);
  element.addEventListener('input', ({ target }) => {
    if (ways.some((one) => one === target)) {
      typedIn.set(before, field.value);
      field.value = typedIn.get(way()) ?? keptIn(way());
    }
    isTouched = true;
    show();
    const kept = frame.done?.answer?.[0];
    frame.say(kept !== undefined && kept !== way() ? ANSWERS.otherWay : '');
    const isKept = field.value !== '' && field.value === keptIn(way());
    frame.note(isKept ? ANSWERS.keptAt('') : ANSWERS.draft);
  });
  element.addEventListener('change', ({ target }) => target === field && save());
  frame.onSubmit(save);
  frame.on('csv', () => saveCsv(item, seed));
  const start = settingsIn(item.start, values);
  frame.on('start', () => void setUp(item.instance, element, start));
  document.addEventListener(OUTCOME, (event) => {
    const { id, run, by } = (event as CustomEvent<OutcomeDetail>).detail;
    if (id !== item.instance || by !== 'reader' || !element.isConnected || way() !== 'images')
      return;
    const isOwn = Object.entries(start).every(
      ([name, value]) => name === item.marks || run.settings[name] === value,
    );
    const marks = placesIn(String(run.settings[item.marks] ?? ''), item.columns);
    if (!isOwn || marks.length === 0) return;
    field.value = marks.join(' ');
    // One mark after the other is set, and each is run.
    save(false);
  });
}

/** `a1c2`: a letter for the column, a number for the row; as numbers from 1, row by row. */
function placesIn(cells: string, columns: number): readonly number[] {
  return [...cells.matchAll(/([a-z])(\d+)/g)]
    .map(([, letter = 'a', row = '1']) => (Number(row) - 1) * columns + letter.charCodeAt(0) - 96)
    .toSorted((a, b) => a - b);
}

const cellsOf = (item: ChallengeItem, seed: number): readonly (readonly string[])[] =>
  tableOf(item, seed).rows.map(({ characters, links, digits, label }, i) =>
    [i + 1, characters, links, digits, label].map(String),
  );

function fill(element: HTMLElement, item: ChallengeItem, seed: number): void {
  const place = element.querySelector('[data-part="table"]');
  if (!place || place.firstChild) return;
  const row = (cells: readonly string[], tag: 'th' | 'td'): HTMLTableRowElement => {
    const line = document.createElement('tr');
    for (const [i, text] of cells.entries()) {
      const isHead = tag === 'th' || i === 0;
      const cell = document.createElement(isHead ? 'th' : 'td');
      if (isHead) cell.setAttribute('scope', tag === 'th' ? 'col' : 'row');
      cell.textContent = text;
      line.append(cell);
    }
    return line;
  };
  const table = document.createElement('table');
  table.createTHead().append(row(FIELDS.head, 'th'));
  table.createTBody().append(...cellsOf(item, seed).map((cells) => row(cells, 'td')));
  place.append(table);
}

function saveCsv(item: ChallengeItem, seed: number): void {
  const text = [FIELDS.head.map((one) => `"${one}"`), ...cellsOf(item, seed)]
    .map((cells) => cells.join(','))
    .join('\r\n');
  saveFile(`${item.id}.csv`, text, 'text/csv');
}
