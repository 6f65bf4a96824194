import type { TestMessageInput } from '@repactua/shared/contract/message-templates.ts'
import { recordChange } from '../../platform/audit/record-change.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { normalisePhone } from '../../platform/phone.ts'
import { creditorOf, type Work } from '../../platform/work.ts'
import { refuseRevoked } from '../creditors/index.ts'
import { refuseFindings } from './lint-text.ts'
import { inputOf, readText } from './read-texts.ts'
import { countTests, insertTest, lockTexts } from './templates.repository.ts'

const A_DAY = 20
const DAY_MS = 86_400_000

/** Wants a text sent, with invented values and marked as a test, to an address of the creditor's own people. Twenty in a day; never one that the rules refuse. */
export async function askTest(work: Work, shownId: string, { channel, to }: TestMessageInput): Promise<void> {
  await refuseRevoked(work)
  const creditorId = creditorOf(work)
  const text = await readText(work, shownId)
  refuseFindings(inputOf(text))
  if (!text.content[channel]) throw new AppError('message_template_without_channel')
  await lockTexts(work.tx, creditorId)
  await refuseSpent(work, creditorId)
  const test = { creditorId, id: work.newId(), template: shownId, channel, addressSealed: work.keys.seal(addressOf({ channel, to })), outcome: null, askedAt: work.clock.now() }
  await insertTest(work.tx, test)
  await work.jobs.send(work.tx, 'send-template-test', { creditorId, testId: test.id })
  await recordChange(work, { creditorId, type: 'message_template.test_asked', subject: shownId, data: { channel } })
}

async function refuseSpent({ tx, clock, limitsEnabled }: Work, creditorId: string): Promise<void> {
  const since = new Date(clock.now().getTime() - DAY_MS)
  if (limitsEnabled && (await countTests(tx, creditorId, since)) >= A_DAY) throw new AppError('template_tests_spent', { retryAfterSeconds: DAY_MS / 1_000 })
}

function addressOf({ channel, to }: TestMessageInput): string {
  if (channel === 'email') return to
  const phone = normalisePhone(to)
  if (phone === null) throw new AppError('invalid_phone', { errors: [{ pointer: '/to', code: 'invalid_phone', message: 'Este telefone não existe.' }] })
  return phone
}
