import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    environment: 'node',
    // Learners train for real; two cores are shared with whatever else the machine does.
    testTimeout: 30_000,
  },
});
