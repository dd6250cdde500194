import { bundleWorker } from '../../../scripts/workers.mjs';
import { ALL } from '../../all.ts';
import { expect, test } from '../book.ts';

// Graphics in software: slow, but with the memory and the arithmetic of the real ones.

interface Ran {
  readonly finding: { readonly state: string };
  readonly tensors: number[];
  readonly rights: number[];
  readonly sides: number[];
}

for (const backend of ALL ? ['webgl', 'webgpu'] : ['webgl']) {
  test(`models that learn together on ${backend} leave no tensor, and end where they do on cpu`, async ({
    page,
  }) => {
    await page.route('**/bench', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>lab</title>' }),
    );
    await page.goto('bench');
    const script = await bundleWorker('tests/faults/together-worker.ts');
    const on = (name: string): Promise<Ran> =>
      page.evaluate(
        ([text, asked]) =>
          new Promise<Ran>((resolve) => {
            const url = URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
            const worker = new Worker(url);
            worker.onmessage = ({ data }: MessageEvent<Ran>) => {
              resolve(data);
              worker.terminate();
            };
            worker.postMessage(asked);
          }),
        [script, name] as const,
      );
    const { finding, tensors, rights, sides } = await on(backend);
    expect(finding.state).toBe('ready');
    expect(new Set(tensors).size).toBe(1);
    const expected = await on('cpu');
    expect(rights).toHaveLength(expected.rights.length);
    expect(sides).toHaveLength(expected.sides.length);
    for (const name of ['rights', 'sides'] as const) {
      const found = { rights, sides }[name];
      found.forEach((value, i) =>
        expect(Math.abs(value - (expected[name][i] ?? NaN)), name).toBeLessThan(1e-3),
      );
    }
    // They have learned: chance would be 0.1, and half of the rows.
    expect(new Set(sides.map((side) => side.toFixed(3))).size).toBeGreaterThan(1);
    expect(Math.max(...rights)).toBeGreaterThan(0.105);
  });
}
