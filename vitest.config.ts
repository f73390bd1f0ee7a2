import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'node',
          environment: 'node',
          // better-sqlite3 is a native addon: it wants processes, not threads.
          pool: 'forks',
          include: ['src/**/*.test.ts', 'scripts/**/*.test.ts', 'e2e/electron-double/*.test.ts'],
        },
      },
    ],
  },
})
