/**
 * An experiment of the book on anybody's page: `render` as anywidget's front-end modules have it, `mount` where there is no host. Each
 * setting is a value of the model by its name, and so is each measure of the last run, which is written back.
 */
import { giveBackSliders } from '../page/controls/give-back.ts';
import { wake } from '../page/experiment.ts';
import { noticesOf, shortened } from '../page/link-notices.ts';
import { theFirst } from '../page/unread.ts';
import {
  OUTCOME,
  PROPOSE,
  type OutcomeDetail,
  type ProposeDetail,
} from '../kit/contract/border.ts';
import { readSettings, type AnySettings, type Query, type Table } from '../kit/contract/params.ts';
import type { AnyWidget, Measured } from '../kit/contract/widget.ts';
import { setMarkup } from '../run/page/trusted-types.ts';
import { WORDS } from '#words/widgets/kit/words/words';
import { modelOf, type Model } from './model.ts';
import { followTheme } from './theme.ts';

/** What a module is made of. */
export interface Parts {
  readonly widget: AnyWidget;
  /** Of the run that it shows at first. */
  readonly measures: Measured;
  /** The experiment as the build draws it, with the cards of its data. */
  readonly frame: string;
  /** What holds in it, and the faces that only a document can have. */
  readonly sheet: string;
  readonly faces: string;
}

/** What a host hands over. */
interface Rendered {
  readonly model: Model;
  readonly el: HTMLElement;
}

/** The functions of a module. */
export function moduleOf(parts: Parts): {
  /** Shows the experiment in `el`, in step with the model; returns what takes it away. */
  readonly render: (rendered: Rendered) => Promise<() => void>;
  /** Shows it in an element of a plain page, with these settings to begin with; resolves with the model. */
  readonly mount: (el: HTMLElement, settings?: AnySettings) => Promise<Model>;
} {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(parts.sheet);
  const render = async ({ model, el }: Rendered): Promise<() => void> => {
    needFaces(parts.faces);
    const host = document.createElement('div');
    const root = host.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [sheet];
    const place = document.createElement('div');
    place.className = 'module';
    setMarkup(place, { markup: parts.frame });
    root.append(place);
    el.append(host);
    const element = place.querySelector<HTMLElement>('.experiment');
    if (!element) throw new Error('a module without an experiment');
    // A link to it leads here.
    if (!document.getElementById(element.id)) host.id = element.id;
    const leave = followTheme(place, el);
    giveBackSliders(root);
    await wake(parts.widget, element);
    const part = inStep(parts, element, model);
    return () => {
      part();
      leave();
      if (element.dataset['state'] === 'running')
        element.querySelector<HTMLElement>('[data-part="run"]')?.click();
      host.remove();
    };
  };
  const mount = async (el: HTMLElement, settings: AnySettings = {}): Promise<Model> => {
    const model = modelOf(settings);
    await render({ model, el });
    return model;
  };
  return { render, mount };
}

/** Settings and model say the same, whichever of them is moved; returns what ends that. */
function inStep({ widget, measures }: Parts, element: HTMLElement, model: Model): () => void {
  const table = widget.params as Table;
  const names = Object.keys(table);
  const start = JSON.parse(element.dataset['start'] ?? '{}') as AnySettings;
  let now = start;
  let isAsked = false;
  const tell = (values: Readonly<Record<string, unknown>>): void => {
    const changed = Object.entries(values).filter(([name, value]) => model.get(name) !== value);
    for (const [name, value] of changed) model.set(name, value);
    if (changed.length > 0) model.save_changes();
  };
  const take = (): void => {
    isAsked = false;
    const asked = names.filter((name) => {
      const value = model.get(name);
      return value !== undefined && value !== null && value !== now[name];
    });
    if (asked.length === 0) return;
    const read = taken(
      table,
      now,
      Object.fromEntries(asked.map((name) => [name, model.get(name)])),
    );
    now = read.settings;
    const detail: ProposeDetail = { settings: now, notices: read.notices };
    element.dispatchEvent(new CustomEvent(PROPOSE, { detail }));
    tell(now);
  };
  // Several that are set together are taken together.
  const heard = (): void => {
    if (!isAsked) queueMicrotask(take);
    isAsked = true;
  };
  const onOutcome = (event: Event): void => {
    const { run } = (event as CustomEvent<OutcomeDetail>).detail;
    now = run.settings;
    tell({ ...run.settings, ...run.measures });
  };
  const end = (): void => {
    element.removeEventListener(OUTCOME, onOutcome);
    for (const name of names) model.off(`change:${name}`, heard);
  };
  element.addEventListener(OUTCOME, onOutcome);
  for (const name of names) model.on(`change:${name}`, heard);
  // Who was sent to a run by a link has come to see it: its outcome will say what is set.
  if (location.search.includes(`${element.id}.`)) return end;
  take();
  tell({ ...now, ...(now === start && measures) });
  return end;
}

/** Settings with what a page asks for, as far as it can be had; what cannot be is told in sentences, and stays as it is. */
function taken(
  table: Table,
  now: AnySettings,
  asked: Readonly<Record<string, unknown>>,
): Required<Pick<ProposeDetail, 'settings' | 'notices'>> {
  const texts = Object.entries({ ...now, ...asked }).map(([name, value]) => [name, String(value)]);
  const reading = readSettings(table, Object.fromEntries(texts) as Query);
  const notices = noticesOf(table, reading, ({ name, text, wanted }) =>
    WORDS.typed(table[name]?.label ?? name, shortened(text), wanted),
  );
  const kept = reading.unreadable.map(({ name }) => [name, now[name]]);
  return {
    settings: { ...reading.settings, ...Object.fromEntries(kept) } as AnySettings,
    notices: theFirst(notices),
  };
}

const there = new Set<string>();
/** Faces hold for a whole document; these are local ones, stretched, under names that no page has. */
function needFaces(faces: string): void {
  if (there.has(faces)) return;
  there.add(faces);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(faces);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
