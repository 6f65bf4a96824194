import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Clock } from '@repactua/api/platform/clock.ts'
import { afterAll, expect } from 'vitest'
import type { AccountWish, Credentials } from '../../scripts/local-bank/accounts/open-account.ts'
import type { Faults, RequestFault } from '../../scripts/local-bank/faults/faults.ts'
import type { Addresses } from '../../scripts/local-bank/faults/local-routes.ts'
import { openBank } from '../../scripts/local-bank/open-bank.ts'
import type { Payer, ReceivedPix } from '../../scripts/local-bank/pix/received-pix.ts'
import { fileOf } from '../../scripts/local-bank/pki/bank-papers.ts'
import { officialCheck } from './official-file.ts'

export interface LocalPayment {
  /** Of a charge; or a copy-and-paste `code`, dynamic or static. */
  txid?: string
  code?: string
  /** Another amount than that of the day. */
  amountCents?: number
  payer?: Payer
  /** Also what no bank would take: paid, removed, out of its days. */
  force?: boolean
}

/** What is said of the faults; the rest goes well. */
export type FaultWish = Partial<Omit<Faults, 'requests' | 'webhooks'>> & {
  requests?: (Pick<RequestFault, 'kind'> & Partial<RequestFault>)[]
  webhooks?: Partial<Faults['webhooks']>
}

export interface TestBank extends Addresses {
  pageUrl: string
  /** PEM files for a webhook door on this machine: its certificate, its key, and the authority of who may knock. */
  door: { certificateFile: string; keyFile: string; clientCaFile: string }
  /** An account with keys; what it gives is the body of `PUT /v1/pix-account`. */
  openAccount(wish: AccountWish): Promise<Credentials & Addresses>
  /** Pays; a refusal ("charge_not_open") is thrown. */
  pay(payment: LocalPayment): Promise<ReceivedPix>
  /** Takes a Pix back under the MED, all of it where no amount is said. */
  reverse(reversal: { endToEndId: string; amountCents?: number; reason?: 'MED_FRAUDE' | 'MED_OPERACIONAL' }): Promise<ReceivedPix>
  /** The payer's word on a recurrence of Pix Automático. */
  answerRecurrence(answer: { idRec: string; answer: 'authorise' | 'refuse' | 'revoke' }): Promise<void>
  /** Ends the attempt of one debit, or, with no txid, of all that are due on the bank's day. */
  settleDebits(debit?: { txid: string; outcome: 'paid' | 'no_funds' }): Promise<void>
  setFaults(faults: FaultWish): Promise<void>
  /** Lets held news go; resolves when each was delivered or refused once. */
  releaseWebhooks(order?: 'first' | 'last'): Promise<number>
}

/** A bank of its own for one test file, closed after its last test. Call it at the top level: `const bank = await localBank()`. With PIX_OPENAPI every exchange is held to the official file. */
export async function localBank({ clock }: { clock?: Clock } = {}): Promise<TestBank> {
  const folder = mkdtempSync(join(tmpdir(), 'repactua-bank-'))
  const official = await officialCheck()
  const bank = await openBank({ folder, kept: false, runsDays: false, pagePort: 0, apiPort: 0, ...(clock ? { clock } : {}), ...(official ? { watch: official.watch } : {}) })
  afterAll(async () => {
    await bank.close()
    rmSync(folder, { recursive: true })
    expect(official?.findings() ?? [], 'kept the official file').toEqual([])
  })
  const ask = <T>(method: string, path: string, body: unknown): Promise<T> => knob<T>(`${bank.pageUrl}${path}`, method, body)
  return {
    ...bank,
    door: {
      certificateFile: fileOf(folder, 'customerDoor', 'certificate'),
      keyFile: fileOf(folder, 'customerDoor', 'key'),
      clientCaFile: fileOf(folder, 'authority', 'certificate'),
    },
    openAccount: (wish) => ask('POST', '/local/accounts', wish),
    pay: (payment) => ask('POST', '/local/payments', payment),
    reverse: (reversal) => ask('POST', '/local/reversals', reversal),
    answerRecurrence: async (answer) => void (await ask('POST', '/local/recurrences', answer)),
    settleDebits: async (debit) => void (await ask('POST', '/local/debits', debit ?? {})),
    setFaults: async (faults) => void (await ask('PUT', '/local/faults', faults)),
    releaseWebhooks: async (order = 'first') => (await ask<{ released: number }>('POST', '/local/webhooks/release', { order })).released,
  }
}

async function knob<T>(url: string, method: string, body: unknown): Promise<T> {
  const response = await fetch(url, { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
  const answer = (await response.json()) as T & { refused?: string }
  if (!response.ok) throw new Error(answer.refused ?? JSON.stringify(answer))
  return answer
}
