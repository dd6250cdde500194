import { expect, it } from 'vitest';
import { dataOf } from './fixture.ts';
import { expectOpens, type Opened } from './opened.ts';
import { qrCode } from './today.ts';

/** An address on paper, below its QR code; settings are those that it was printed for. */
interface Printed {
  readonly page: string;
  readonly settings: Opened;
  readonly address: string;
}

const PRINTED = dataOf('printed.json') as readonly Printed[];

it.each(PRINTED)('the printed address $address still opens its runs', (printed) => {
  const { address, page, settings } = printed;
  expectOpens(new URL(address), page, settings);
});

it('every lesson of the first edition has been printed as it starts, and with runs in it', () => {
  const { lessons } = dataOf('ids.json') as { lessons: readonly { slug: string }[] };
  for (const { slug } of lessons) {
    const ofLesson = PRINTED.filter(({ page }) => page === slug);
    expect(ofLesson.map(({ address }) => address.includes('?'))).toContain(true);
    expect(ofLesson.map(({ address }) => address.includes('?'))).toContain(false);
  }
});

it('an address has the same letters on paper as in the bar', () => {
  for (const { address } of PRINTED) {
    const { markup } = qrCode(address);
    expect(markup).toContain(`<figcaption>${address.replaceAll('&', '&amp;')}</figcaption>`);
  }
});
