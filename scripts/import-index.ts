import { existsSync, readFileSync } from 'node:fs'
import { importIndexFile } from '@repactua/api/modules/indices/index.ts'
import { TABLE_CODES } from '@repactua/shared/contract/indices.ts'
import { explainRefusal } from './commands/explain-refusal.ts'
import { withPlatform } from './commands/with-platform.ts'

// npm run index:import -- ipca ipca.json: the JSON of the Central Bank's SGS (series 433 for the IPCA), or CSV
const [, , name, file] = process.argv
const code = TABLE_CODES.find((each) => each === name)
if (!code || !file || !existsSync(file)) {
  console.error(`Say which index, and a file that is there: npm run index:import -- ${TABLE_CODES.join('|')} file.json`)
  process.exit(2)
}
const text = readFileSync(file, 'utf8')
const counts = await explainRefusal(() =>
  withPlatform((platform) =>
    platform.transact({ kind: 'system' }, { nobody: true }, (work) => importIndexFile(work, code, text)),
  ),
)
console.log(JSON.stringify(counts))
