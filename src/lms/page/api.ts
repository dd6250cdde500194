/** The platform’s side of SCORM 1.2, as a package finds it. Nothing here throws. */

/** What a platform offers; every answer is a text. */
type Api = Readonly<
  Record<
    'LMSInitialize' | 'LMSGetValue' | 'LMSSetValue' | 'LMSCommit' | 'LMSFinish' | 'LMSGetLastError',
    (...of: string[]) => unknown
  >
>;
type Around = Window & { readonly API?: Api };

/** A platform that has answered: what it knows, and whether it takes what it is told. */
export interface Platform {
  readonly get: (name: string) => string;
  readonly set: (name: string, value: string) => boolean;
  readonly commit: () => boolean;
  readonly finish: () => boolean;
}

const DEEPEST = 12;

function foundFrom(start: Around): Api | undefined {
  let at = start;
  for (let depth = 0; depth < DEEPEST; depth += 1) {
    try {
      if (at.API) return at.API;
    } catch {
      // Of another site.
      return undefined;
    }
    at = at.parent as Around;
  }
  return undefined;
}

/** The platform that this page stands in; nothing where there is none, or it does not answer. */
export function platform(): Platform | undefined {
  const opener = globalThis.opener as Around | null;
  const api = foundFrom(globalThis.window) ?? (opener ? foundFrom(opener) : undefined);
  if (!api) return undefined;
  const ask = (what: keyof Api, ...of: string[]): string => {
    try {
      return String(api[what](...of) ?? '');
    } catch {
      return '';
    }
  };
  const get = (name: string): string => ask('LMSGetValue', name);
  // A second page in one player is refused, or worse, and can go on all the same: whether it can is seen by asking.
  const isBegun = ask('LMSInitialize', '') === 'true';
  if (!isBegun && (get('cmi.core.student_id') === '' || ask('LMSGetLastError') !== '0'))
    return undefined;
  return {
    get,
    set: (name, value) => ask('LMSSetValue', name, value) === 'true',
    commit: () => ask('LMSCommit', '') === 'true',
    finish: () => ask('LMSFinish', '') === 'true',
  };
}
