import { createOperator } from '@repactua/api/modules/creditors/index.ts'
import { showId } from '@repactua/api/platform/ids.ts'
import { explainRefusal } from './commands/explain-refusal.ts'
import { withPlatform } from './commands/with-platform.ts'

// pnpm operator:create "Name of the operator"
const name = process.argv[2]
if (!name) {
  console.error('Say who the operator is: pnpm operator:create "Name of the operator"')
  process.exit(1)
}
const client = await explainRefusal(() =>
  withPlatform((platform) =>
    platform.transact({ kind: 'system' }, { nobody: true }, (work) => createOperator(work, name)),
  ),
)
console.log(
  JSON.stringify(
    { clientId: showId('client', client.id), clientSecret: client.secret, scope: client.scopes.join(' ') },
    null,
    2,
  ),
)
