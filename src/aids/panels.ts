/** The panel of reading settings and the list of keys. Fetched when one of them is first asked for. */
import { dress } from '../../widgets/page/dress.ts';
import { made } from '../../widgets/page/made.ts';
import css from './panels.css?inline';
import { KEYS, SETTINGS } from '#words/src/aids/words';

dress(css);

type Value = string | number;
/** A setting: its name in storage, what it is called, and its choices; the book's own is the one without a value. */
type Setting = readonly [string, string, readonly (readonly [string, Value?])[]];

const { theme, line, measure, spacing, face, hyphens, cards, help } = SETTINGS;
const ROWS: readonly Setting[] = [
  ['theme', theme.name, [[theme.auto], [theme.light, 'light'], [theme.dark, 'dark']]],
  [
    ...(['size', SETTINGS.size] as const),
    [0.9, 1, 1.15, 1.3, 1.5].map((size) => {
      const words = SETTINGS.sizes(Math.round(size * 100));
      return size === 1 ? [words] : [words, size];
    }),
  ],
  ['line', line.name, [[line.close, 0.9], [line.own], [line.open, 1.15], [line.wide, 1.35]]],
  ['measure', measure.name, [[measure.short, 0.8], [measure.own], [measure.long, 1.2]]],
  ['spacing', spacing.name, [[spacing.own], [spacing.some, 0.05], [spacing.more, 0.12]]],
  ['face', face.name, [[face.own], [face.sans, 'sans']]],
  ['hyphens', hyphens.name, [[hyphens.own], [hyphens.on, 'on']]],
  ['cards', cards.name, [[cards.own], [cards.off, 'off']]],
  ['help', help.name, [[help.own], [help.off, 'off']]],
];

const PANELS: Readonly<Record<string, () => HTMLElement>> = { settings: settingsPanel, keys };
const open = new Map<string, HTMLElement>();

/** Opens a panel, or closes it if it is open. */
export function openPanel(name: string): void {
  const panel = open.get(name) ?? PANELS[name]?.();
  if (!panel) return;
  if (!open.has(name)) document.body.append(panel);
  open.set(name, panel);
  panel.togglePopover();
}

/** A panel over the page: Esc or a press beside it closes it, and the focus goes back to where it was. */
function panelOf(title: string, close: string, ...children: readonly Node[]): HTMLElement {
  const button = made('button', { type: 'button', class: 'quiet', autofocus: '' }, close);
  const head = made('div', { class: 'panel-head' }, made('h2', {}, title), button);
  const panel = made('div', { class: 'panel', popover: 'auto', role: 'dialog' });
  panel.ariaLabel = title;
  button.addEventListener('click', () => panel.hidePopover());
  panel.append(head, ...children);
  return panel;
}

/** What is set now: as the page has it. */
function valueOf(name: string): Value | undefined {
  const { dataset, style } = document.documentElement;
  if (name === 'theme') return dataset['theme'];
  const word = document.documentElement.getAttribute(`data-reading-${name}`);
  const number = style.getPropertyValue(`--reading-${name}`);
  return number === '' ? word || undefined : Number(number);
}

function settingsPanel(): HTMLElement {
  const rows = ROWS.map(([name, title, choices]) =>
    made(
      'fieldset',
      {},
      made('legend', {}, title),
      ...choices.map(([words, value], i) => {
        const checked = value === valueOf(name);
        const radio = made('input', {
          ...{ type: 'radio', name, value: String(i) },
          ...(checked && { checked: '' }),
        });
        return made('label', {}, radio, ` ${words}`);
      }),
    ),
  );
  const reset = made('button', { type: 'reset', class: 'quiet' }, SETTINGS.reset);
  const form = made('form', { class: 'settings' }, ...rows, reset);
  form.addEventListener('change', () => take(form));
  form.addEventListener('reset', (event) => {
    // To what the book has, not to what stood when the panel was opened.
    event.preventDefault();
    for (const [name, , choices] of ROWS) {
      const own = choices.findIndex(([, value]) => value === undefined);
      (form.elements.namedItem(name) as RadioNodeList).value = String(own);
    }
    take(form);
  });
  return panelOf(SETTINGS.title, SETTINGS.close, form);
}

/** Tells public/theme.js, which applies and keeps what is set. */
function take(form: HTMLFormElement): void {
  const chosen = ROWS.flatMap(([name, , choices]) => {
    const { value } = form.elements.namedItem(name) as RadioNodeList;
    const set = choices[Number(value)]?.[1];
    return set === undefined ? [] : [[name, set] as const];
  });
  const { theme = 'auto', ...reading } = Object.fromEntries(chosen);
  document.dispatchEvent(new CustomEvent('reading', { detail: { theme, reading } }));
}

function keys(): HTMLElement {
  const groups = KEYS.groups.flatMap(({ title, keys }) => [
    made('h3', {}, title),
    made(
      'dl',
      { class: 'keys' },
      ...keys.map(([key, does]) =>
        made('div', {}, made('dt', {}, made('kbd', {}, key)), made('dd', {}, does)),
      ),
    ),
  ]);
  return panelOf(KEYS.title, KEYS.close, ...groups);
}
