/** A curve through given places: one value at each, set by hand. As a short text: the values with commas between them. */
import type { Adjusted, Surface, TextParam } from '../../../kit/contract/params.ts';
import { plain, withUnit } from '../../../kit/draw/format.ts';
import { CURVES } from '#words/widgets/controls/curve/pure/words';

/** Where a curve has values, and what they may be. */
export interface CurveShape {
  /** Rising; the curve has one value at each. */
  readonly xs: readonly number[];
  /** What the places are, as `hour of the day`. */
  readonly across: string;
  readonly min: number;
  readonly max: number;
  /** A hand and a key move a value by it. */
  readonly step: number;
  readonly unit?: string;
}

/** A setting that is a curve. */
export interface CurveParam extends TextParam {
  readonly surface: Surface & { readonly shape: CurveShape };
}

/** The values that a text names. Throws an Error that says what to write instead. */
export function readCurve({ xs }: Pick<CurveShape, 'xs'>, text: string): readonly number[] {
  const parts = text.trim().split(/\s*[,;\s]\s*/);
  const values = parts.map((part) => (part === '' ? Number.NaN : Number(part)));
  if (values.length === xs.length && values.every(Number.isFinite)) return values;
  throw new Error(CURVES.wanted(xs.length, xs.map(plain).join(', ')));
}

/** The nearest value that the shape allows: within its range, on a step. */
export function onStep({ min, max, step }: CurveShape, value: number): number {
  const stepped = min + Math.round((value - min) / step) * step;
  return Number(Math.min(max, Math.max(min, stepped)).toPrecision(9));
}

/** Values as text, in the one form that they always have. */
export function writeCurve(values: readonly number[]): string {
  return values.join(',');
}

/** The canonical text, and what was changed for it. */
function parse(shape: CurveShape, text: string): string | Adjusted {
  const asked = readCurve(shape, text);
  const used = asked.map((value) => onStep(shape, value));
  const value = writeCurve(used);
  const outside = asked.filter((one) => one < shape.min || one > shape.max).length;
  const between = asked.filter((one, i) => Math.abs(one - (used[i] ?? 0)) > 1e-9).length - outside;
  const said = [
    outside > 0 &&
      CURVES.toTheEdge(outside, plain(shape.min), withUnit(plain(shape.max), shape.unit)),
    between > 0 && CURVES.rounded(between, plain(shape.step)),
  ].filter(Boolean);
  return said.length > 0 ? { value, said: said.join('; ') } : value;
}

/** A curve in words: where it is lowest and highest. */
export function curveInWords({ xs, unit }: CurveShape, text: string): string {
  const values = readCurve({ xs }, text);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  if (low === high) return CURVES.always(withUnit(plain(low), unit));
  const at = (value: number): string => plain(xs[values.indexOf(value)] ?? 0);
  return CURVES.between(withUnit(plain(low), unit), at(low), withUnit(plain(high), unit), at(high));
}

/** Makes a setting of a curve that the reader draws. */
export /* @__NO_SIDE_EFFECTS__ */ function curve({
  xs,
  across,
  min,
  max,
  unit,
  step = (max - min) / 100,
  ...param
}: Omit<CurveParam, 'kind' | 'surface' | 'parse' | 'say' | 'default'> &
  Omit<CurveShape, 'step'> & {
    readonly step?: number;
    readonly default: readonly number[];
  }): CurveParam {
  const shape = { xs, across, min, max, step, ...(unit !== undefined && { unit }) };
  return {
    ...param,
    kind: 'text',
    surface: { kind: 'curve', shape },
    default: writeCurve(param.default),
    parse: (text) => parse(shape, text),
    say: (text) => curveInWords(shape, text),
  };
}
