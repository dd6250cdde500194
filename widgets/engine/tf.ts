/**
 * TensorFlow.js as every learner imports it: the core, its gradients and nothing else. On Node and in the worker this is
 * the one copy; back ends register themselves with it (`backends.ts`).
 */
import { getBackend } from '@tensorflow/tfjs-core';
import './gradients.ts';
export * from '@tensorflow/tfjs-core';

/** The back end in use, by name. */
export function backendName(): string {
  return getBackend();
}
