import { spawn } from 'node:child_process'
import { join } from 'node:path'

export interface Step {
  name: string
  /** Program of node_modules and its arguments. */
  program: string
  args: readonly string[]
  cwd?: string
}

export interface StepResult {
  name: string
  ok: boolean
}

const ROOT = join(import.meta.dirname, '../..')

/** Runs checks, so many at a time. */
export async function runSteps(steps: readonly Step[], atATime: number): Promise<StepResult[]> {
  const waiting = steps.values()
  const results: StepResult[] = []
  const lane = async (): Promise<void> => {
    for (const step of waiting) results.push(await runStep(step))
  }
  await Promise.all(Array.from({ length: atATime }, lane))
  return results
}

/** Runs one check with our Node; its output is shown whole, and only when it fails. */
async function runStep(step: Step): Promise<StepResult> {
  const start = performance.now()
  const { code, output } = await capture(step)
  const seconds = (performance.now() - start) / 1000
  const ok = code === 0
  if (!ok) console.log(output.trimEnd())
  console.log(`${ok ? 'ok  ' : 'FAIL'}  ${step.name} (${seconds.toFixed(1)} s)`)
  return { name: step.name, ok }
}

function capture(step: Step): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(ROOT, step.program), ...step.args], {
      cwd: join(ROOT, step.cwd ?? '.'),
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const chunks: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.on('error', (error) => resolve({ code: 1, output: error.message }))
    child.on('close', (code) => resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString('utf8') }))
  })
}
