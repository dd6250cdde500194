/** Which back ends there are, and how readers know them. No DOM. */
import { WORDS } from '#words/widgets/kit/words/words';
import { BACKEND_NAMES } from '#words/widgets/run/page/words';

/** Every back end, the one to be tried first in front. */
export const BACKENDS = ['webgpu', 'webgl', 'wasm', 'cpu'] as const;
export type BackendName = (typeof BACKENDS)[number];
/** Those that compute on graphics hardware. */
export const ON_GPU: readonly string[] = ['webgpu', 'webgl'] satisfies BackendName[];

const TITLES: Readonly<Record<string, string>> = {
  webgpu: 'WebGPU',
  webgl: 'WebGL',
  wasm: 'WASM',
  ...BACKEND_NAMES,
};

/** A back end by the name that readers know. */
export function backendTitle(name: string): string {
  return TITLES[name] ?? name;
}

/** Where a back end computes, in plain words. */
export function deviceOf(name: string): string {
  return ON_GPU.includes(name) ? WORDS.onGraphics : WORDS.onProcessor;
}
