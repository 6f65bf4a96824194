import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { watchAllArrears } from '@repactua/api/modules/agreements/index.ts'
import { createLogger } from '@repactua/api/platform/log/logger.ts'
import { localDateOf } from '@repactua/api/platform/clock.ts'
import type { LocalDate } from '@repactua/shared/time/local-date.ts'
import type { Client } from '../demo/client-access.ts'
import { withPlatform } from '../commands/with-platform.ts'
import { findFreePort } from '../embedded/free-port.ts'

export interface DemoHouse extends Client {
  portal: string
  mail: string
  today: LocalDate
  /** What the worker does with late agreements every night. */
  passNight(): Promise<void>
  close(): Promise<void>
}

/** Where a demo keeps its data, and the ports that it takes: the same for every start, as its bank knows them. */
export interface DemoPlace {
  dataDir: string
  ports: Record<string, string>
  remove(): void
}

interface Season {
  /** The day on which the demo takes place; today where it is left out. */
  now?: Date
  /** Quotas and pauses hold, as they do for everybody. */
  withLimits?: boolean
}

export async function findDemoPlace(): Promise<DemoPlace> {
  const dataDir = mkdtempSync(join(tmpdir(), 'repactua-screenshots-'))
  return { dataDir, ports: await freePorts(), remove: () => rmSync(dataDir, { recursive: true, force: true }) }
}

/** Starts the demo at its place, and waits for the line of JSON with which it says that it is ready. */
export async function openDemoHouse({ dataDir, ports }: DemoPlace, { now, withLimits = false }: Season = {}): Promise<DemoHouse> {
  const env = { ...process.env, ...ports, DATA_DIR: dataDir, ...(now && { FIXED_NOW: now.toISOString() }), ...(!withLimits && { RATE_LIMIT: 'off' }) }
  const demo = spawn(process.execPath, [join(import.meta.dirname, '../start.ts')], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise<void>((resolve) => demo.once('exit', () => resolve()))
  const close = async (): Promise<void> => {
    demo.kill('SIGTERM')
    await ended
  }
  const passNight = () => withPlatform((platform) => watchAllArrears({ platform, logger: createLogger('error') }), env)
  const today = localDateOf(now ?? new Date())
  for await (const line of createInterface({ input: demo.stdout })) {
    if (line.startsWith('{')) return { ...(JSON.parse(line) as Omit<DemoHouse, 'close'>), today, passNight, close }
  }
  await close()
  throw new Error('the demo did not start')
}

async function freePorts(): Promise<Record<string, string>> {
  const ports: Record<string, string> = {}
  for (const name of ['PORT', 'MAIL_PORT', 'SMTP_PORT', 'PG_PORT', 'BANK_PORT', 'BANK_API_PORT', 'CARRIERS_PORT', 'PIX_WEBHOOK_PORT']) ports[name] = String(await findFreePort())
  return ports
}
