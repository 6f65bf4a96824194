import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Client } from '../demo/client-access.ts'
import { findFreePort } from '../embedded/free-port.ts'

export interface DemoHouse extends Client {
  portal: string
  mail: string
  close(): Promise<void>
}

/** Starts the demo on free ports and data of its own, and waits for the line of JSON with which it says that it is ready. */
export async function openDemoHouse(): Promise<DemoHouse> {
  const dataDir = mkdtempSync(join(tmpdir(), 'repactua-screenshots-'))
  const demo = spawn(process.execPath, [join(import.meta.dirname, '../start.ts')], {
    env: { ...process.env, DATA_DIR: dataDir, ...(await freePorts()) },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<void>((resolve) => demo.once('exit', () => resolve()))
  const close = async (): Promise<void> => {
    demo.kill('SIGTERM')
    await ended
    rmSync(dataDir, { recursive: true, force: true })
  }
  for await (const line of createInterface({ input: demo.stdout })) {
    if (line.startsWith('{')) return { ...(JSON.parse(line) as Omit<DemoHouse, 'close'>), close }
  }
  await close()
  throw new Error('the demo did not start')
}

async function freePorts(): Promise<Record<string, string>> {
  const names = ['PORT', 'MAIL_PORT', 'SMTP_PORT', 'PG_PORT']
  const ports: Record<string, string> = { RATE_LIMIT: 'off' }
  for (const name of names) ports[name] = String(await findFreePort())
  return ports
}
