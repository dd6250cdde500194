/** An outcome as text: typed arrays survive, and numbers keep seven significant digits (what a 32-bit float holds). */
const KINDS = { Float32Array, Float64Array, Int32Array, Uint8Array, Uint16Array, Uint32Array };
type ArrayKind = keyof typeof KINDS;

/** The outcome as JSON. */
export function pack(outcome: unknown): string {
  return JSON.stringify(outcome, (_key, value: unknown) => {
    if (typeof value === 'number' && !Number.isInteger(value)) return Number(value.toPrecision(7));
    if (!ArrayBuffer.isView(value)) return value;
    const kind = value.constructor.name;
    return { $: kind, values: Array.from(value as Float64Array) };
  }).replaceAll('<', '\\u003c');
}

/** The outcome back from its text. */
export function unpack(text: string): unknown {
  return JSON.parse(text, (_key, value: unknown) => {
    if (typeof value !== 'object' || value === null || !('$' in value)) return value;
    const { $: kind, values } = value as { $: ArrayKind; values: number[] };
    return KINDS[kind].from(values);
  });
}
