/** The runs of a claim: which can be cited, which are, and which number of the text belongs to which of them. */
import { CLAIMED, CLAIM_LABELS as SAYS } from '#words/src/tasks/kinds/claim/pure/words';
import { runKey } from '../../../../../widgets/kit/record/run-key.ts';
import type { RunRecord } from '../../../../../widgets/kit/record/run-record.ts';
import { CHANCE, differing } from '../../../judge/differing.ts';
import { inShown } from '../../../judge/shown-measure.ts';
import { findings } from '../pure/fits.ts';
import { settingsWords } from '../pure/settings-words.ts';
import type { ClaimItem } from '../item.ts';
import { settingsIn } from '../../../sets/pure/variants/variant.ts';
import { runsOf } from '../../../sets/pure/work/kept.ts';
import { citing } from '../../../sets/pure/work/work.ts';
import { isSetUpFor } from '../../../sets/page/experiment-place.ts';
import type { ItemFrame } from '../../../sets/page/item-frame.ts';

/** As many as a hand-in takes. */
const MOST = 4;
/** Runs that stand there to be cited: the last one, and those that were pinned. */
const OFFERED = 6;

interface Offer {
  readonly run: RunRecord;
  isPinned: boolean;
  readonly row: HTMLLIElement;
  readonly words: HTMLElement;
  readonly press: HTMLButtonElement;
}

export class ClaimRuns {
  readonly #frame: ItemFrame<ClaimItem>;
  readonly #field: HTMLTextAreaElement;
  #offers: readonly Offer[] = [];
  #listed = '';

  constructor(frame: ItemFrame<ClaimItem>) {
    this.#frame = frame;
    this.#field = frame.element.querySelector('textarea') as HTMLTextAreaElement;
    this.#field.addEventListener('input', () => this.#look());
    frame.store.addEventListener('change', () => this.#show());
    // Pins are no part of the answer; without them a student who comes back would make every run again.
    this.#offers = runsOf(frame.store.noted(this.#note)).map((run) => this.#made(run, true));
    this.#list();
  }

  /** A run that was made, or pinned, can be cited from now on. */
  offer(run: RunRecord, isPinned: boolean): void {
    const { item, values } = this.#frame;
    const moved = differing(settingsIn(item.start, values), run.settings, [
      ...item.vary,
      ...CHANCE,
    ]);
    if (moved.length > 0) {
      // It was made for another item that shares the experiment.
      if (!isSetUpFor(item.instance, this.#frame.element)) return;
      this.#say(SAYS.moved(moved.map((name) => item.settings[name]?.label ?? name).join(', ')));
      return;
    }
    this.#say('');
    const known = this.#offers.find((one) => runKey(one.run) === runKey(run));
    const now = known ?? this.#made(run, isPinned);
    now.isPinned ||= isPinned;
    // The last run stands first; of the others only what was pinned stays.
    const others = this.#offers.filter((one) => one !== now && one.isPinned);
    this.#offers = [now, ...others].slice(0, OFFERED);
    if (isPinned) {
      const pinned = this.#offers.filter((one) => one.isPinned);
      this.#frame.store.note(
        this.#note,
        pinned.map((one) => one.run),
      );
    }
    this.#list();
  }

  get #note(): string {
    return `pinned-${this.#frame.item.id}`;
  }

  #list(): void {
    this.#part('offered').replaceChildren(...this.#offers.map(({ row }) => row));
    this.#show();
  }

  get #cited(): readonly RunRecord[] {
    return this.#frame.done?.runs ?? [];
  }

  #part(name: string): HTMLElement {
    return this.#frame.part(name) as HTMLElement;
  }

  #say(sentence: string): void {
    this.#part('runs-said').textContent = sentence;
  }

  #made(run: RunRecord, isPinned: boolean): Offer {
    const row = document.createElement('li');
    const words = document.createElement('span');
    const press = Object.assign(document.createElement('button'), { type: 'button' });
    press.addEventListener('click', () => this.#cite(run));
    row.append(words, ' ', press);
    return { run, isPinned, row, words, press };
  }

  #cite(run: RunRecord): void {
    const cited = this.#cited;
    if (cited.some((one) => runKey(one) === runKey(run))) return;
    if (cited.length >= MOST) {
      this.#say(SAYS.four);
      return;
    }
    this.#frame.change((work) => citing(work, this.#frame.item, [...cited, run]));
    this.#say(SAYS.citedNow(CLAIMED.run(cited.length)));
  }

  #remove(at: number): void {
    const left = this.#cited.filter((_, i) => i !== at);
    this.#frame.change((work) => citing(work, this.#frame.item, left));
    this.#say(SAYS.removed);
    // The button that was pressed is gone: its place is that of the next one.
    const buttons = this.#part('cited').querySelectorAll('button');
    (buttons[Math.min(at, buttons.length - 1)] ?? this.#field).focus();
  }

  /** A run in words: what is not as at the start, and what came of it. */
  #inWords({ settings, measures }: RunRecord): string {
    const { item, values } = this.#frame;
    const start = settingsIn(item.start, values);
    const found = Object.entries(item.measures).flatMap(([name, how]) => {
      const value = measures[name];
      return typeof value === 'number' ? [`${how.label} ${inShown(value, how)}`] : [];
    });
    return `${settingsWords(item, start, settings)}: ${found.join(', ')}`;
  }

  #show(): void {
    const cited = this.#cited;
    this.#part('no-runs').hidden = this.#offers.length > 0 || cited.length > 0;
    this.#part('cited-head').hidden = cited.length === 0;
    // What stands there already stays, for the focus may be in it.
    const listed = cited.map((run) => runKey(run)).join('\n');
    if (listed !== this.#listed)
      this.#part('cited').replaceChildren(...cited.map((run, at) => this.#row(run, at)));
    this.#listed = listed;
    for (const { run, isPinned, words, press } of this.#offers) {
      const at = cited.findIndex((one) => runKey(one) === runKey(run));
      words.textContent = `${this.#inWords(run)} (${isPinned ? SAYS.pinned : SAYS.last})`;
      const name = at < 0 ? SAYS.cite : SAYS.citedAs(at);
      press.textContent = name;
      press.ariaLabel = `${name}: ${this.#inWords(run)}`;
      press.ariaDisabled = at < 0 ? null : 'true';
    }
    this.#look();
  }

  #row(run: RunRecord, at: number): HTMLLIElement {
    const row = document.createElement('li');
    const words = this.#inWords(run);
    const press = Object.assign(document.createElement('button'), {
      type: 'button',
      textContent: SAYS.remove,
      ariaLabel: `${SAYS.remove} ${CLAIMED.run(at)}, ${words}`,
    });
    press.addEventListener('click', () => this.#remove(at));
    row.append(words, ' ', press);
    return row;
  }

  /** Says what each number of the text belongs to. Nothing of it says whether the claim is right. */
  #look(): void {
    const { item, values } = this.#frame;
    const text = this.#field.value;
    const cited = this.#cited;
    this.#part('length').textContent = SAYS.left(item.longest - text.length);
    const found = findings(item, values, cited, text);
    const list = this.#part('numbers');
    const rows = [
      ...found.map(({ is, says }) => ({ says, isLost: is === undefined })),
      ...(text.trim() !== '' && cited.length < item.least
        ? [{ says: CLAIMED.fewer(item.least), isLost: true }]
        : []),
    ];
    list.hidden = rows.length === 0;
    list.replaceChildren(
      ...rows.map(({ says, isLost }) => {
        const row = Object.assign(document.createElement('li'), { textContent: says });
        row.toggleAttribute('data-lost', isLost);
        return row;
      }),
    );
  }
}
