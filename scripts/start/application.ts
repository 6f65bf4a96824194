import { join } from 'node:path'
import { type GuardedProcess, startGuarded } from '../embedded/guarded-process.ts'
import { untilAnswers } from '../embedded/until-answers.ts'
import type { House } from './house.ts'
import type { StartSettings } from './settings.ts'

/** What the application reads from its environment beside what we were given ourselves. */
export interface Wiring {
  appUrl: string
  smtpUrl: string
  portalDist: string
  /** What the local bank adds; nothing where there is none. */
  bankEnv: Record<string, string>
}

/** Starts the API and waits until it is ready, then the worker. The API makes the demo's keys. */
export async function startApplication(settings: StartSettings, env: NodeJS.ProcessEnv, house: House): Promise<void> {
  const api = await run('api', settings, env, house)
  const logFile = join(settings.logDir, 'api.log')
  await untilAnswers(`http://127.0.0.1:${settings.port}/readyz`, api, 'The API', logFile)
  house.watch('The API', api.exited)
  const worker = await run('worker', settings, env, house)
  house.watch('The worker', worker.exited)
}

/** The environment of the API and the worker. */
export function applicationEnv(settings: StartSettings, wiring: Wiring): NodeJS.ProcessEnv {
  return {
    ...process.env,
    DATABASE_URL: wiring.appUrl,
    DATA_DIR: settings.dataDir,
    PORT: String(settings.port),
    PUBLIC_URL: settings.publicUrl,
    SMTP_URL: wiring.smtpUrl,
    PORTAL_DIST: wiring.portalDist,
    ...wiring.bankEnv,
    NODE_COMPILE_CACHE: join(settings.dataDir, 'compiled'),
  }
}

async function run(
  name: 'api' | 'worker',
  settings: StartSettings,
  env: NodeJS.ProcessEnv,
  house: House,
): Promise<GuardedProcess> {
  const child = startGuarded({
    command: process.execPath,
    args: [name === 'api' ? 'api/src/server.ts' : 'api/src/worker.ts'],
    cwd: settings.root,
    env,
    logFile: join(settings.logDir, `${name}.log`),
    orphanSignal: 'TERM',
  })
  await house.keep(() => child.stop('SIGTERM', 12_000))
  return child
}
