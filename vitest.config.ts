import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // Left to itself it spares a core, and on a machine of two runs one file after the other.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'node',
          environment: 'node',
          // Real books and files: a busy machine takes several times as long as a quiet one.
          testTimeout: 30_000,
          // better-sqlite3 is a native addon: it wants processes, not threads.
          pool: 'forks',
          include: ['src/**/*.test.ts', 'scripts/**/*.test.ts', 'e2e/electron-double/*.test.ts'],
        },
      },
    ],
  },
})
