import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { windowGround } from './window-ground.ts'

test('the window has the ground of the page that will be shown in it', () => {
  const theme = readFileSync(new URL('../../../renderer/ui/theme.css', import.meta.url), 'utf8')
  expect(theme).toContain(`--paper: light-dark(${windowGround.light}, ${windowGround.dark})`)
})
