/** What is said of an edition that a device keeps. */
const size = (bytes: number): string => `${(bytes / 1e6).toFixed(1)}\u00A0MB`;

/** On the page of downloads. */
export const KEEP = {
  title: 'On this device',
  about:
    'A browser can keep this edition on your device: it then opens without a network, experiments and training included, and stays as it is when another edition comes. Your answers are stored on the device in any case.',
  choices: {
    core: (bytes: number) => `Keep the core path, ${size(bytes)}`,
    all: (bytes: number) => `Keep everything, ${size(bytes)}`,
  },
  stop: 'Stop',
  remove: 'Remove',
  open: 'Open',
  kept: (edition: string, choice: 'core' | 'all', bytes: number, day: string) =>
    `Edition ${edition}, ${choice === 'core' ? 'the core path' : 'everything'}: ${size(bytes)}, kept since ${day}.`,
  progress: (done: number, all: number) => `${size(done)} of ${size(all)}`,
  done: (edition: string) =>
    `Edition ${edition} is kept. Without a network, any address of this book leads to it.`,
  stopped: 'Stopped. Nothing of it was kept, and what was kept before is still there.',
  removed: (edition: string) =>
    `Edition ${edition} is no longer kept. Your answers are still here.`,
  noRoom:
    'There is no room for it on this device. Nothing of it was kept, and what was kept before is still there. Free some space, or keep the core path alone.',
  noNetwork:
    'It did not come whole: the network gave way, or gave other files than this edition has (a log-in page of a wireless network does that). Nothing of it was kept, and what was kept before is still there. Try again on another network.',
  newer: (edition: string) =>
    `Edition ${edition} is out. It does not take the place of this one: work that you have begun stays here.`,
  /** Where nothing can be kept, and what to do. */
  no: {
    file: 'This copy is a file and needs no network as it is.',
    frame: 'Inside another page nothing can be kept. Open the book in a tab of its own.',
    local: 'This copy comes from this computer, which needs no network for it.',
    insecure: 'Over a connection that is not encrypted a browser keeps nothing. Use https.',
    browser: 'This browser cannot keep a book. Take the one file below.',
    place:
      'This copy does not stand among the editions of a release, so it cannot be kept. Take the one file below.',
  },
} as const;

/** By the worker. */
export const WORKER = {
  /** A page of its own; an address as browsers write it needs no escaping. */
  notKept: (front: string) =>
    `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Not on this device</title><h1>This page is not on this device</h1><p>Only part of this edition was kept, and the network does not give this page as the edition has it. Your answers are still here.</p><p><a href="${front}">To the contents</a></p></html>`,
} as const;

/** In the foot of a page that a device keeps. */
export const FOOT = {
  kept: (edition: string) => `Edition ${edition}, kept on this device.`,
  newer: (edition: string) => `Edition ${edition} is out`,
} as const;
