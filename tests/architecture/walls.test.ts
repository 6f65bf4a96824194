import { globSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { cruise, type ICruiseOptions, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser'
import { beforeAll, expect, test } from 'vitest'

interface Config {
  forbidden: (IForbiddenRuleType & { name: string })[]
  options: ICruiseOptions
}

const ROOT = join(import.meta.dirname, '../..')
const BAD_HOUSE = join(import.meta.dirname, 'bad-house')
const config = createRequire(import.meta.url)(join(ROOT, '.dependency-cruiser.cjs')) as Config

// Each bad file names on its first line the wall it breaks.
const bites = globSync('**/*.ts', { cwd: BAD_HOUSE }).flatMap((file) => {
  const wall = /^\/\/ bites: (\S+)/.exec(readFileSync(join(BAD_HOUSE, file), 'utf8'))?.[1]
  return wall ? [{ wall, file }] : []
})
let broken: Set<string>

beforeAll(async () => {
  const { summary } = await cruiseHouse(BAD_HOUSE, ['api', 'portal', 'shared', 'scripts', 'tests'])
  broken = new Set(summary.violations.map(({ rule, from }) => `${rule.name} ${from}`))
})

async function cruiseHouse(baseDir: string, rooms: string[]): Promise<ICruiseResult> {
  const { exclude: _, ...options } = config.options
  const ruleSet = { forbidden: config.forbidden }
  const { output } = await cruise(rooms, { ...options, baseDir, validate: true, ruleSet }, {})
  return output as ICruiseResult
}

test.each(config.forbidden.map(({ name }) => name))('the wall %s has a bad file that it bites', (name) => {
  const files = bites.filter(({ wall }) => wall === name).map(({ file }) => file)
  expect(files).not.toEqual([])
  for (const file of files) expect(broken).toContain(`${name} ${file}`)
})

test('every bad file names a wall that exists', () => {
  const names = new Set(config.forbidden.map(({ name }) => name))
  expect(bites.filter(({ wall }) => !names.has(wall))).toEqual([])
})

test('the cruise sees the TypeScript of each room', async () => {
  const { modules } = await cruiseHouse(ROOT, ['api/src', 'portal/src', 'shared/src'])
  for (const room of ['api/src/core/', 'api/src/modules/', 'portal/src/', 'shared/src/']) {
    expect(modules.filter(({ source }) => source.startsWith(room)).length, room).toBeGreaterThan(5)
  }
})
