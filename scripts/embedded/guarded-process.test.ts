import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { lastLines, startGuarded } from './guarded-process.ts'

const folder = mkdtempSync(join(tmpdir(), 'repactua-guard-'))
afterAll(() => rmSync(folder, { recursive: true }))

function run(program: string, logFile = join(folder, 'log')): ReturnType<typeof startGuarded> {
  return startGuarded({
    command: process.execPath,
    args: ['-e', program],
    env: process.env,
    logFile,
    orphanSignal: 'TERM',
  })
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

test('the exit code of the command is ours to read, and its output is in the log', async () => {
  const logFile = join(folder, 'coded')
  expect(await run('console.log("bye"); process.exit(7)', logFile).exited).toBe(7)
  expect(lastLines(logFile)).toBe('bye')
})

test('a polite stop lets the command end in order', async () => {
  const logFile = join(folder, 'polite')
  const child = run(
    `process.on('SIGTERM', () => setTimeout(() => { console.log('in order'); process.exit(0) }, 50));
     setInterval(() => {}, 1000); console.log('up')`,
    logFile,
  )
  await vi.waitFor(() => expect(lastLines(logFile)).toContain('up'), 5_000)
  await child.stop('SIGTERM', 5_000)
  expect(await child.exited).toBe(0)
  expect(lastLines(logFile)).toContain('in order')
})

test('a command that will not end is killed after its grace', async () => {
  const logFile = join(folder, 'stubborn')
  const child = run(`process.on('SIGTERM', () => {}); setInterval(() => {}, 1000); console.log(process.pid)`, logFile)
  await vi.waitFor(() => expect(lastLines(logFile)).not.toBe(''), 5_000)
  await child.stop('SIGTERM', 100)
  await vi.waitFor(() => expect(isAlive(Number(lastLines(logFile)))).toBe(false), 5_000)
})

test('nothing outlives a parent that is killed hard', async () => {
  const logFile = join(folder, 'orphan')
  const program = `
    import { startGuarded } from ${JSON.stringify(join(import.meta.dirname, 'guarded-process.ts'))}
    startGuarded({
      command: process.execPath, args: ['-e', 'console.log(process.pid); setInterval(() => {}, 1000)'],
      env: process.env, logFile: ${JSON.stringify(logFile)}, orphanSignal: 'TERM',
    })`
  const parent = spawn(process.execPath, ['--input-type=module', '-e', program])
  await vi.waitFor(() => expect(Number(lastLines(logFile))).toBeGreaterThan(0), 10_000)
  const orphan = Number(lastLines(logFile))
  expect(isAlive(orphan)).toBe(true)
  parent.kill('SIGKILL')
  await vi.waitFor(() => expect(isAlive(orphan)).toBe(false), 5_000)
})
