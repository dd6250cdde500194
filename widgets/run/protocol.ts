/** What page and worker say to each other: each side is a proxy on the other. Shapes only. */
import type { Finding } from './page/fallback.ts';
import type { AnySettings } from '../kit/contract/params.ts';

/** The page's half. */
export interface PageSide {
  /** The bytes of a file of the book. */
  asset(name: string): Promise<Uint8Array>;
  show(outcome: unknown, share: number): Promise<void>;
  /** Outcomes of a spread, each with its place in the list, provisional until the order resolves; `share`: 0 to 1. */
  showMany(outcomes: readonly (readonly [unknown, number])[], share: number): Promise<void>;
}

/** What is asked of a worker; `id` tells runs apart that share it. */
export interface Order {
  readonly id: number;
  readonly runner: string;
  /** One run, or the runs of a spread. */
  readonly settings: AnySettings | readonly AnySettings[];
}

/** The worker's half. */
export interface WorkerSide {
  alive(): boolean;
  /** Opens and checks a back end, where models learn; `asked`: the reader chose it by name, so a software adapter is allowed. */
  open(backend: string, asked: boolean, page: PageSide): Promise<Finding>;
  run(order: Order, page: PageSide): Promise<void>;
  stop(id: number): void;
}
