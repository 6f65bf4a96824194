import { Type } from 'typebox'
import { err, ok, type Result } from '../../../core/result.ts'
import type { Asked, Bank, BankFault } from './bank.ts'
import { readerOf } from './reader.ts'
import { send } from './send.ts'

/** One scope per resource, as the API's document names them. */
const SCOPES = 'cobv.write cobv.read pix.write pix.read webhook.write'
/** Those of Pix Automático, which not every bank has. */
const AUTOMATIC_SCOPES = 'payloadlocationrec.write rec.write rec.read cobr.write cobr.read'
/** A token this close to its end is not begun with any more. */
const EARLY_MS = 30_000

const readToken = readerOf(Type.Object({ access_token: Type.String({ minLength: 1, maxLength: 8_000 }), expires_in: Type.Integer({ minimum: 1 }) }))

interface Token {
  text: string
  endsAt: number
}

interface KeptToken {
  /** The account's last change: other credentials, another token. */
  version: number
  asked: Promise<Result<Token, BankFault>>
}

// One a creditor and process. What is kept is the promise, so that twenty charges at once ask for one token.
const kept = new Map<string, KeptToken>()

/** The access token for a bank, the one from before while it lives. */
export async function tokenFor(bank: Bank): Asked<string> {
  const token = (await fromBefore(bank)) ?? (await askAnew(bank))
  return token.ok ? ok(token.value.text) : token
}

/** The bank does not take the token any more. */
export function forgetToken({ account }: Bank): void {
  kept.delete(account.creditorId)
}

async function fromBefore({ account, now }: Bank): Promise<Result<Token, BankFault> | null> {
  const known = kept.get(account.creditorId)
  if (known?.version !== account.changedAt.getTime()) return null
  const token = await known.asked
  if (!token.ok || token.value.endsAt - EARLY_MS > now().getTime()) return token
  // Whoever finds it old first puts it away; the others find the next one in flight.
  if (kept.get(account.creditorId) === known) kept.delete(account.creditorId)
  return null
}

function askAnew(bank: Bank): Promise<Result<Token, BankFault>> {
  const { creditorId, changedAt } = bank.account
  const version = changedAt.getTime()
  const inFlight = kept.get(creditorId)
  if (inFlight?.version === version) return inFlight.asked
  const next: KeptToken = { version, asked: askForToken(bank) }
  kept.set(creditorId, next)
  void next.asked.then((token) => {
    if (!token.ok && kept.get(creditorId) === next) kept.delete(creditorId)
  })
  return next.asked
}

async function askForToken(bank: Bank): Asked<Token> {
  const { account, secrets, now } = bank
  const basic = Buffer.from(`${account.clientId}:${secrets.clientSecret}`).toString('base64')
  const answer = await send(bank, account.tokenUrl, {
    method: 'POST',
    headers: { authorization: `Basic ${basic}`, 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
    body: new URLSearchParams({ grant_type: 'client_credentials', scope: account.receiver ? `${SCOPES} ${AUTOMATIC_SCOPES}` : SCOPES }).toString(),
  })
  if (!answer.ok) return answer
  const token = readToken(answer.value.body)
  return token ? ok({ text: token.access_token, endsAt: now().getTime() + token.expires_in * 1_000 }) : err({ kind: 'silent', problem: 'unreadable token' })
}
