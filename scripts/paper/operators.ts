/** The operators of a page’s content, with where each stands: enough of the syntax to see what is marked and what is painted. */

/** One operator and the bytes from its first operand to its end. */
export interface Operator {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly operands: string;
}

const SPACE = /[\0\t\n\f\r ]/;
const DELIMITER = /[\0\t\n\f\r ()<>[\]{}/%]/;

/** The operators in a content stream, read as Latin-1. Inline images are passed over as one operator, `EI`. */
export function* operatorsIn(text: string): Generator<Operator> {
  let at = 0;
  let from = -1;
  const begin = (): void => {
    if (from < 0) from = at;
  };
  while (at < text.length) {
    const sign = text[at] ?? '';
    if (SPACE.test(sign)) at += 1;
    else if (sign === '%')
      while (at < text.length && text[at] !== '\n' && text[at] !== '\r') at += 1;
    else if (sign === '(') {
      begin();
      let depth = 0;
      do {
        if (text[at] === '\\') at += 1;
        else if (text[at] === '(') depth += 1;
        else if (text[at] === ')') depth -= 1;
        at += 1;
      } while (depth > 0 && at < text.length);
    } else if (sign === '<' && text[at + 1] !== '<') {
      begin();
      at = text.indexOf('>', at) + 1;
    } else if ('<>[]{}'.includes(sign)) {
      begin();
      at += (sign === '<' || sign === '>') && text[at + 1] === sign ? 2 : 1;
    } else {
      begin();
      const start = at;
      at += 1;
      while (at < text.length && !DELIMITER.test(text[at] ?? '')) at += 1;
      const word = text.slice(start, at);
      if (/^[/\d+.-]/.test(word) || ['true', 'false', 'null'].includes(word)) continue;
      if (word === 'BI') {
        const end = /[\s]EI(?=\s|$)/.exec(text.slice(at));
        at = end ? at + end.index + 3 : text.length;
      }
      yield {
        name: word === 'BI' ? 'EI' : word,
        from,
        to: at,
        operands: text.slice(from, start).trim(),
      };
      from = -1;
    }
  }
}

const PAINTS = new Set(['f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 's', 'S', 'sh', 'Do', 'EI']);
const SHAPES = new Set(['m', 'l', 'c', 'v', 'y', 'h', 're']);

/** Stretches of a content that paint and are in no marked piece: whole paths, objects and texts. */
export function unmarkedIn(
  text: string,
): readonly { readonly from: number; readonly to: number; readonly isText: boolean }[] {
  const found: { from: number; to: number; isText: boolean }[] = [];
  let depth = 0;
  let path = -1;
  let text0 = -1;
  let said = false;
  for (const { name, from, to } of operatorsIn(text)) {
    if (name === 'BDC' || name === 'BMC') depth += 1;
    else if (name === 'EMC') depth -= 1;
    else if (name === 'BT') [text0, said] = [depth === 0 ? from : -1, false];
    else if (['Tj', 'TJ', "'", '"'].includes(name)) said ||= depth === 0;
    else if (name === 'ET') {
      if (text0 >= 0 && said) found.push({ from: text0, to, isText: true });
      text0 = -1;
    } else if (SHAPES.has(name)) path = path < 0 ? from : path;
    else if (name === 'n') path = -1;
    else if (PAINTS.has(name)) {
      if (depth === 0) found.push({ from: path < 0 ? from : path, to, isText: false });
      path = -1;
    }
  }
  return found;
}
