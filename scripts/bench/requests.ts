/** How fast simulations serve: a hundred thousand requests, the summary included, of each that says how many there are. */
import { loadWidgets } from '../../widgets/index.ts';
import { defaults, type AnySettings, type Table } from '../../widgets/kit/contract/params.ts';
import { workerOf } from '../../widgets/kit/contract/widget.ts';
import { dataFile } from '../../widgets/run/data/data-file.ts';
import { RUNS } from '../../widgets/run/sim/runs.ts';
import type { Sizes } from './parts.ts';
import type { Add } from './report.ts';

const MOST = 100_000;
/** In milliseconds of processor time. */
const LIMIT = 1000;

/** Processor time of each, at its start and with the second value of its first menu. */
export async function benchRequests({ requests: asked, trials }: Sizes, add: Add): Promise<void> {
  const requests = Math.min(MOST, asked);
  for (const widget of Object.values(await loadWidgets())) {
    const params = widget.params as Table;
    const run = RUNS[widget.runner as `sim/${string}`];
    if (workerOf(widget) !== 'sim' || !run || params['requests']?.kind !== 'number') continue;
    const start = { ...(defaults(params) as AnySettings), requests };
    const [name, menu] = Object.entries(params).find(([, { kind }]) => kind === 'choice') ?? [];
    const other = menu?.kind === 'choice' ? menu.options[1]?.value : undefined;
    const list = name && other ? [start, { ...start, [name]: other }] : [start];
    for (const settings of list) {
      const values: number[] = [];
      for (let i = 0; i <= trials; i += 1) {
        const from = process.threadCpuUsage();
        await run(
          settings as never,
          (() => Promise.resolve()) as never,
          { readData: dataFile } as never,
        );
        const { user, system } = process.threadCpuUsage(from);
        // The first one warms up.
        if (i > 0) values.push(Math.round((user + system) / 1000));
      }
      const how = settings === start ? '' : `, ${String(name)} ${String(other)}`;
      add({
        name: `${widget.tag}: ${requests.toLocaleString('en')} requests${how}`,
        unit: 'ms',
        values,
        limit: LIMIT,
      });
    }
  }
}
