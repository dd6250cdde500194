/** The rows of the form: for each control of an experiment its value, and whether it is locked or hidden. */
import type { Param } from '../../widgets/kit/contract/params.ts';
import type { Offered } from './compose.ts';
import { FORM } from '#words/src/teachers/words';

/** The rows for an experiment's controls, as it stands in its lesson. What only a run sets has none. */
export function rowsOf({ params, start }: Offered): readonly HTMLElement[] {
  return Object.entries(params)
    .filter(([, { place }]) => place !== 'none')
    .map(([name, param]) => row(name, param, String(start[name])));
}

function row(name: string, param: Param, value: string): HTMLElement {
  const unit = param.kind === 'number' && param.unit ? `, ${param.unit}` : '';
  const line = made('div', { className: 'link-row' });
  const said = made('span', { textContent: `${param.label}${unit}` });
  const label = made('label', {}, said, field(name, param, value));
  line.append(label, tick('lock', name, FORM.lock, FORM.lockOf(param.label)));
  line.append(tick('hide', name, FORM.hide, FORM.hideOf(param.label)));
  return line;
}

function field(name: string, param: Param, value: string): HTMLElement {
  if (param.kind === 'number') {
    const { min, max } = param;
    const ends = { min: String(min), max: String(max), step: 'any', defaultValue: value };
    return made('input', { type: 'number', name, ...ends });
  }
  const { options } = param;
  if (!options) {
    return made('input', { type: 'text', name, defaultValue: value, spellcheck: false });
  }
  const known = options.some((one) => one.value === value);
  const all = known ? options : [{ value, label: value }, ...options];
  const choices = all.map((one) => {
    const isNow = one.value === value;
    return new Option(one.label, one.value, isNow, isNow);
  });
  return made('select', { name }, ...choices);
}

function tick(name: 'lock' | 'hide', value: string, word: string, whole: string): HTMLElement {
  const box = made('input', { type: 'checkbox', name, value, ariaLabel: whole });
  return made('label', { className: 'link-tick' }, box, word);
}

function made<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Partial<HTMLElementTagNameMap[K]>,
  ...within: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...within);
  return element;
}
