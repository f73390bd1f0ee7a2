import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const read = (name: string) => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8')
const { dependencies, devDependencies, optionalDependencies, scripts } = JSON.parse(read('package.json'))

test('every dependency has its reason in docs/DEPENDENCIES.md, and no other is named there', () => {
  const named = [...read('docs/DEPENDENCIES.md').matchAll(/^- ((?:`[^`]+`(?:, )?)+):/gm)].flatMap((line) =>
    [...(line[1] ?? '').matchAll(/`([^`]+)`/g)].map((name) => name[1]),
  )
  const settings = ['ignore-scripts', 'omit-lockfile-registry-resolved', 'save-exact']
  const packages = { ...dependencies, ...devDependencies, ...optionalDependencies }
  expect(named.toSorted()).toEqual([...Object.keys(packages), ...settings].toSorted())
})

test('versions are exact', () => {
  const versions = Object.values({ ...dependencies, ...devDependencies, ...optionalDependencies })
  expect(versions.filter((version) => !/^\d+\.\d+\.\d+$/.test(String(version)))).toEqual([])
})

test('no script hooks into another, since install scripts and hooks do not run', () => {
  expect(Object.keys(scripts).filter((name) => /^(pre|post)/.test(name))).toEqual([])
})

test('the lock file holds no download addresses', () => {
  expect(read('package-lock.json')).not.toContain('"resolved"')
})
