/** Files that were dropped, with those in dropped folders, each with the path under which it lay. */
import { BEGINNING, isList } from '../pure/out/told-apart.ts';
import { uploadIn } from '../pure/grade/owner.ts';
import { encoded } from './encoded.ts';

export interface Dropped {
  readonly file: File;
  readonly name: string;
}

/** A file that was handed in, with the path that a course’s system has given it. */
interface HandedIn {
  readonly file: Blob;
  readonly name: string;
}

/** ZIPs of classes as the files in them, and why one is none. A ZIP among other hand-ins is what a student has handed in. */
export async function outOfZips(
  files: readonly Dropped[],
): Promise<{ readonly files: readonly HandedIn[]; readonly says: readonly string[] }> {
  if (!files.every(({ name }) => ZIP.test(name) && !uploadIn(name))) return { files, says: [] };
  const { unpacked } = await import('./unpacked.ts');
  const says: string[] = [];
  const all: HandedIn[] = [];
  for (const { file, name } of files) {
    const found = await unpacked(
      file.size,
      async (from, to) => new Uint8Array(await file.slice(from, to).arrayBuffer()),
    );
    if (typeof found === 'string') says.push(`${name}: ${found}`);
    else all.push(...found.map(([path, one]) => ({ file: one, name: `${name}/${path}` })));
  }
  return { files: all, says };
}

/** In no folder. */
const ZIP = /^[^/]+\.zip$/iu;

/** Lists, told by how each begins, and whatever else there is: that was handed in. */
export async function sortedFiles(
  files: readonly Dropped[],
): Promise<{ readonly lists: readonly File[]; readonly handIns: readonly Dropped[] }> {
  const found = await Promise.all(
    files.map(async ({ file, name }) => {
      const bytes = await file.slice(0, BEGINNING).arrayBuffer();
      return isList(name, encoded(new Uint8Array(bytes)).text);
    }),
  );
  return {
    lists: files.flatMap(({ file }, i) => (found[i] === true ? file : [])),
    handIns: files.filter((_, i) => found[i] !== true),
  };
}

/** Chromium alone has it; from a local file it reads folders by nothing else. */
interface Handled {
  getAsFileSystemHandle?(): Promise<FileSystemHandle | null>;
}

/** What the drop holds has to be asked for at once; what is in folders may come later. */
export async function droppedIn(transfer: DataTransfer | null): Promise<readonly Dropped[]> {
  const items = [...(transfer?.items ?? [])].filter(({ kind }) => kind === 'file');
  const all = items.map((item) => ({
    entry: item.webkitGetAsEntry(),
    file: item.getAsFile(),
    handle: (item as Handled).getAsFileSystemHandle?.(),
  }));
  const found = all.map(async ({ entry, file, handle }) => {
    if (entry?.isDirectory !== true) return file ? [{ file, name: file.name }] : [];
    const folder = await handle;
    return folder ? inHandle(folder, '') : walked([entry]);
  });
  return (await Promise.all(found)).flat();
}

async function inHandle(handle: FileSystemHandle, above: string): Promise<readonly Dropped[]> {
  const name = `${above}${handle.name}`;
  if (isFileHandle(handle)) return [{ file: await handle.getFile(), name }];
  const all: Dropped[] = [];
  for await (const one of (handle as FileSystemDirectoryHandle).values())
    all.push(...(await inHandle(one, `${name}/`)));
  return all;
}

const isFileHandle = (handle: FileSystemHandle): handle is FileSystemFileHandle =>
  handle.kind === 'file';

async function walked(entries: readonly FileSystemEntry[]): Promise<readonly Dropped[]> {
  const all: Dropped[] = [];
  for (const entry of entries) {
    if (isFile(entry)) {
      const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
      all.push({ file, name: entry.fullPath.replace(/^\//, '') });
    } else if (isFolder(entry)) all.push(...(await walked(await childrenOf(entry))));
  }
  return all;
}

/** A folder tells its files in parcels, and the last one is empty. */
async function childrenOf(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<readonly FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) return all;
    all.push(...some);
  }
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;
