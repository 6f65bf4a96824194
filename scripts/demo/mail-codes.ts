import { setTimeout as pause } from 'node:timers/promises'
import { callJson } from './call-api.ts'

const POLL_MS = 200
const PATIENCE_MS = 60_000

interface CaughtMail {
  id: string
  to: { address: string }[]
  text?: string
}

/** Runs an act that sends a code and gives the six digits out of the mail that follows, read from the catcher (maildev's REST). */
export async function codeMailedBy<T>(mailUrl: string, address: string, act: () => Promise<T>): Promise<{ answer: T; code: string }> {
  const before = new Set((await mailsTo(mailUrl, address)).map(({ id }) => id))
  const answer = await act()
  const patience = performance.now() + PATIENCE_MS
  for (;;) {
    const fresh = (await mailsTo(mailUrl, address)).filter(({ id }) => !before.has(id))
    const code = fresh.map(({ text }) => /\b\d{6}\b/.exec(text ?? '')?.[0]).find((digits) => digits !== undefined)
    if (code) return { answer, code }
    if (performance.now() > patience) throw new Error(`no mail with a code reached ${address} within ${PATIENCE_MS / 1_000} s`)
    await pause(POLL_MS)
  }
}

async function mailsTo(mailUrl: string, address: string): Promise<CaughtMail[]> {
  const { body } = await callJson<CaughtMail[]>('GET', `${mailUrl}/email`)
  return body.filter(({ to }) => to.some((one) => one.address === address))
}
