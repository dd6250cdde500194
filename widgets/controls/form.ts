/** A parameter table as a form. The page only reads and fills it; the build and the browser share this markup. */
import { inOwnUnit, ownUnit } from '../kit/contract/own-unit.ts';
import { shown } from '../kit/draw/format.ts';
import { markup, type Markup } from '../kit/draw/markup.ts';
import {
  type AnySettings,
  type ChoiceParam,
  LONGEST_TEXT,
  type NumberParam,
  type Param,
  type Table,
  type TextParam,
} from '../kit/contract/params.ts';
import { kindOf } from './kinds.ts';
import { lastPosition, positionOf } from '../kit/controls/slider.ts';
import { FRAME_WORDS } from '#words/widgets/kit/words/frame-words';
import { WORDS } from '#words/widgets/kit/words/words';

interface ControlId {
  /** The instance's id: labels and inputs meet through it. */
  readonly id: string;
  readonly name: string;
  readonly table: Table;
}

/** The controls of one place, in the order of the table; `around` may put something round each, by the name of its setting. */
export function controls(
  table: Table,
  settings: AnySettings,
  id: string,
  place: Param['place'],
  around = (_: string, one: Markup): Markup => one,
): readonly Markup[] {
  return Object.entries(table)
    .filter(([, param]) => param.place === place)
    .map(([name, param]) =>
      around(name, control(param, settings[name] ?? param.default, { id, name, table })),
    );
}

function control(param: Param, value: number | string, at: ControlId): Markup {
  if (param.place === 'none')
    return markup`<input type="hidden" name="${at.name}" value="${inFieldOf(param, value)}">`;
  const field = `${at.id}-${at.name}`;
  const help = param.help ? markup`<p class="help" id="${field}-help">${param.help}</p>` : '';
  // A number is told with its unit.
  const unit = (param.kind === 'number' && ownUnit(param)) || '';
  const about = [
    ...(unit.startsWith('$') ? ['money'] : []),
    ...(unit.replace('$', '') === '' ? [] : ['unit']),
    ...(param.help ? ['help'] : []),
  ].map((part) => `${field}-${part}`);
  const described = about.length > 0 && markup` aria-describedby="${about.join(' ')}"`;
  const after = param.after && markup` data-after="${param.after}"`;
  const kind = param.kind === 'text' && kindOf(param);
  if (kind) {
    // Passing over its surface wakes the experiment, as passing over any control does; reading its text as text does not.
    return markup`<div class="control control-surface control-${param.surface?.kind}" data-param="${at.name}"${after} role="group" aria-labelledby="${field}-label"><span class="control-label" id="${field}-label">${param.label}</span><div class="surface" data-surface="${at.name}" data-ground>${kind.markup(param, String(value), { field, name: at.name })}</div>${help}${kind.hasField ? '' : asText(param, String(value), at, described)}</div>`;
  }
  const nth = counting(at.table).findIndex((one) => one === param);
  const unused =
    nth >= 0 && markup`<span class="unused" data-nth="${nth}">, ${FRAME_WORDS.unused}</span>`;
  // Orca passes over a label beside its field, and over the name that it gives; what comes and goes within a label is heard from there.
  const named = !unused && markup` aria-label="${param.label}"`;
  const more = named ? markup`${named}${described}` : described;
  const input =
    param.kind === 'number'
      ? numberInput(param, Number(value), at, more)
      : param.kind === 'choice' || param.options
        ? menu(param, String(value), at, more)
        : textInput(param, String(value), at, more);
  return markup`<div class="control control-${param.kind}" data-param="${at.name}"${after}><label for="${field}"${named && markup` aria-hidden="true"`}>${param.label}${unused}</label>${input}${help}</div>`;
}

function textInput(
  { longest = LONGEST_TEXT }: TextParam,
  value: string,
  at: ControlId,
  more: Markup | false,
): Markup {
  return markup`<input id="${at.id}-${at.name}" name="${at.name}" type="text" autocomplete="off" spellcheck="false" maxlength="${longest}" value="${value}"${more}>`;
}

/** The text of what is set by hand: for a mail, for an exact value, and for who cannot use the rest. */
function asText(param: TextParam, value: string, at: ControlId, more: Markup | false): Markup {
  const named = markup`${more} aria-label="${param.label}, ${FRAME_WORDS.asText}"`;
  return markup`<details class="as-text"><summary>${FRAME_WORDS.asText}</summary>${textInput(param, value, at, named)}</details>`;
}

function numberInput(
  param: NumberParam,
  value: number,
  at: ControlId,
  described: Markup | false,
): Markup {
  const field = `${at.id}-${at.name}`;
  const last = lastPosition(param);
  // A seed has no neighbours worth sliding to. To ears and keys the field is the setting, and arrows lead it along the same stops.
  const slider =
    at.name === 'seed' || last < 2
      ? ''
      : markup`<input class="slider" type="range" min="0" max="${last}" step="1" value="${positionOf(param, value)}" tabindex="-1" aria-hidden="true" data-slides="${at.name}">`;
  const said = shown(value, param);
  const [stands, min, max] = [value, param.min, param.max].map((one) => inFieldOf(param, one));
  // As text: markup rounds numbers, which are coordinates elsewhere, to two decimals.
  const unit = (text = '', at = 'unit'): Markup | '' =>
    text && markup`<span class="unit" id="${field}-${at}">${text}</span>`;
  // Money leads, as in the text.
  const isMoney = param.unit?.startsWith('$') === true;
  return markup`${slider}<span class="exact"${said === stands ? '' : markup` data-shown="${said}"`}>${isMoney ? unit('$', 'money') : ''}<input id="${field}" name="${at.name}" type="number" inputmode="decimal" autocomplete="off" min="${min}" max="${max}" step="any" value="${stands}"${param.isShare && markup` data-share`}${described}>${unit(isMoney ? param.unit?.slice(1) : ownUnit(param))}</span>`;
}

/** A setting as the text of its field. */
function inFieldOf(param: Param, value: number | string): string {
  return String(param.kind === 'number' ? inOwnUnit(Number(value), param) : value);
}

function menu(
  param: ChoiceParam | TextParam,
  value: string,
  at: ControlId,
  described: Markup | false,
): Markup {
  const options = param.options ?? [];
  const known = options.some((option) => option.value === value);
  const said = param.kind === 'text' && param.say ? param.say(value) : WORDS.fromLink;
  // While one of these is chosen, the numbers that it takes the place of do not count; the style sheet says so.
  const away = (chosen: string): string =>
    counting(at.table)
      .flatMap(({ counts }, nth) => (counts && isAway(counts, at.name, chosen) ? [nth] : []))
      .join(' ');
  const all = known ? options : [...options, { value, label: said }];
  return markup`<select id="${at.id}-${at.name}" name="${at.name}" autocomplete="off"${described}>${all.map(
    (option) =>
      markup`<option value="${option.value}"${option.value === value ? markup` selected` : ''}${away(option.value) && markup` data-away="${away(option.value)}"`}>${option.label}</option>`,
  )}</select>`;
}

/** The numbers of a table that do not always count. */
function counting(table: Table): readonly NumberParam[] {
  return Object.values(table).filter(
    (param): param is NumberParam => param.kind === 'number' && param.counts !== undefined,
  );
}

/** Whether a number does not count while this value of a menu is chosen. */
function isAway(counts: NonNullable<NumberParam['counts']>, menu: string, chosen: string): boolean {
  if (counts.with !== menu) return false;
  return 'at' in counts ? ![counts.at].flat().includes(chosen) : counts.butAt === chosen;
}
