import { globSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')
const EMPTY_WORDS = /(^|[-.])(utils?|helpers?|managers?|base|misc)([-.]|$)/
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*\.tsx?$/

const files = ['api/src', 'portal/src', 'shared/src', 'scripts', 'tests'].flatMap((room) =>
  globSync(`${room}/**/*.{ts,tsx}`, { cwd: ROOT }),
)

test('no file hides what it does behind an empty word', () => {
  expect(files.length).toBeGreaterThan(100)
  expect(files.filter((file) => EMPTY_WORDS.test(basename(file)))).toEqual([])
})

test.each(['date-utils.ts', 'helper.ts', 'base.repository.ts', 'job-manager.ts'])('%s would be found', (name) => {
  expect(name).toMatch(EMPTY_WORDS)
})

test('names are in kebab-case', () => {
  expect(files.filter((file) => !KEBAB.test(basename(file)))).toEqual([])
  expect('DebtList.tsx').not.toMatch(KEBAB)
})

test('each room has a README', () => {
  const rooms = ['api', 'portal', 'shared', 'scripts', 'tests', 'migrations', 'api/src/core', 'api/src/platform']
  const modules = globSync('api/src/modules/*', { cwd: ROOT })
  const bare = [...rooms, ...modules].filter((room) => globSync(`${room}/README.md`, { cwd: ROOT }).length === 0)
  expect(bare).toEqual([])
})
