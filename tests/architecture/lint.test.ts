import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ESLint } from 'eslint'
import { expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')
const BAD_HOUSE = join(import.meta.dirname, 'bad-house')
const eslint = new ESLint({ cwd: BAD_HOUSE, overrideConfigFile: join(ROOT, 'eslint.config.js'), ignore: false })

// A bad line ends with the name of the rule that bites it.
const badFiles = globSync('**/*.ts', { cwd: BAD_HOUSE }).filter((file) => bitesOf(file).length > 0)

function bitesOf(file: string): string[] {
  const lines = readFileSync(join(BAD_HOUSE, file), 'utf8').split('\n')
  return lines.flatMap((line, index) => {
    const rule = /\S.* \/\/ bites: (\S+)$/.exec(line)?.[1]
    return rule ? [`${index + 1} ${rule}`] : []
  })
}

async function lint(file: string, text?: string): Promise<string[]> {
  const path = join(BAD_HOUSE, file)
  const [result] = text === undefined ? await eslint.lintFiles([path]) : await eslint.lintText(text, { filePath: path })
  return result?.messages.map(({ line, ruleId }) => `${line} ${ruleId}`) ?? []
}

test.each(badFiles)('each marked line of %s is bitten, and no other', async (file) => {
  expect(await lint(file)).toEqual(bitesOf(file))
})

test.each([
  ['max-lines', 251, (lines: number) => 'export const a = 1\n'.repeat(lines).replaceAll('a', () => `a${counter++}`)],
  [
    'max-lines-per-function',
    61,
    (lines: number) => `export function f(): void {\n${'  void 0\n'.repeat(lines - 2)}}\n`,
  ],
  ['complexity', 11, (paths: number) => `export const f = (n: number): boolean => ${terms(paths)}\n`],
])('%s bites at %i and not below', async (rule, limit, write) => {
  expect(rulesOf(await lint('api/src/platform/too-much.ts', write(limit)))).toContain(rule)
  expect(rulesOf(await lint('api/src/platform/too-much.ts', write(limit - 1)))).not.toContain(rule)
})

let counter = 0

function terms(count: number): string {
  return Array.from({ length: count }, (_, index) => `n === ${index}`).join(' || ')
}

function rulesOf(messages: string[]): string[] {
  return messages.map((message) => message.split(' ')[1] ?? '')
}
