/** An editor on the page: what is written is kept, and run on the cases that are shown. */
import { EDITOR } from '#words/src/tasks/kinds/code/pure/words';
import type { ItemFrame } from '../../sets/page/item-frame.ts';
import type { CodeItem } from './item.ts';
import { inOwn } from '../../sets/pure/variants/in-own.ts';
import { answered } from '../../sets/pure/work/work.ts';
import { insert, showLine, wakeEditor } from './page/editor.ts';
import type { Answer } from './page/protocol.ts';
import { run } from './page/run.ts';

interface Shown {
  readonly call: string;
  readonly gives: string;
}

/** The cases that are shown, in the student’s own variant. */
function casesIn({ item, seed, values }: ItemFrame<CodeItem>): readonly Shown[] {
  return item.shown.map(({ call, gives }) => ({
    call: inOwn(call, values, String),
    gives: typeof gives === 'string' ? gives : (gives[seed] ?? ''),
  }));
}

export function wake(frame: ItemFrame<CodeItem>): void {
  const { element, item, store } = frame;
  const cases = casesIn(frame);
  for (const [i, place] of [...element.querySelectorAll('[data-part="gives"]')].entries())
    place.textContent = cases[i]?.gives ?? '';
  const field = element.querySelector('textarea');
  const press = element.querySelector<HTMLButtonElement>('[data-does="cases"]');
  if (!field || !press) return;
  const start = field.defaultValue;
  const kept = (): string | undefined => {
    const answer = frame.done?.answer;
    return typeof answer === 'string' ? answer : undefined;
  };
  let isTouched = false;
  const number = (): boolean => field.dispatchEvent(new Event('scroll'));
  const restore = (): void => {
    const own = kept();
    if (own === undefined || isTouched || own === field.value) return;
    field.value = own;
    field.dispatchEvent(new Event('input'));
    isTouched = false;
    number();
  };
  const save = (): void => {
    isTouched = false;
    const { value } = field;
    // What was begun with is no answer, unless there was one before.
    if (value === start && kept() === undefined) return;
    if (value !== kept()) frame.change((work) => answered(work, item, value));
  };
  field.addEventListener('input', () => {
    isTouched = true;
  });
  wakeEditor(field, frame.part('lines'), (isFree) => frame.note(isFree ? EDITOR.free : ''));
  restore();
  store.addEventListener('change', restore);
  field.addEventListener('change', save);
  frame.whenLeft(() => isTouched && save());
  const go = goTo(element, field);
  frame.onSubmit(() => undefined);
  frame.on('restore', () => {
    field.focus();
    field.select();
    insert(field, start);
    save();
    frame.say(EDITOR.restored);
  });
  const start_ = async (): Promise<void> => {
    save();
    frame.say(EDITOR.running);
    press.disabled = true;
    try {
      const { entry, near } = item;
      const answer = await run({ source: field.value, entry, cases, near });
      const isSlow = answer === 'slow';
      frame.say(isSlow ? EDITOR.slow : saidOf(answer));
      show(element, isSlow ? undefined : answer);
      go(isSlow ? 0 : answer.line);
    } catch {
      frame.say(EDITOR.broken);
    } finally {
      press.disabled = false;
    }
  };
  press.addEventListener('click', () => void start_());
}

function saidOf({ problem, cases }: Answer): string {
  if (problem !== undefined) return problem;
  const count = EDITOR.passed(cases.filter(({ isRight }) => isRight).length, cases.length);
  const broken = cases.find(({ isFault }) => isFault);
  return broken ? `${broken.said} ${count}` : count;
}

/** Writes beside each case what it gave, and below them what was printed. */
function show(element: HTMLElement, answer: Answer | undefined): void {
  for (const [i, row] of [...element.querySelectorAll<HTMLElement>('[data-case]')].entries()) {
    const now = row.querySelector('[data-part="now"]');
    const found = answer?.cases[i];
    row.toggleAttribute('data-met', found?.isRight === true);
    if (!now) continue;
    now.textContent = !found
      ? EDITOR.case.notYet
      : found.isRight
        ? EDITOR.case.right
        : found.isFault
          ? found.said
          : EDITOR.case.wrong(found.said);
  }
  const printed = element.querySelector<HTMLElement>('[data-part="printed"]');
  const text = printed?.querySelector('pre');
  if (!printed || !text) return;
  text.textContent = answer?.log.join('\n') ?? '';
  printed.hidden = (answer?.log.length ?? 0) === 0;
}

/** A button that leads to the line of a fault, made when there is one. */
function goTo(element: HTMLElement, field: HTMLTextAreaElement): (line: number) => void {
  const press = document.createElement('button');
  press.type = 'button';
  press.dataset['does'] = 'line';
  press.hidden = true;
  let at = 0;
  press.addEventListener('click', () => showLine(field, at));
  element.querySelector('[data-does="restore"]')?.before(press, ' ');
  return (line) => {
    at = line;
    press.hidden = line === 0;
    press.textContent = EDITOR.go(line);
  };
}
