/**
 * What can go wrong in a run. Faults cross from worker to page as copies without their class, so they are told apart by
 * `name`, never by `instanceof`.
 */
import { FAULTS } from '#words/widgets/kit/words/fault-words';

/** A back end that cannot go on; the message completes a sentence: `WebGL` + `stopped answering`. */
export class BackendFault extends Error {
  override readonly name = 'BackendFault';
}

/** Data or program files that did not arrive as published; the message is a whole sentence with the next step in it. */
export class DataFault extends Error {
  override readonly name = 'DataFault';
}

/** Another run was stopped and left the worker stuck, so it was closed: no fault of the back end, nor of who shares it. */
export class Bystander extends Error {
  override readonly name = 'Bystander';
}

/** A run that nothing could save: what happened, and what the reader can do, as sentences. */
export class RunFailed extends Error {
  override readonly name = 'RunFailed';
  readonly reason: string;
  readonly next: string;
  constructor(reason: string, next: string) {
    super(`${reason} ${next}`);
    this.reason = reason;
    this.next = next;
  }
}

/** What a run ends with when nobody wants it any more. */
export function unwanted(): Error {
  return Object.assign(new Error('Nobody wants this run any more.'), { name: 'AbortError' });
}

/** Whether an error has that name, whichever side of the worker it was made on. */
export function isNamed(error: unknown, name: string): boolean {
  return error instanceof Error && error.name === name;
}

// As V8, SpiderMonkey, JavaScriptCore, emscripten and the drivers of graphics cards put it.
const OUT_OF_MEMORY =
  /out of memory|\bOOM\b|allocation failed|allocat\w+ (size|memory)|invalid (typed )?array (buffer )?length|memory access out of bounds|unable to create webgltexture/i;

/** Completes the sentence that begins with the name of a back end: what it did. */
export function whatItDid(error: unknown): string {
  if (isNamed(error, 'BackendFault')) return (error as Error).message;
  const message = error instanceof Error ? error.message : String(error);
  if (OUT_OF_MEMORY.test(message)) return FAULTS.outOfMemory;
  const kernel = /Kernel '(\w+)' not registered/.exec(message)?.[1];
  if (kernel) return FAULTS.cannotCompute(kernel);
  return FAULTS.failed(message.replace(/\s+/g, ' ').slice(0, 160));
}
