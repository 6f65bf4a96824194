import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { issue, makeAuthority, type Papers } from './certificates.ts'

/** What the bank needs to show who it is. */
export interface BankPapers {
  authority: Papers
  /** Of the Pix API. */
  server: Papers
  /** By which the bank knocks at a customer's webhook. */
  caller: Papers
  /** For a customer's webhook door on this machine, so that a demo needs no other authority. */
  customerDoor: Papers
}

const NAMES = ['authority', 'server', 'caller', 'customerDoor'] as const

/** The papers of this folder, made the first time; private keys are readable by their owner only. */
export async function bankPapers(folder: string, now: Date): Promise<BankPapers> {
  if (!existsSync(fileOf(folder, 'customerDoor', 'key'))) await makePapers(folder, now)
  const read = (name: keyof BankPapers): Papers => ({
    certificate: readFileSync(fileOf(folder, name, 'certificate'), 'utf8'),
    privateKey: readFileSync(fileOf(folder, name, 'key'), 'utf8'),
  })
  return { authority: read('authority'), server: read('server'), caller: read('caller'), customerDoor: read('customerDoor') }
}

/** Where one of the papers lies, as a PEM file. */
export function fileOf(folder: string, name: keyof BankPapers, part: 'certificate' | 'key'): string {
  return join(folder, `${name}.${part}.pem`)
}

async function makePapers(folder: string, from: Date): Promise<void> {
  const authority = await makeAuthority('Banco de Testes (autoridade local)', from)
  const papers: BankPapers = {
    authority,
    server: await issue(authority, { name: 'localhost', use: 'server', from }),
    caller: await issue(authority, { name: 'webhook.banco-de-testes', use: 'client', from }),
    customerDoor: await issue(authority, { name: 'localhost', use: 'server', from }),
  }
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  for (const name of NAMES) {
    writeFileSync(fileOf(folder, name, 'certificate'), papers[name].certificate)
    writeFileSync(fileOf(folder, name, 'key'), papers[name].privateKey, { mode: 0o600 })
  }
}
