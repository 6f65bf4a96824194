import { readFileSync } from 'node:fs'
import { createAjv } from '@repactua/api/platform/schema/ajv.ts'
import { createCreditor, presentCreated } from '@repactua/api/modules/creditors/index.ts'
import { CreditorInput } from '@repactua/shared/contract/creditors.ts'
import { explainRefusal } from './commands/explain-refusal.ts'
import { withPlatform } from './commands/with-platform.ts'

// pnpm creditor:create creditor.json   (or - for standard input; the body of POST /v1/creditors)
const input: unknown = JSON.parse(readFileSync(process.argv[2] === '-' ? 0 : (process.argv[2] ?? 0), 'utf8'))
const validate = createAjv(false).compile(CreditorInput)
if (!validate(input)) {
  console.error(
    'This is not a creditor:',
    validate.errors?.map(({ instancePath, message }) => `${instancePath} ${message}`).join('; '),
  )
  process.exit(1)
}
const created = await explainRefusal(() =>
  withPlatform((platform) =>
    platform.transact({ kind: 'system' }, { nobody: true }, (work) => createCreditor(work, input as CreditorInput)),
  ),
)
console.log(JSON.stringify(presentCreated(created), null, 2))
