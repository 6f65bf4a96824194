import { recordChange } from '../../platform/audit/record-change.ts'
import type { JobDesk } from '../../platform/jobs/job-desk.ts'
import type { Work } from '../../platform/work.ts'
import { carrierFor, type ChannelContent } from '../channels/index.ts'
import type { MessageValues } from './message-template.ts'
import { markAsTest } from './mark-as-test.rules.ts'
import { sampleFor, sampleOf } from './preview-text.ts'
import { findNamed } from './read-texts.ts'
import { endTest, findTest, type TestRecord } from './templates.repository.ts'

const SYSTEM = { kind: 'system' } as const

interface Letter {
  test: TestRecord
  to: string
  content: ChannelContent[TestRecord['channel']]
}

/** The job `send-template-test`. A provider that is busy or down is asked again by the queue; the test keeps its id, by which a provider that can tell takes it once. */
export async function sendTest(desk: Pick<JobDesk, 'platform' | 'mailer'>, { creditorId, testId }: { creditorId: string; testId: string }): Promise<void> {
  const { platform } = desk
  const letter = await platform.transact(SYSTEM, { creditorId }, (work) => writeTest(work, { creditorId, testId, publicUrl: platform.publicUrl }))
  if (!letter) return
  const outcome = await handOver(desk, letter)
  await platform.transact(SYSTEM, { creditorId }, async (work) => {
    await endTest(work.tx, letter.test, outcome)
    const { template, channel } = letter.test
    await recordChange(work, { creditorId, type: 'message_template.tested', subject: template, data: { channel, outcome } })
  })
}

async function writeTest(work: Work, { creditorId, testId, publicUrl }: { creditorId: string; testId: string; publicUrl: string }): Promise<Letter | null> {
  const test = await findTest(work.tx, creditorId, testId)
  const text = test && (await findNamed(work, creditorId, test.template))
  if (!test?.addressSealed || !text) return null
  const values: MessageValues = await sampleFor(work, text, { creditorId, publicUrl })
  return { test, to: work.keys.open(test.addressSealed), content: markAsTest(test.channel, sampleOf(text, test.channel, values)) }
}

async function handOver(desk: Pick<JobDesk, 'platform' | 'mailer'>, { test, to, content }: Letter): Promise<NonNullable<TestRecord['outcome']>> {
  const open = await carrierFor(desk, test.creditorId, test.channel)
  if (!open) return 'no_account'
  const { kind } = await open.carrier.send({ attemptId: test.id, to, content })
  if (kind === 'busy' || kind === 'down') throw new Error(`a test was not sent: the provider is ${kind}`)
  return kind
}
