import { compose } from '@repactua/api/compose.ts'
import { readConfig } from '@repactua/api/config.ts'
import { type Demo, loadDemo } from '../demo/load-demo.ts'
import { ensureOperator } from './operator.ts'

/** Loads the demo through the API that runs with `env`; only its operator is made without it. */
export async function openDemo(env: NodeJS.ProcessEnv, apiUrl: string, mailUrl: string | null): Promise<Demo> {
  const config = readConfig(env)
  const { platform, close } = compose(config)
  try {
    return await loadDemo({
      apiUrl,
      dataDir: config.dataDir,
      operator: await ensureOperator(platform, apiUrl, config.dataDir),
      today: platform.clock.today(),
      log: (text) => console.log(`  ${text}`),
      ...(mailUrl === null ? {} : { mailUrl }),
    })
  } finally {
    await close()
  }
}
