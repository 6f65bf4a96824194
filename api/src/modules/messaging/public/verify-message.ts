import type { MessageVerification } from '@repactua/shared/contract/message-checks.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import type { Work } from '../../../platform/work.ts'
import { findCreditor } from '../../creditors/index.ts'
import { showCode } from '../message-code.ts'
import { findByCode } from './codes.repository.ts'

/** The message that went out with a code: when, by what and for whom. One that has not gone out is not found. */
export async function verifyMessage(work: Work, code: string): Promise<MessageVerification> {
  const message = await findByCode(work.tx, code)
  if (!message?.sentAt || !message.channel) throw new AppError('not_found')
  const { legalName, tradeName, cnpj } = (await findCreditor(work.tx, message.creditorId))!
  return { code: showCode(code), creditor: { legalName, tradeName, cnpj }, channel: message.channel, sentAt: message.sentAt.toISOString() }
}
