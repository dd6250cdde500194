/** The shop's floor: who comes, waits, is served or leaves, event by event, and what is seen of it. */
import type { Customers } from './demand.ts';
import { Ends } from './ends.ts';
import type { Fleet } from './fleet.ts';

/** Who waits longer, in seconds, is late. */
const LATE = 1;

/** Hears of each customer who is served or leaves: when they came, and whether they were late. */
type Note = (came: number, isLate: boolean) => void;

/** The floor of a shop over a day. */
export class Floor {
  /** Those who were served after a wait, and those who left. */
  waited = 0;
  left = 0;
  readonly #customers: Customers;
  readonly #patience: number;
  readonly #note: Note;
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

  constructor(customers: Customers, patience: number, note: Note) {
    this.#customers = customers;
    this.#patience = patience;
    this.#note = note;
  }

  /** Goes on to a time, and tells what has been seen since it was asked last. */
  advance(until: number, fleet: Fleet): { readonly busy: number; readonly inFlight: number } {
    const started = this.#clock;
    const { arrivals } = this.#customers;
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
    const { arrivals, services } = this.#customers;
    const came = arrivals[this.#head] as number;
    this.#head += 1;
    this.#ends.add(at + (services[this.#served] as number));
    this.#served += 1;
    if (at > came) this.waited += 1;
    this.#note(came, at - came > LATE);
  }
}
