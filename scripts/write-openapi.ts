import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildApp } from '@repactua/api/app.ts'
import { compose } from '@repactua/api/compose.ts'
import { readConfig } from '@repactua/api/config.ts'
import { createLogger } from '@repactua/api/platform/log/logger.ts'

// pnpm openapi:write [file]   writes the OpenAPI document; no database is asked
const dataDir = mkdtempSync(join(tmpdir(), 'repactua-openapi-'))
const config = readConfig({
  DATA_DIR: dataDir,
  DATABASE_URL: 'postgres://nobody@localhost/none',
  SMTP_URL: 'smtp://localhost:25',
  LOG_LEVEL: 'silent',
})
const { platform, close } = compose(config)
const app = await buildApp(config, platform, createLogger(config.logLevel))
await app.ready()
writeFileSync(process.argv[2] ?? 'openapi.json', `${JSON.stringify(app.swagger(), null, 2)}\n`)
await app.close()
await close()
rmSync(dataDir, { recursive: true })
