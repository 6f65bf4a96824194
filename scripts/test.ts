import { join } from 'node:path'
import { runSteps } from './checks/run-steps.ts'
import { runTests } from './checks/run-tests.ts'
import { STATIC_STEPS } from './checks/steps.ts'

process.chdir(join(import.meta.dirname, '..'))
const start = performance.now()
const checks = await runSteps(STATIC_STEPS, 2)
const tests = await runTests(process.argv.slice(2))
const passed = checks.filter(({ ok }) => ok).length + tests.passed
const failed = checks.filter(({ ok }) => !ok).length + tests.failed
console.log(`All checks took ${Math.round((performance.now() - start) / 1000)} s.`)
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
