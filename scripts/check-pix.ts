import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { runTests } from './checks/run-tests.ts'

// PIX_OPENAPI=openapi.yaml npm run check:pix: what our adapter sends, and what the local bank answers and tells, by the
// Central Bank's own file (github.com/bacen/pix-api, 2.9.0), which is not part of this project.
const file = process.env['PIX_OPENAPI'] ?? ''
if (!existsSync(file)) {
  console.error('Set PIX_OPENAPI to the file openapi.yaml of the Pix API 2.9.0.')
  process.exit(2)
}
process.env['PIX_OPENAPI'] = resolve(file)
const { passed, failed } = await runTests(['tests/integration/local-bank', 'tests/integration/pix-'])
console.log(`${passed} tests against the official file, ${failed} failed.`)
process.exit(failed > 0 || passed === 0 ? 1 : 0)
