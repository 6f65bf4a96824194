import type { WhatsappTemplateInput } from '@repactua/shared/contract/channels.ts'
import type { FieldError } from '@repactua/shared/errors/problem.ts'
import { recordChange } from '../../platform/audit/record-change.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { showId } from '../../platform/ids.ts'
import { creditorOf, type Work } from '../../platform/work.ts'
import { refuseRevoked } from '../creditors/index.ts'
import { findAccount, type ChannelAccountRecord } from './accounts.repository.ts'
import { findTemplate, findTemplates, putTemplate, type TemplateRecord } from './templates.repository.ts'

/** Wants a text approved that conversations may begin with. At Meta a job submits it; elsewhere the creditor names the one that was approved in the provider's console. Sent again it is reviewed anew. */
export async function submitTemplate(work: Work, input: WhatsappTemplateInput): Promise<TemplateRecord> {
  await refuseRevoked(work)
  const creditorId = creditorOf(work)
  const account = await findAccount(work.tx, creditorId, 'whatsapp')
  if (!account) throw new AppError('whatsapp_account_missing')
  refuseWrong(account, input)
  const { providerTemplateId = null, fields = [], ...text } = input
  const isMeta = account.provider === 'meta'
  const now = work.clock.now()
  const standing = await findTemplate(work.tx, { creditorId, ...text })
  const template: TemplateRecord = { creditorId, ...text, fields, providerId: providerTemplateId, status: isMeta ? 'waiting' : 'approved', reason: null, toldAt: null, createdAt: standing?.createdAt ?? now, changedAt: now }
  await putTemplate(work.tx, template)
  if (isMeta) await work.jobs.send(work.tx, 'submit-whatsapp-template', { creditorId, name: text.name, language: text.language })
  await recordChange(work, { creditorId, type: 'whatsapp_template.submitted', subject: showId('creditor', creditorId), data: { name: text.name, language: text.language, category: text.category } })
  return template
}

/** Every template of the creditor, by name. */
export function listTemplates(work: Work): Promise<TemplateRecord[]> {
  return findTemplates(work.tx, creditorOf(work))
}

function refuseWrong({ provider }: ChannelAccountRecord, { body, examples, providerTemplateId, fields = [] }: WhatsappTemplateInput): void {
  const places = [...new Set([...body.matchAll(/\{\{(\d{1,2})\}\}/g)].map((found) => Number(found[1])))].sort((a, b) => a - b)
  const errors = [
    places.every((place, index) => place === index + 1) ? null : finding('/body', 'Numere os lugares em ordem, a partir de {{1}}.'),
    examples.length === places.length ? null : finding('/examples', 'Dê um exemplo para cada lugar do texto.'),
    fields.length === 0 || fields.length === places.length ? null : finding('/fields', 'Dê um nome para cada lugar do texto.'),
    (providerTemplateId === undefined) === (provider === 'meta') ? null : finding('/providerTemplateId', provider === 'meta' ? 'Na Meta o modelo é enviado daqui, sem código.' : 'Informe o código do modelo aprovado no provedor.'),
  ].filter((one) => one !== null)
  if (errors.length > 0) throw new AppError('whatsapp_template_invalid', { errors })
}

function finding(pointer: string, message: string): FieldError {
  return { pointer, code: 'wrong_format', message }
}
