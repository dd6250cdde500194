/** The worker that simulates, with the workbench's runs. */
import './runs.ts';
import '../../widgets/run/sim/all-worker.ts';
