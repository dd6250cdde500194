/** The first touch of an experiment, before its code is here; the browser's side of it is as small as it can be. */
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type * as Module from '../../../widgets/page/define-widget.ts';
import type { AnyWidget } from '../../../widgets/kit/contract/widget.ts';

const { awake, given, replayed } = vi.hoisted(() => ({
  awake: new Set<unknown>(),
  given: [] as unknown[],
  replayed: [] as Event[],
}));
vi.mock('../../../widgets/page/experiment.ts', () => ({
  wake: (facts: unknown, element: unknown) => {
    awake.add(element);
    given.push(facts);
    return { replay: (event: Event) => replayed.push(event) };
  },
}));

class FakeElement extends EventTarget {
  readonly dataset: Record<string, string> = {};
  readonly status = { textContent: '' };
  sliders: { readonly value: string; readonly defaultValue: string }[] = [];
  id = 'one';
  querySelector(): unknown {
    return this.status;
  }
  querySelectorAll(selector: string): unknown {
    return selector.includes('[data-slides]') ? this.sliders : [];
  }
}
interface Element extends FakeElement {
  connectedCallback(): void;
}

const elements = new Map<string, new () => Element>();
let defineExperiments: typeof Module.defineExperiments;
let defineWidget: typeof Module.defineWidget;

beforeAll(async () => {
  vi.stubGlobal('HTMLElement', FakeElement);
  vi.stubGlobal('customElements', {
    get: (tag: string) => elements.get(tag),
    define: (tag: string, element: new () => Element) => elements.set(tag, element),
  });
  vi.stubGlobal('location', { search: '?other.x=1&named.x=2' });
  ({ defineExperiments, defineWidget } = await import('../../../widgets/page/define-widget.ts'));
});

/** What the facts' fetch waits for. */
let fetched: { promise: Promise<AnyWidget>; arrives: () => void; fails: () => void };
let fetches = 0;
let tags = 0;

/** A fresh element on the page. */
function placed(id = 'one', position = '3'): Element {
  tags += 1;
  defineWidget(`toy-${tags}`, () => {
    fetches += 1;
    return fetched.promise;
  });
  const element = new (elements.get(`toy-${tags}`) as new () => Element)();
  element.id = id;
  element.sliders = [{ value: position, defaultValue: '3' }];
  element.dataset['veil'] = 'a-prediction';
  element.connectedCallback();
  return element;
}

/** What a reader does to a part of the experiment; `part` is what it matches. */
function touch(element: Element, type: string, part: 'button' | 'run' | 'mark' | 'text'): Event {
  const event = new Event(type);
  const target = {
    closest: (selector: string) =>
      (part === 'run' && selector.includes('run')) ||
      (['button', 'run'].includes(part) && selector.includes('button')) ||
      (part === 'mark' && selector.includes('[data-handle]')) ||
      null,
  };
  Object.defineProperty(event, 'target', { value: target });
  element.dispatchEvent(event);
  return event;
}

function fetchAgain(): void {
  const settle: Partial<typeof fetched> = {};
  const promise = new Promise<AnyWidget>((resolve, reject) => {
    settle.arrives = () => resolve({} as AnyWidget);
    settle.fails = () => reject(new Error('the line is down'));
  });
  fetched = { ...settle, promise } as typeof fetched;
}

/** The code is here, and has been given what was missed. */
async function arrive(element: Element): Promise<void> {
  fetched.arrives();
  await vi.waitFor(() => expect(awake).toContain(element));
}

beforeEach(() => {
  fetchAgain();
  fetches = 0;
  replayed.length = 0;
});

/** A file of code, as an address. */
const file = (text: string): string => `data:text/javascript,${encodeURIComponent(text)}`;

describe('an experiment', () => {
  it('has the facts that stand in the first file its element names', async () => {
    const facts = file('export const other = 1; export const facts = { tag: "toy-placed" };');
    const code = `${facts} ${file('export const tag = "toy-placed"')}`;
    const placed = { localName: 'toy-placed', dataset: { code } };
    defineExperiments({ querySelectorAll: () => [placed, placed] } as never);
    const element = new (elements.get('toy-placed') as new () => Element)();
    element.connectedCallback();
    touch(element, 'click', 'button');
    await vi.waitFor(() => expect(awake).toContain(element));
    expect(given.at(-1)).toEqual({ tag: 'toy-placed' });
  });
});

describe('an experiment before its code is here', () => {
  it('is awake, and fetches nothing for who only reads', () => {
    const element = placed();
    for (const type of ['pointermove', 'pointerdown', 'click']) touch(element, type, 'text');
    expect([element.dataset['awake'], fetches]).toEqual(['', 0]);
  });

  it.each(['pointermove', 'pointerdown', 'focusin', 'click', 'change'])(
    'fetches its code once, at the first %s on a control',
    (type) => {
      const element = placed();
      touch(element, type, 'button');
      touch(element, 'click', 'button');
      expect(fetches).toBe(1);
    },
  );

  it('fetches its code when the address speaks of it, and not when of others', () => {
    placed('nobody');
    expect(fetches).toBe(0);
    placed('named');
    expect(fetches).toBe(1);
  });

  it('fetches its code when a slider was moved before this script was here', () => {
    placed('one', '3');
    expect(fetches).toBe(0);
    placed('one', '4');
    expect(fetches).toBe(1);
  });

  it('does what was pressed and proposed meanwhile, in its order, and nothing that only passed by', async () => {
    const element = placed();
    touch(element, 'pointermove', 'button');
    touch(element, 'pointerdown', 'button');
    const first = touch(element, 'click', 'button');
    const proposal = new Event('propose');
    element.dispatchEvent(proposal);
    const taken = touch(element, 'pointerdown', 'mark');
    touch(element, 'change', 'button');
    await arrive(element);
    expect(replayed).toEqual([first, proposal, taken]);
  });

  it('takes two presses on the button that runs for one: the second would stop the run', async () => {
    const element = placed();
    const first = touch(element, 'click', 'run');
    touch(element, 'click', 'run');
    const other = touch(element, 'click', 'button');
    await arrive(element);
    expect(replayed).toEqual([first, other]);
  });

  it('leaves to the experiment what happens once it is here', async () => {
    const element = placed();
    touch(element, 'click', 'button');
    await arrive(element);
    touch(element, 'click', 'button');
    expect([replayed.length, fetches]).toEqual([1, 1]);
  });

  it('says that the code did not come, holds nothing back, and tries again at the next touch', async () => {
    const shown = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const element = placed();
    touch(element, 'click', 'button');
    fetched.fails();
    await vi.waitFor(() => expect(element.status.textContent).toContain('could not be loaded'));
    expect(element.dataset).not.toHaveProperty('veil');
    // Who waits for a run of it hears that none comes.
    expect(element.dataset['state']).toBe('failed');
    fetchAgain();
    const again = touch(element, 'click', 'button');
    await arrive(element);
    expect([fetches, replayed]).toEqual([2, [again]]);
    shown.mockRestore();
  });
});
