import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { spawn } from 'node:child_process'

export interface TestCount {
  passed: number
  failed: number
}

interface Report {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  success: boolean
  testResults: { status: string; assertionResults: unknown[] }[]
}

/**
 * Runs every vitest project, readable on the screen, and counts from its report. What the report does
 * not count as a test is one failure more: a file that does not load, an unhandled error, no test at all.
 * A skipped test proves nothing and counts as failed.
 */
export async function runTests(filters: readonly string[]): Promise<TestCount> {
  const folder = mkdtempSync(join(tmpdir(), 'repactua-report-'))
  const file = join(folder, 'report.json')
  try {
    const code = await runVitest(file, filters)
    return countTests(readReport(file), code)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Sums a report up; `null` stands for a runner that wrote none. */
export function countTests(report: Report | null, exitCode: number): TestCount {
  if (report === null) return { passed: 0, failed: 1 }
  const emptyFiles = report.testResults.filter(
    (result) => result.status === 'failed' && result.assertionResults.length === 0,
  ).length
  const failed = report.numFailedTests + report.numPendingTests + report.numTodoTests + emptyFiles
  const isSilentFailure = failed === 0 && (exitCode !== 0 || !report.success || report.numPassedTests === 0)
  return { passed: report.numPassedTests, failed: failed + (isSilentFailure ? 1 : 0) }
}

function runVitest(reportFile: string, filters: readonly string[]): Promise<number> {
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`, ...filters]
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['node_modules/vitest/vitest.mjs', ...args], { stdio: 'inherit' })
    child.on('error', () => resolve(1))
    child.on('close', (code) => resolve(code ?? 1))
  })
}

function readReport(file: string): Report | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Report
  } catch {
    return null
  }
}
