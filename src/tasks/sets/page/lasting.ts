/** Whether the browser keeps a student’s work for good: it is asked to, and what it says is told; and what it does on its own. */
import { LASTING } from '#words/src/tasks/sets/page/words';

/** A browser, as far as it is asked. */
export interface Browser {
  readonly storage?: Partial<Pick<StorageManager, 'persist' | 'persisted'>>;
  readonly vendor?: string;
  /** On the home screen, as Safari says it. */
  readonly standalone?: boolean;
}

/** WebKit deletes what pages keep after seven days without a visit, unless they are installed; on telephones all browsers of Apple are WebKit. */
const endsInSevenDays = ({ vendor = '', standalone }: Browser, isInstalled: boolean): boolean =>
  vendor.startsWith('Apple') && standalone !== true && !isInstalled;

/** What a browser says, and what it does whatever it says: a sentence each, or nothing. */
export interface Lasting {
  readonly says: string;
  readonly warns: string;
}

/** With `asks` the browser is asked to keep all for good, if it has not agreed before. */
export async function lasting(
  browser: Browser,
  isInstalled: boolean,
  asks: boolean,
): Promise<Lasting> {
  const { storage } = browser;
  const has = async (how: 'persist' | 'persisted'): Promise<boolean> =>
    (await storage?.[how]?.().catch(() => false)) ?? false;
  const isAgreed = (await has('persisted')) || (asks && (await has('persist')));
  return {
    says: isAgreed ? LASTING.agreed : asks ? LASTING.refused : '',
    warns: endsInSevenDays(browser, isInstalled) ? LASTING.sevenDays : '',
  };
}
