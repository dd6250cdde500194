/** An item of code as an author writes it, for several tests. */
export const ITEM = `  - id: small-percentile
    version: 1
    kind: code
    points: 4
    minutes: 15
    objective: Write a percentile.
    draw: { p: [50, 90, 95, 99], data: { min: 1, max: 10, step: 1 } }
    prompt: Write a function that gives p{p} by the nearest rank.
    function: percentile
    start: |
      function percentile(values, p) {
        return 0;
      }
    solve: |
      function percentile(values, p) {
        const sorted = [...values].sort((a, b) => a - b);
        const rank = Math.max(1, Math.ceil((p / 100) * sorted.length));
        return sorted[rank - 1];
      }
    given: |
      const sample = (n) => Array.from({ length: n }, () => Math.round(random() * 4000) / 10);
    shown:
      - percentile([30, 10, 20], {p})
      - percentile([9, 100, 20], 50)
    hidden:
      - { call: 'percentile(sample(40), {p})', times: 3 }
      - { call: 'percentile(sample(7), 100 * random())', times: 3 }
      - { call: '((v) => [percentile(v, {p}), v])(sample(5))' }
    wrong:
      - id: as-text
        misconception: sort orders numbers.
        feedback: Without a function, sort compares texts, so 100 comes before 9.
        code: |
          function percentile(values, p) {
            const sorted = [...values].sort();
            return sorted[Math.max(1, Math.ceil((p / 100) * sorted.length)) - 1];
          }
      - id: unsorted
        misconception: The values come sorted.
        feedback: The values come in any order.
        code: |
          function percentile(values, p) {
            return values[Math.max(1, Math.ceil((p / 100) * values.length)) - 1];
          }
      - id: in-place
        misconception: A function may sort what it is given.
        feedback: sort changes the array that whoever called you still holds.
        code: |
          function percentile(values, p) {
            values.sort((a, b) => a - b);
            return values[Math.max(1, Math.ceil((p / 100) * values.length)) - 1];
          }
    solution: Sort a copy by number, and take the rank.
`;
