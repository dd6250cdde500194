/** Files that the page of the one-file edition carries inside itself; on the web this code is not fetched. */
import { DataFault } from '../../kit/contract/faults.ts';
import { carrierOf, takenFrom } from './unpack.ts';
import { CARRIED } from '#words/widgets/run/page/carried-words';

/**
 * The bytes of a file of the book from `<script type="application/octet-stream" data-asset="NAME NAME …">`; an element that has been
 * taken out is missed only by the runs that ask for it. Rejects with a DataFault that tells the reader what to do.
 */
export async function carried(name: string): Promise<Uint8Array<ArrayBuffer>> {
  const carrier = carrierOf(name);
  if (!carrier) throw new DataFault(CARRIED.missing(name));
  return takenFrom(carrier, name).catch(() => {
    throw new DataFault(CARRIED.damaged(name));
  });
}
