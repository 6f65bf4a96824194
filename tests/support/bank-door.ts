import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { afterAll } from 'vitest'
import { buildBankDoor } from '@repactua/api/bank-door.ts'
import { createLogger } from '@repactua/api/platform/log/logger.ts'
import type { TestApp } from './app.ts'
import type { TestBank } from './local-bank.ts'

/** Opens the door for the bank's news, to which accounts are connected from then on; closed after the file's last test. Gives its address. */
export async function openBankDoor({ platform }: TestApp, { door: { keyFile, certificateFile, clientCaFile } }: TestBank): Promise<string> {
  const [key, certificate, clientCa] = [keyFile, certificateFile, clientCaFile].map((file) => readFileSync(file, 'utf8')) as [string, string, string]
  const door = await buildBankDoor({ key, certificate, clientCa }, platform, createLogger('silent'))
  await door.listen({ host: '127.0.0.1', port: 0 })
  afterAll(() => door.close())
  platform.bankDoorUrl = `https://localhost:${(door.server.address() as AddressInfo).port}`
  return platform.bankDoorUrl
}
