import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { isLocalDate } from '@repactua/shared/time/local-date.ts'
import { CREDITOR_SLUGS } from './demo/creditors.ts'
import { portfolioLines } from './demo/portfolio-lines.ts'
import { DEMO_PEOPLE } from './demo/portfolio.ts'

// Writes the demo portfolio, one NDJSON file a creditor: node scripts/generate-portfolio.ts --today 2026-11-21 --out .data/portfolio
const { values } = parseArgs({
  options: {
    today: { type: 'string' },
    out: { type: 'string', default: '.data/portfolio' },
    people: { type: 'string', default: String(DEMO_PEOPLE) },
  },
})
const { today, out, people } = values
if (!today || !isLocalDate(today) || !/^[1-9]\d*$/.test(people)) {
  console.error('Usage: portfolio:generate --today YYYY-MM-DD [--out folder] [--people 5000]')
  process.exit(2)
}

await mkdir(out, { recursive: true })
for (const creditor of CREDITOR_SLUGS) {
  const file = join(out, `${creditor}.ndjson`)
  await pipeline(Readable.from(portfolioLines({ creditor, today, people: Number(people) })), createWriteStream(file))
  console.log(file)
}
