import { txidFor } from '../../../core/pix/txid.ts'
import type { Platform } from '../../../platform/platform.ts'
import { findDebtor } from '../../debtors/index.ts'
import { findChargeByTxid } from '../../payments/index.ts'
import { codeOfCharge } from '../../pix-charges/index.ts'
import { addMessage } from '../add-message.ts'
import { lockThread, setThread } from '../threads.repository.ts'

const SYSTEM = { kind: 'system' } as const

/**
 * The job `send-pix-code`: a message that is the code and nothing else, to be copied by one touch. The bank is asked outside of
 * any transaction; where it says nothing, the code to the creditor's own key serves. Sent only while the person is still known.
 */
export async function sendPixCode(platform: Platform, asked: { creditorId: string; conversationId: string; debtorId: string; chargeId: string }): Promise<void> {
  const { creditorId, conversationId, debtorId, chargeId } = asked
  const person = await platform.transact(SYSTEM, { creditorId }, (work) => findDebtor(work, creditorId, debtorId))
  if (!person) return
  const code = await codeOfCharge(platform, person.cpfIndex, chargeId)
  await platform.transact(SYSTEM, { creditorId }, async (work) => {
    const thread = await lockThread(work.tx, { creditorId, id: conversationId })
    const text = (code.ok && code.value?.copyPaste) || (await findChargeByTxid(work.tx, creditorId, txidFor(chargeId)))?.copyPaste
    if (!thread || !text || thread.identifiedDebtorId !== debtorId) return
    await addMessage(work, thread, { author: 'machine', text })
    await setThread(work.tx, thread)
  })
}
