/**
 * Tells a platform how far a student is. What a commit sends is marked as sent before the answer comes, and one that fails sends
 * nothing again: so nothing is given to the platform that cannot be reached, and what may be lost is sent once more as another
 * value, and then as it is.
 */
import type { Platform } from './api.ts';

/** What is to be known there. */
export interface Told {
  /** 0 to 100; nothing before anything was checked. */
  readonly share: number | undefined;
  /** What is to come back on the next visit, in at most so many characters. */
  readonly suspended: (room?: number) => string;
}

const [RAW, STATUS, SUSPENDED] = [
  'cmi.core.score.raw',
  'cmi.core.lesson_status',
  'cmi.suspend_data',
] as const;
const FINISHED = ['completed', 'passed'];
/** The first pause before it is tried again, and the longest one, in milliseconds. */
const [PAUSE, LONGEST] = [2_000, 60_000];
/** A platform that takes no more characters than this takes none. */
const LEAST = 200;

type Values = ReadonlyMap<string, string>;

export class Report {
  readonly #platform: Platform;
  readonly #told: () => Told;
  readonly #onTurn: (isHeld: boolean) => void;
  readonly #begun = Date.now();
  /** What the platform is sure to have, and what it may have lost. */
  readonly #has: Map<string, string>;
  readonly #unsure = new Set<string>();
  #room: number | undefined;
  #isUnderWay = false;
  #pause = PAUSE;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(platform: Platform, told: () => Told, onTurn: (isHeld: boolean) => void) {
    this.#platform = platform;
    this.#told = told;
    this.#onTurn = onTurn;
    this.#has = new Map([RAW, STATUS, SUSPENDED].map((name) => [name, platform.get(name)]));
    addEventListener('online', () => void this.send());
  }

  /** Sends what the platform has not; where it cannot be reached, later. */
  async send(): Promise<void> {
    if (this.#isUnderWay) return;
    this.#isUnderWay = true;
    clearTimeout(this.#timer);
    let isHeld = false;
    while (!isHeld && this.#news().size > 0) isHeld = !(await this.#sent());
    this.#isUnderWay = false;
    this.#onTurn(isHeld);
    if (isHeld) this.#timer = setTimeout(() => void this.send(), this.#pause);
    this.#pause = isHeld ? Math.min(2 * this.#pause, LONGEST) : PAUSE;
  }

  /**
   * The page goes, for good or to be shown again: there is no time to ask whether the platform can be reached. What is sent now may
   * come in any order, so each value is sent once.
   */
  leave(isOver: boolean): void {
    if (!navigator.onLine) return;
    const news = this.#news();
    // Once it fails when the page goes, too.
    const hasFailed = this.#pause > 2 * PAUSE;
    this.#put(hasFailed ? changed(news, this.#unsure) : news);
    this.#platform.set('cmi.core.session_time', clock(Date.now() - this.#begun));
    this.#platform.commit();
    if (isOver) this.#platform.finish();
  }

  /** One turn; whether all that it sent has come. */
  async #sent(): Promise<boolean> {
    if (!(await isReachable())) return false;
    const news = this.#news();
    if (this.#unsure.size > 0) {
      this.#put(changed(news, this.#unsure));
      if (!this.#platform.commit() || !(await isReachable())) return false;
    }
    if (!this.#put(news)) return false;
    for (const name of news.keys()) this.#unsure.add(name);
    // A platform that was lost meanwhile may have said yes: what it was told is sure when it answers after that, too.
    if (!this.#platform.commit() || !(await isReachable())) return false;
    for (const [name, value] of news) {
      this.#has.set(name, value);
      this.#unsure.delete(name);
    }
    return true;
  }

  /** What is to be told and is not known there, or not for sure. */
  #news(): Values {
    const { share, suspended } = this.#told();
    const status = this.#has.get(STATUS) ?? '';
    const now = share === 100 ? 'completed' : 'incomplete';
    const values = [
      [STATUS, FINISHED.includes(status) ? status : now],
      [SUSPENDED, suspended(this.#room)],
      ...(share === undefined ? [] : [[RAW, String(share)]]),
    ] as [string, string][];
    return new Map(
      values.filter(([name, value]) => this.#has.get(name) !== value || this.#unsure.has(name)),
    );
  }

  #put(news: Values): boolean {
    const isScored = news.has(RAW);
    const beside = isScored ? { 'cmi.core.score.min': '0', 'cmi.core.score.max': '100' } : {};
    for (const [name, value] of Object.entries({ 'cmi.core.exit': 'suspend', ...beside }))
      this.#platform.set(name, value);
    return [...news]
      .map(([name, value]) => {
        const isTaken = this.#platform.set(name, value);
        // Longer than this platform keeps.
        if (!isTaken && name === SUSPENDED) this.#room = Math.max(LEAST, value.length / 2);
        return isTaken;
      })
      .every(Boolean);
  }
}

/** Other values of the same meaning in the place of those that may be lost: 80.01 for 80, and then 80. */
function changed(news: Values, unsure: ReadonlySet<string>): Values {
  const other = (name: string, value: string): string =>
    name === SUSPENDED
      ? `${value} `
      : name === STATUS
        ? 'incomplete'
        : String(Math.round(100 * Number(value) + (Number(value) < 100 ? 1 : -1)) / 100);
  return new Map(
    [...news].map(([name, value]) => [name, unsure.has(name) ? other(name, value) : value]),
  );
}

/** Whether a platform is there, seen by a file of the package. */
async function isReachable(): Promise<boolean> {
  if (!navigator.onLine) return false;
  const how = { method: 'HEAD', cache: 'no-store', signal: AbortSignal.timeout(10_000) } as const;
  return fetch('imsmanifest.xml', how).then(
    () => true,
    () => false,
  );
}

/** HH:MM:SS. */
function clock(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  return [seconds / 3600, (seconds / 60) % 60, seconds % 60]
    .map((part) => String(Math.floor(part)).padStart(2, '0'))
    .join(':');
}
