import type { Bank } from '../bank.ts'
import type { ReceivedPix } from '../pix/received-pix.ts'
import { showPix } from '../pix/show-pix.ts'

/** Puts news of a Pix on its way; only a Pix with a txid, to a key whose holder asked for news. */
export function tellWebhook(bank: Bank, pix: ReceivedPix): void {
  const hook = bank.state.webhooks.find(({ chave, clientId }) => chave === pix.chave && clientId === pix.clientId)
  if (!hook || pix.txid === undefined) return
  sendNotice(bank, `${hook.webhookUrl}/pix`, { pix: [structuredClone(showPix(pix))] })
}

/** Puts news on its way as the faults of the day have it. */
export function sendNotice({ state, faults, clock, watch }: Bank, url: string, body: unknown): void {
  watch({ method: 'POST', path: `{webhook}/${url.split('/').at(-1) ?? ''}`, request: body, status: 200, answer: undefined })
  const { lost, copies, delayMs, held } = faults.webhooks
  if (lost) return
  const dueAt = new Date(clock.now().getTime() + delayMs).toISOString()
  for (let copy = 0; copy < copies; copy += 1) state.notices.push({ url, body, tries: 0, dueAt, held })
}
