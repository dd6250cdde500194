/** A parameter table as a form. The page only reads and fills it; the build and the browser share this markup. */
import { withUnit } from '../draw/format.ts';
import { markup, type Markup } from '../draw/markup.ts';
import type {
  AnySettings,
  ChoiceParam,
  NumberParam,
  Param,
  Table,
  TextParam,
} from '../contract/params.ts';
import { lastPosition, positionOf } from './slider.ts';
import { FRAME_WORDS } from '../words/frame-words.ts';
import { WORDS } from '../words/words.ts';

interface ControlId {
  /** The instance's id: labels and inputs meet through it. */
  readonly id: string;
  readonly name: string;
}

/** The controls of one place, in the order of the table. */
export function controls(
  table: Table,
  settings: AnySettings,
  id: string,
  place: 'first' | 'more',
): readonly Markup[] {
  return Object.entries(table)
    .filter(([, param]) => param.place === place)
    .map(([name, param]) => control(param, settings[name] ?? param.default, { id, name }));
}

function control(param: Param, value: number | string, at: ControlId): Markup {
  const field = `${at.id}-${at.name}`;
  const help = param.help ? markup`<p class="help" id="${field}-help">${param.help}</p>` : '';
  const described = param.help ? markup` aria-describedby="${field}-help"` : '';
  const input =
    param.kind === 'number'
      ? numberInput(param, Number(value), at, described)
      : param.kind === 'choice' || param.options
        ? menu(param, String(value), at, described)
        : markup`<input id="${field}" name="${at.name}" type="text" autocomplete="off" spellcheck="false" maxlength="1500" value="${value}"${described}>${param.grid && markup`<div class="paint" data-paint="${at.name}"><button type="button" data-does="paint" data-of="${at.name}" aria-expanded="false" aria-controls="${field}-paint">${FRAME_WORDS.paintOpen}</button><div id="${field}-paint" hidden></div></div>`}`;
  const after = param.after && markup` data-after="${param.after}"`;
  return markup`<div class="control control-${param.kind}" data-param="${at.name}"${after}><label for="${field}">${param.label}</label>${input}${help}</div>`;
}

function numberInput(
  param: NumberParam,
  value: number,
  at: ControlId,
  described: Markup | string,
): Markup {
  const field = `${at.id}-${at.name}`;
  const last = lastPosition(param);
  // A seed has no neighbours worth sliding to.
  const slider =
    at.name === 'seed' || last < 2
      ? ''
      : markup`<input class="slider" type="range" min="0" max="${last}" step="1" value="${positionOf(param, value)}" aria-label="${param.label}, slider" aria-valuetext="${withUnit(String(value), param.unit)}" data-slides="${at.name}">`;
  // As text: markup rounds numbers, which are coordinates elsewhere, to two decimals.
  const unit = param.unit ? markup`<span class="unit">${param.unit}</span>` : '';
  return markup`${slider}<span class="exact"><input id="${field}" name="${at.name}" type="number" inputmode="decimal" autocomplete="off" min="${String(param.min)}" max="${String(param.max)}" step="any" value="${String(value)}"${described}>${unit}</span>`;
}

function menu(
  param: ChoiceParam | TextParam,
  value: string,
  at: ControlId,
  described: Markup | string,
): Markup {
  const options = param.options ?? [];
  const known = options.some((option) => option.value === value);
  const all = known ? options : [...options, { value, label: WORDS.fromLink }];
  return markup`<select id="${at.id}-${at.name}" name="${at.name}" autocomplete="off"${described}>${all.map(
    (option) =>
      markup`<option value="${option.value}"${option.value === value ? markup` selected` : ''}>${option.label}</option>`,
  )}</select>`;
}
