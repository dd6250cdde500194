/** The digits that the page can write, by their permanent names: what each is called, and which digit it is. */
export const WRITTEN = {
  ...Object.fromEntries(
    Array.from({ length: 10 }, (_, digit) => [String(digit), { label: String(digit), digit }]),
  ),
  '1-upstroke': { label: '1 with an upstroke', digit: 1 },
  '7-barred': { label: '7 with a bar', digit: 7 },
} as Readonly<Record<string, { readonly label: string; readonly digit: number }>>;
