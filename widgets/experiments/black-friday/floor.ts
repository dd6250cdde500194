/** The shop's floor: who comes, waits, is served or leaves, event by event, and what is seen of it. */
import { HALF_HOUR, NOON, type Customers } from './demand.ts';
import { Ends } from './ends.ts';
import type { Fleet } from './fleet.ts';
import type { FridaySettings } from './params.ts';
import type { Seen } from './scaler.ts';

/** Who waits longer, in seconds, is late. */
const LATE = 1;

/** Customers who came in some time, and those of them who were late. */
export type Both = [came: number, late: number];

/** The floor of a shop over a day. */
export class Floor {
  readonly all: Both = [0, 0];
  /** From 12:00 to 12:30. */
  readonly halfHour: Both = [0, 0];
  /** The same, moment by moment: each is so many seconds long. */
  readonly moments: Both[];
  waited = 0;
  left = 0;
  readonly #from: number;
  readonly #each: number;
  readonly #to: number;
  readonly #arrivals: Float64Array;
  readonly #services: Float64Array;
  readonly #patience: number;
  readonly #ends = new Ends();
  /** Who comes next, and who of those that have come is served next: those between them wait. */
  #next = 0;
  #head = 0;
  /** How many have been served. */
  #served = 0;
  #clock = 0;
  /** Sums since the last look, in seconds: of servers busy, servers ready, customers in the shop. */
  #busy = 0;
  #ready = 0;
  #inside = 0;

  constructor(
    { patience }: FridaySettings,
    { arrivals, services }: Customers,
    span: { readonly from: number; readonly each: number; readonly count: number },
  ) {
    this.#arrivals = arrivals;
    this.#services = services;
    this.#patience = patience;
    this.#from = span.from;
    this.#each = span.each;
    this.#to = span.from + span.each * span.count;
    this.moments = Array.from({ length: span.count }, (): Both => [0, 0]);
  }

  /** Goes on to a time, and tells what has been seen since it was asked last. */
  advance(until: number, fleet: Fleet): Pick<Seen, 'busy' | 'inFlight'> {
    const started = this.#clock;
    const arrivals = this.#arrivals;
    const ends = this.#ends;
    const patience = this.#patience;
    // Nobody else orders servers meanwhile.
    let opens = fleet.next;
    for (;;) {
      const come = this.#next < arrivals.length ? (arrivals[this.#next] as number) : Infinity;
      const leave =
        this.#head < this.#next ? (arrivals[this.#head] as number) + patience : Infinity;
      const end = ends.first;
      const at = Math.min(come, leave, opens, end);
      if (at >= until) break;
      this.#pass(at, fleet.ready);
      if (at === end) ends.removeFirst();
      else if (at === come) this.#next += 1;
      else if (at === opens) {
        fleet.open();
        opens = fleet.next;
      } else {
        this.left += 1;
        this.#note(arrivals[this.#head] as number, true);
        this.#head += 1;
      }
      while (this.#head < this.#next && ends.size < fleet.ready) this.#serve(at);
    }
    this.#pass(until, fleet.ready);
    const busy = this.#ready > 0 ? Math.min(1, this.#busy / this.#ready) : 1;
    const inFlight = this.#inside / (until - started);
    this.#busy = this.#ready = this.#inside = 0;
    return { busy, inFlight };
  }

  #pass(at: number, ready: number): void {
    const time = at - this.#clock;
    const busy = this.#ends.size;
    this.#busy += busy * time;
    this.#ready += ready * time;
    this.#inside += (busy + this.#next - this.#head) * time;
    this.#clock = at;
  }

  #serve(at: number): void {
    const came = this.#arrivals[this.#head] as number;
    this.#head += 1;
    this.#ends.add(at + (this.#services[this.#served] as number));
    this.#served += 1;
    if (at > came) this.waited += 1;
    this.#note(came, at - came > LATE);
  }

  /** Counts a customer who came at a time. */
  #note(came: number, isLate: boolean): void {
    const late = isLate ? 1 : 0;
    this.all[0] += 1;
    this.all[1] += late;
    if (came >= NOON && came < NOON + HALF_HOUR) {
      this.halfHour[0] += 1;
      this.halfHour[1] += late;
    }
    // Most of a day is not seen.
    if (came < this.#from - this.#each || came > this.#to) return;
    const moment = this.moments[Math.ceil((came - this.#from) / this.#each)];
    if (!moment) return;
    moment[0] += 1;
    moment[1] += late;
  }
}
