import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { serveWindowFile } from './window-files.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'window-files-'))
  mkdirSync(join(folder, 'renderer/assets'), { recursive: true })
  writeFileSync(join(folder, 'renderer/index.html'), '<p>page</p>')
  writeFileSync(join(folder, 'renderer/assets/index-Ab_-1.js'), 'run()')
  writeFileSync(join(folder, 'secret.js'), 'secret')
})
afterAll(() => rmSync(folder, { recursive: true }))

const serve = (address: string, method = 'GET') => serveWindowFile(join(folder, 'renderer'), method, address)

test('the window gets its page and scripts with their types and a strict content policy', async () => {
  const page = await serve('app://portbook/')
  expect([page.status, page.headers.get('content-type'), await page.text()]).toEqual([
    200,
    'text/html; charset=utf-8',
    '<p>page</p>',
  ])
  const policy = page.headers.get('content-security-policy') ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).not.toContain('unsafe')
  const script = await serve('app://portbook/assets/index-Ab_-1.js')
  expect([script.status, script.headers.get('content-type')]).toEqual([200, 'text/javascript; charset=utf-8'])
})

test.each([
  'app://portbook/..%2fsecret.js',
  'app://portbook/%2e%2e/secret.js',
  'app://portbook/assets/..%2f..%2fsecret.js',
  'app://portbook/..\\secret.js',
  'app://portbook/..%5csecret.js',
  'app://portbook//secret.js',
  'app://portbook/assets/../../secret.js',
  'app://portbook/.hidden.js',
  'app://portbook/index.html%00.js',
  'app://portbook/C:/secret.js',
])('nothing outside the folder is served: %s', async (address) => {
  const answer = await serve(address)
  expect([403, 404]).toContain(answer.status)
  expect(await answer.text()).toBe('')
})

test.each([
  'app://elsewhere/',
  'https://portbook/',
  'app://portbook:81/',
  'app://user@portbook/',
  'file:///etc/hosts',
])('another origin gets nothing: %s', async (address) => expect((await serve(address)).status).toBe(403))

test('the window can read files, not write them', async () => {
  expect((await serve('app://portbook/', 'POST')).status).toBe(405)
})
