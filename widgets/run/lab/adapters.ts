/** What draws or computes below WebGL and WebGPU: hardware, or a program that imitates it. */
import { LAB } from '#words/widgets/run/lab/words';

// Names under which browsers and drivers offer a software adapter.
const IMITATIONS = /swiftshader|llvmpipe|softpipe|software|basic render|warp/i;

/** An adapter as it names itself. */
export interface Adapter {
  readonly name: string;
  readonly isHardware: boolean;
}

/** From the parts of a name that a browser gives; an unnamed adapter gets the benefit of the doubt. */
export function adapter(parts: readonly (string | undefined)[], isFallback = false): Adapter {
  const name = [...new Set(parts.filter((part) => part))].join(' ');
  return { name: name || LAB.unnamed, isHardware: !isFallback && !IMITATIONS.test(name) };
}

interface GpuAdapter {
  readonly info?: Readonly<Record<string, unknown>>;
  readonly isFallbackAdapter?: boolean;
}
interface Gpu {
  requestAdapter(options: { powerPreference: string }): Promise<GpuAdapter | null>;
}

/** The WebGPU adapter, or nothing. TF.js itself fails with a TypeError where there is none. */
export async function webgpuAdapter(): Promise<Adapter | undefined> {
  const gpu = (globalThis.navigator as { gpu?: Gpu } | undefined)?.gpu;
  const found = await gpu?.requestAdapter({ powerPreference: 'high-performance' });
  if (!found) return undefined;
  const info = found.info ?? {};
  const parts = ['vendor', 'architecture', 'device', 'description'].map((key) => {
    const part = info[key];
    return typeof part === 'string' ? part : undefined;
  });
  return adapter(parts, found.isFallbackAdapter === true || info['isFallbackAdapter'] === true);
}

/** The WebGL 2 renderer, or nothing; the context made to ask is given back. */
export function webglAdapter(): Adapter | undefined {
  if (typeof OffscreenCanvas === 'undefined') return undefined;
  const gl = new OffscreenCanvas(1, 1).getContext('webgl2');
  if (!gl) return undefined;
  const names = gl.getExtension('WEBGL_debug_renderer_info');
  const asked: unknown = gl.getParameter(names ? names.UNMASKED_RENDERER_WEBGL : gl.RENDERER);
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  return adapter([typeof asked === 'string' ? asked : undefined]);
}
