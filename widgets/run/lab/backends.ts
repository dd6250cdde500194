/** Opening a back end of TF.js 4.22, with what is known to be wrong with each put right. */
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import type { Finding } from '../page/fallback.ts';
import { BackendFault, whatItDid, isNamed } from '../../kit/contract/faults.ts';
import { webglAdapter, webgpuAdapter, type Adapter } from './adapters.ts';
import { inTime } from '../../engine/read.ts';
import { selfTest } from './self-test.ts';
import * as tf from '../../engine/tf.ts';
import { FAULTS, PROCESSOR } from '#words/widgets/kit/words/fault-words';
import { LAB } from '#words/widgets/run/lab/words';

/** What the machine below offers; tests hand in machines that fail. */
export interface Machine {
  /** The bytes of one of TF.js's own files, by name. Absent where TF.js finds them itself (Node). */
  readonly file?: (name: string) => Promise<Uint8Array>;
  /** Told when a device or context goes away. */
  readonly onLoss: (did: string) => void;
  readonly clock: () => number;
}

const START_LIMIT = 15_000;

/**
 * Opens a back end and checks it. `asked`: the reader wants this one, so an imitation in software is accepted. Never
 * rejects for a back end that cannot be used; rejects with a DataFault when a file did not arrive.
 */
export async function openBackend(
  name: string,
  asked: boolean,
  machine: Machine,
): Promise<Finding> {
  try {
    const adapter = await inTime(adapterOf(name), START_LIMIT, LAB.notOpened);
    if (!adapter) return { state: 'absent', detail: LAB.notOffered };
    if (!adapter.isHardware && !asked) return { state: 'software', detail: adapter.name };
    tf.enableProdMode();
    if (name === 'wasm') await prepareWasm(machine);
    await inTime(start(name), START_LIMIT, LAB.notInTime);
    if (name === 'webgl') mendPrecision();
    if (name === 'wasm') guardMemory();
    listen(name, machine);
    const began = machine.clock();
    await selfTest();
    return { state: 'ready', detail: adapter.name, checkedIn: machine.clock() - began };
  } catch (error) {
    if (isNamed(error, 'DataFault')) throw error;
    return { state: 'failed', detail: whatItDid(error) };
  }
}

async function adapterOf(name: string): Promise<Adapter | undefined> {
  if (name === 'webgpu') return webgpuAdapter();
  if (name === 'webgl') return webglAdapter();
  if (name === 'wasm' && !(await hasWasm())) return undefined;
  return { name: PROCESSOR, isHardware: true };
}

/** With SIMD, which every browser has that the book is made for; the program without it would double what the book carries. */
async function hasWasm(): Promise<boolean> {
  return (
    typeof WebAssembly !== 'undefined' &&
    (await tf.env().getAsync('WASM_HAS_SIMD_SUPPORT')) === true
  );
}

async function start(name: string): Promise<void> {
  if (!tf.findBackendFactory(name)) throw new BackendFault(LAB.notHere);
  if (!(await tf.setBackend(name))) throw new BackendFault(LAB.notStarted);
  await tf.ready();
}

/**
 * wasm from bytes that the page has read: under a strict policy, from a local file, and in a blob worker without an
 * address, TF.js could not fetch them. Threads are left off: they need headers that a static host does not send.
 */
async function prepareWasm({ file }: Machine): Promise<void> {
  tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  if (!file) return;
  const bytes = await file('tfjs-backend-wasm-simd.wasm');
  // TF.js would wait for ever for a program that does not compile.
  if (!WebAssembly.validate(Uint8Array.from(bytes))) throw new BackendFault(LAB.damaged);
  const { platform } = tf.env();
  const usual = platform.fetch.bind(platform);
  platform.fetch = (path, ...rest) =>
    path.endsWith('.wasm')
      ? Promise.resolve(new Response(Uint8Array.from(bytes)))
      : usual(path, ...rest);
  setWasmPaths('./', true);
}

interface Heap {
  readonly wasm: { _malloc(bytes: number): number };
}

/** wasm answers 0 where it has no memory left, and TF.js would write there, over its own numbers. */
function guardMemory(): void {
  const { wasm } = tf.backend() as unknown as Heap;
  const allocate = wasm._malloc;
  wasm._malloc = (bytes) => {
    const at = allocate(bytes);
    if (at === 0 && bytes > 0) throw new BackendFault(FAULTS.outOfMemory);
    return at;
  };
}

/** TF.js takes WebGL for 16-bit even where it computes with 32, and then trains with an epsilon of 1e-4. */
function mendPrecision(): void {
  if (!tf.env().getBool('WEBGL_RENDER_FLOAT32_ENABLED')) return;
  Object.assign(tf.backend(), { floatPrecisionValue: 32 });
}

interface Losable {
  readonly device?: { readonly lost: Promise<unknown>; addEventListener: Listen };
  readonly gpgpu?: { readonly gl: { readonly canvas: { addEventListener: Listen } } };
}
type Listen = (event: string, heard: () => void) => void;

/** A lost device lets small tensors go on as if nothing had happened; a lost context never answers again. */
function listen(name: string, { onLoss }: Machine): void {
  const { device, gpgpu } = tf.backend() as Losable;
  if (name === 'webgpu' && device) {
    void device.lost.then(() => onLoss(LAB.lostDevice));
    device.addEventListener('uncapturederror', () => onLoss(LAB.deviceError));
  }
  if (name === 'webgl') {
    gpgpu?.gl.canvas.addEventListener('webglcontextlost', () => onLoss(LAB.lostContext));
  }
}
