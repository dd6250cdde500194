/** What a text field needs to be written code in: indents, line numbers, and a way out by keyboard. */

const INDENT = '  ';

/** Wakes an editor; `onFree` is told when the next Tab will leave it. */
export function wakeEditor(
  field: HTMLTextAreaElement,
  lines: HTMLElement | null,
  onFree: (isFree: boolean) => void,
): void {
  let isFree = false;
  const free = (now: boolean): void => {
    if (isFree !== now) onFree(now);
    isFree = now;
  };
  field.addEventListener('keydown', (event) => {
    const { key } = event;
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (key === 'Escape') free(true);
    else if (key === 'Tab' && !isFree) {
      event.preventDefault();
      indent(field, event.shiftKey);
    } else if (key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      breakLine(field);
    } else if (key === '}') close(field);
    if (key !== 'Escape' && key !== 'Tab' && key !== 'Shift') free(false);
  });
  field.addEventListener('blur', () => free(false));
  const number = (): void => {
    if (!lines) return;
    const count = field.value.split('\n').length;
    lines.textContent = Array.from({ length: count }, (_, i) => String(i + 1)).join('\n');
    lines.scrollTop = field.scrollTop;
  };
  field.addEventListener('input', number);
  field.addEventListener('scroll', () => {
    if (lines) lines.scrollTop = field.scrollTop;
  });
  number();
}

/** Puts a text in the place of what is selected, so that undo knows of it. */
export function insert(field: HTMLTextAreaElement, text: string): void {
  field.focus();
  // Old, and the only way that undo takes part in; where it is gone, the text is set all the same.
  const isDone =
    text === '' ? document.execCommand('delete') : document.execCommand('insertText', false, text);
  if (isDone) return;
  field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end');
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

const startOfLine = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;

/** Moves the selected lines to the right or the left; where none is selected, the rest of the line. */
function indent(field: HTMLTextAreaElement, isBack: boolean): void {
  const { value, selectionStart: from, selectionEnd: to } = field;
  if (from === to && !isBack) {
    insert(field, INDENT);
    return;
  }
  const start = startOfLine(value, from);
  // A selection that ends before the first sign of a line does not mean that line.
  const last = to > from && value[to - 1] === '\n' ? to - 1 : to;
  const end = value.indexOf('\n', last) < 0 ? value.length : value.indexOf('\n', last);
  const old = value.slice(start, end);
  const fresh = old
    .split('\n')
    .map((line) => (isBack ? line.replace(/^ {1,2}/, '') : line === '' ? line : INDENT + line))
    .join('\n');
  if (fresh === old) return;
  field.setSelectionRange(start, end);
  insert(field, fresh);
  if (from === to) {
    const at = Math.max(start, from - (old.length - fresh.length));
    field.setSelectionRange(at, at);
  } else field.setSelectionRange(start, start + fresh.length);
}

/** A new line begins where the one before began, and further to the right after a bracket. */
function breakLine(field: HTMLTextAreaElement): void {
  const { value, selectionStart: at } = field;
  const before = value.slice(startOfLine(value, at), at);
  const [margin = ''] = /^ */.exec(before) ?? [];
  insert(field, `\n${margin}${/[[({]\s*$/.test(before) ? INDENT : ''}`);
}

/** A brace that closes stands as far left as the line that opened it. */
function close(field: HTMLTextAreaElement): void {
  const { value, selectionStart: at, selectionEnd: to } = field;
  const start = startOfLine(value, at);
  const before = value.slice(start, at);
  if (at !== to || !/^ +$/.test(before)) return;
  field.setSelectionRange(Math.max(start, at - INDENT.length), at);
  insert(field, '');
}

/** Selects a line and brings it up. */
export function showLine(field: HTMLTextAreaElement, line: number): void {
  const before = field.value.split('\n').slice(0, line - 1);
  const from = before.reduce((sum, { length }) => sum + length + 1, 0);
  const end = field.value.indexOf('\n', from);
  field.focus();
  field.setSelectionRange(from, end < 0 ? field.value.length : end);
  const height = Number.parseFloat(getComputedStyle(field).lineHeight) || 20;
  field.scrollTop = Math.max(0, (line - 3) * height);
}
