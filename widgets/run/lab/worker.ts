/** The worker that learns: every back end, every learner, and what times this device; a classic script once it is bundled. */
import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import '@tensorflow/tfjs-backend-webgl';
import '@tensorflow/tfjs-backend-webgpu';
import { expose } from 'comlink';
import { workerSide } from '../worker-side.ts';
import { timeDevice } from './device.ts';
import { LEARNERS } from './learners.ts';
import { labParts } from './parts.ts';

expose(workerSide(labParts({ ...LEARNERS, 'lab/device': timeDevice })));
