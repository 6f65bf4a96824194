import { setTimeout as pause } from 'node:timers/promises'
import { compose } from '@repactua/api/compose.ts'
import { readConfig } from '@repactua/api/config.ts'
import { refusalCode } from '../demo/call-api.ts'
import { type Demo, type DemoInput, loadDemo } from '../demo/load-demo.ts'
import { ensureOperator } from './operator.ts'

/** What stands beside the API; null where it does not. */
export interface Neighbours {
  mailUrl: string | null
  bankUrl: string | null
  carriersUrl: string | null
}

/** Loads the demo through the API that runs with `env`; only its operator is made without it. */
export async function openDemo(env: NodeJS.ProcessEnv, apiUrl: string, { mailUrl, bankUrl, carriersUrl }: Neighbours): Promise<Demo> {
  const config = readConfig(env)
  const { platform, close } = compose(config)
  try {
    const operator = await ensureOperator(platform, apiUrl, config.dataDir)
    return await loadPatiently({
      apiUrl,
      dataDir: config.dataDir,
      operator,
      today: platform.clock.today(),
      log: (text) => console.log(`  ${text}`),
      ...(mailUrl === null ? {} : { mailUrl }),
      ...(bankUrl === null ? {} : { bankUrl }),
      ...(carriersUrl === null ? {} : { carriersUrl }),
    })
  } finally {
    await close()
  }
}

const TRIES = 20
const PAUSE_MS = 2_000

// A busy machine is told to come back in a moment; the load goes on where it was.
async function loadPatiently(input: DemoInput): Promise<Demo> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await loadDemo(input)
    } catch (error) {
      if (attempt === TRIES || refusalCode(error) !== 'unavailable') throw error
      await pause(PAUSE_MS)
    }
  }
}
