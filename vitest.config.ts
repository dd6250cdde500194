import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    environment: 'node',
    // Learners train for real, and two cores are shared with whatever else the machine does: only what hangs is to be ended.
    testTimeout: 180_000,
    // Left to itself it keeps one core free, which on two is half of them.
    maxWorkers: '100%',
  },
});
