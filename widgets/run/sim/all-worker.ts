/** All simulations in one worker, under the name that pages of earlier editions ask for; the workbench uses it, too. */
import { RUNS } from './runs.ts';
import { simulate } from './worker.ts';

simulate(RUNS);
