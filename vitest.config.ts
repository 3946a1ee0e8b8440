import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // Real servers, real child processes: generous limits, so that a busy machine is not a failing test.
    testTimeout: 90_000,
    hookTimeout: 60_000,
    restoreMocks: true,
    // Most files wait for servers and child processes: one worker, the default on two cores, would leave them idle.
    maxWorkers: Math.max(3, availableParallelism() - 1),
  },
});
