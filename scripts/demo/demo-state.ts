import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Client } from './client-access.ts'
import type { CreditorSlug } from './creditors.ts'

/** How far one creditor's load has come. */
export interface CreditorState extends Client {
  slug: CreditorSlug
  policyId?: string
  policyPublished?: boolean
  importId?: string
  imported?: boolean
  withdrawn?: boolean
  /** A draft of the built-in ruler. */
  rulerId?: string
  /** The account at the local bank that the API was told of, and where. */
  bankAccount?: string
  /** The accounts at the local carriers that the API was told of. */
  carriers?: string
}

/** What the load has done so far; it is written after each step, so that an interrupted load goes on where it was. */
export interface DemoState {
  creditors: CreditorState[]
  /** The agreement of the named situation, once it is signed. */
  agreementId?: string
  firstInstallmentPaid?: boolean
}

const FILE = 'demo.json'

export async function readDemoState(dataDir: string): Promise<DemoState> {
  const text = await readFile(join(dataDir, FILE), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  return text === null ? { creditors: [] } : (JSON.parse(text) as DemoState)
}

/** Puts the state in one step, readable by its owner only: it holds client secrets. */
export async function writeDemoState(dataDir: string, state: DemoState): Promise<void> {
  await mkdir(dataDir, { recursive: true })
  const draft = join(dataDir, `${FILE}.new`)
  await writeFile(draft, `${JSON.stringify(state, null, 2)}\n`, { mode: 0o600 })
  await rename(draft, join(dataDir, FILE))
}
