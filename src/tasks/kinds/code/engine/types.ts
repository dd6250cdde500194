/** A program without its types. */
import { transform } from 'sucrase';
import type { Misread } from '../pure/faults.ts';

/** The program, with every line where it was; or what is wrong with it, and where. */
export function withoutTypes(source: string): string | Misread {
  try {
    const transforms = ['typescript' as const];
    return transform(source, { transforms, disableESTransforms: true, keepUnusedImports: true })
      .code;
  } catch (error) {
    const { loc, message } = error as Error & {
      readonly loc?: { readonly line: number; readonly column: number };
    };
    const says = message.replace(/^Error transforming.*?: |\s*\(\d+:\d+\)$/g, '');
    return { says, line: loc?.line ?? 0, column: loc?.column ?? 0 };
  }
}
