/** Files of the book that hold JSON, by their names, each fetched once. */
import { readAsset } from '../../widgets/run/page/assets.ts';

const fetched = new Map<string, Promise<unknown>>();

/** What lies in one, as the build has written it. Rejects where it cannot be had. */
export async function bookJson<T>(name: string): Promise<T> {
  const file =
    fetched.get(name) ??
    readAsset(name).then((bytes): unknown => JSON.parse(new TextDecoder().decode(bytes)));
  fetched.set(name, file);
  file.catch(() => fetched.delete(name));
  return (await file) as T;
}
