import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createOperator } from '@repactua/api/modules/creditors/index.ts'
import { showId } from '@repactua/api/platform/ids.ts'
import type { Platform } from '@repactua/api/platform/platform.ts'
import { refusalCode } from '../demo/call-api.ts'
import { type Client, clientAccess } from '../demo/client-access.ts'

/** The client by which the demo makes its creditors: the remembered one, or a new one where the API refuses that. */
export async function ensureOperator(platform: Platform, apiUrl: string, dataDir: string): Promise<Client> {
  const file = join(dataDir, 'operator.json')
  const remembered = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Client) : undefined
  if (remembered && (await isKnown(apiUrl, remembered))) return remembered
  const made = await platform.transact({ kind: 'system' }, { nobody: true }, (work) => createOperator(work, 'demo'))
  const client = { clientId: showId('client', made.id), clientSecret: made.secret }
  writeFileSync(file, JSON.stringify(client, null, 2), { mode: 0o600 })
  return client
}

// After a change of database the remembered client is nobody's.
async function isKnown(apiUrl: string, client: Client): Promise<boolean> {
  try {
    await clientAccess(apiUrl, client).bearer()
    return true
  } catch (error) {
    if (refusalCode(error) === 'invalid_client') return false
    throw error
  }
}
