/** The same model a second time, in 64 bits and in plain loops: an independent answer to hold the first to. */
import type { GptSize, Reading } from '../../../../widgets/engine/gpt/gpt.ts';

type Row = readonly number[];

const dot = (a: Row, b: Row): number => a.reduce((sum, one, i) => sum + one * (b[i] as number), 0);
const plus = (a: Row, b: Row): Row => a.map((one, i) => one + (b[i] as number));
const normal = (row: Row): Row => {
  const scale = 1 / Math.sqrt(dot(row, row) / row.length + 1e-5);
  return row.map((one) => one * scale);
};
const softmax = (scores: Row): Row => {
  const all = scores.map((one) => Math.exp(one - Math.max(...scores)));
  const sum = all.reduce((before, one) => before + one, 0);
  return all.map((one) => one / sum);
};

/** The mean loss of a model with these weights, laid out as `Gpt` has them. */
export function plainLoss(size: GptSize, weights: Row, { symbols, next, starts }: Reading): number {
  const { width, layers, heads, context } = size;
  const columns = 8 * Math.ceil(size.symbols / 8);
  let at = 0;
  const matrix = (rows: number, wide: number): readonly Row[] =>
    Array.from({ length: rows }, () => {
      at += wide;
      return weights.slice(at - wide, at);
    });
  const times = (row: Row, by: readonly Row[]): Row =>
    (by[0] as Row).map((_, j) =>
      row.reduce((sum, one, i) => sum + one * (by[i]?.[j] as number), 0),
    );
  const [symbol, place] = [matrix(size.symbols, width), matrix(context, width)];
  const stack = Array.from({ length: layers }, () => ({
    look: matrix(width, 3 * width),
    back: matrix(width, width),
    up: matrix(width, 4 * width),
    down: matrix(4 * width, width),
  }));
  const head = matrix(width, columns);
  const part = width / heads;
  let sum = 0;
  for (const [text, start] of starts.slice(0, -1).entries()) {
    const own = [...symbols.slice(start, starts[text + 1])];
    let rows: readonly Row[] = own.map((one, i) => plus(symbol[one] as Row, place[i] as Row));
    for (const { look, back, up, down } of stack) {
      const looked = rows.map((row) => times(normal(row), look));
      const piece = (row: number, which: number, h: number): Row =>
        (looked[row] as Row).slice(which * width + h * part, which * width + (h + 1) * part);
      rows = rows.map((row, i) => {
        const found = Array.from({ length: heads }, (_, h) => {
          const before = Array.from({ length: i + 1 }, (__, j) => j);
          const shares = softmax(
            before.map((j) => dot(piece(i, 0, h), piece(j, 1, h)) / Math.sqrt(part)),
          );
          return before
            .map((j) => piece(j, 2, h).map((one) => one * (shares[j] as number)))
            .reduce<Row>(
              (before, one) => plus(before, one),
              Array.from({ length: part }, () => 0),
            );
        }).flat();
        const middle = plus(row, times(found, back));
        const wide = times(normal(middle), up).map((one) => Math.max(0, one));
        return plus(middle, times(wide, down));
      });
    }
    for (const [i, row] of rows.entries()) {
      const chances = softmax(times(normal(row), head).slice(0, size.symbols));
      sum -= Math.log(chances[next[start + i] as number] as number);
    }
  }
  return sum / symbols.length;
}
