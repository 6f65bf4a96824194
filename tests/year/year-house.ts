import { createHmac } from 'node:crypto'
import pg from 'pg'
import { carrierFor, type OpenCarrier } from '@repactua/api/modules/channels/index.ts'
import { sendDue } from '@repactua/api/modules/messaging/index.ts'
import { readCarrierNews } from '@repactua/api/read-carrier-news.ts'
import { stillWanted } from '@repactua/api/still-wanted.ts'
import { createLogger } from '@repactua/api/platform/log/logger.ts'
import { createSmtpMailer } from '@repactua/api/platform/mail/mailer.ts'
import type { Platform } from '@repactua/api/platform/platform.ts'
import { CREDITOR_SLUGS, DEMO_CREDITORS, type CreditorSlug } from '../../scripts/demo/creditors.ts'
import { DEMO_POLICIES } from '../../scripts/demo/policies.ts'
import { seededRandom, type Random } from '../../scripts/demo/random.ts'
import { makeCreditor, type TestCreditor } from '../builders/creditor.ts'
import { fileOf, importsOf } from '../builders/debt-import.ts'
import { publishPolicy } from '../builders/policy.ts'
import type { TestApp } from '../support/app.ts'
import { FAIR, type Taken, type Weather } from './carriers/carrier-log.ts'
import { startMailCarrier } from './carriers/mail-carrier.ts'
import { ACCOUNT_SID, AUTH_TOKEN, startSmsCarrier, type SmsCarrier } from './carriers/sms-carrier.ts'
import { gatherCast, type Cast } from './cast.ts'
import type { Scene } from './happenings.ts'

/** The demo's creditors with their portfolios, rulers and carriers, in an application whose clock a year moves. */
export interface YearHouse {
  test: TestApp
  random: Random
  cast: Cast
  scene: Scene
  creditors: ReadonlyMap<CreditorSlug, TestCreditor>
  /** What the carriers took. */
  log: Taken[]
  owner: pg.Client
  /** A round of sending by a worker with this platform. */
  sendDue(platform: Platform): Promise<number>
  /** Carriers tell of what they took since the last time, some of it twice. */
  bringReceipts(): Promise<void>
  close(): Promise<void>
}

export async function openYearHouse(test: TestApp, { people, seed, weather = FAIR }: { people: number; seed: number; weather?: Weather }): Promise<YearHouse> {
  const random = seededRandom(seed)
  const cast = gatherCast(test.clock.today(), people)
  const log: Taken[] = []
  const [sms, mails] = await Promise.all([startSmsCarrier, startMailCarrier].map((start) => start({ log, clock: test.clock, random, weather }))) as [SmsCarrier, Awaited<ReturnType<typeof startMailCarrier>>]
  const creditors = new Map<CreditorSlug, TestCreditor>()
  for (const slug of CREDITOR_SLUGS) creditors.set(slug, await settle(test, slug, cast, sms))
  const owner = new pg.Client({ connectionString: test.db.ownerUrl })
  await owner.connect()
  const [mailer, logger] = [createSmtpMailer(mails.url, 'Repactua <repactua@exemplo.test>'), createLogger('silent')]
  return {
    test, random, cast, creditors, log, owner,
    scene: { test, cast, creditors, random, stops: [] },
    sendDue: (platform) => sendDue({ platform, logger, stillWanted, carrierFor: async (creditorId, channel) => atOnce(await carrierFor({ platform, mailer }, creditorId, channel)) }),
    async bringReceipts() {
      await bringReceipts(test, sms, random)
      const { rows } = await owner.query<{ creditorId: string; newsId: string }>('select creditor_id as "creditorId", id as "newsId" from carrier_news where read_at is null')
      for (const news of rows) await readCarrierNews(test.platform, news)
    },
    async close() {
      mailer.close()
      mails.close()
      sms.close()
      await owner.end()
    },
  }
}

// A place on a line is waited for by the clock on the wall, which a year has no time for.
function atOnce(open: OpenCarrier | null): OpenCarrier | null {
  return open && { ...open, ratePerSecond: 1_000_000 }
}

async function settle(test: TestApp, slug: CreditorSlug, cast: Cast, sms: SmsCarrier): Promise<TestCreditor> {
  const creditor = await makeCreditor(test, DEMO_CREDITORS[slug].input)
  const ask = (method: 'post' | 'put', path: string, body: object = {}) => test.http[method](`/v1${path}`).set('authorization', creditor.bearer).send(body)
  await publishPolicy(test, creditor, DEMO_POLICIES[slug])
  const { accepted } = await importsOf(test).importFile(creditor, fileOf(cast.lines.get(slug)!))
  if (accepted !== cast.lines.get(slug)!.length) throw new Error(`${slug}: only ${accepted} debts`)
  await ask('put', '/channel-accounts/sms', { provider: 'twilio', accountSid: ACCOUNT_SID, authToken: AUTH_TOKEN, sender: '+5511900000000', baseUrl: sms.url, ratePerSecond: 1_000 }).expect(200)
  const { body: ruler } = await ask('post', '/rulers', { code: 'padrao', name: 'Régua padrão' }).expect(201)
  await ask('post', `/rulers/${ruler.id}/publication`).expect(200)
  return creditor
}

async function bringReceipts(test: TestApp, { receipts }: SmsCarrier, random: Random): Promise<void> {
  for (const { callbackUrl, sid, to } of receipts.splice(0)) {
    for (const status of random.fraction() < 0.1 ? ['sent', 'delivered', 'delivered'] : ['delivered']) {
      const form = { MessageSid: sid, MessageStatus: status, To: to, AccountSid: ACCOUNT_SID }
      const { pathname, search } = new URL(callbackUrl)
      await test.http.post(`${pathname}${search}`).set('x-twilio-signature', signatureOf(callbackUrl, form)).type('form').send(form).expect(200)
    }
  }
}

// https://www.twilio.com/docs/usage/security#validating-requests
function signatureOf(url: string, form: Record<string, string>): string {
  const fields = Object.entries(form).sort(([a], [b]) => (a < b ? -1 : 1)).flat().join('')
  return createHmac('sha1', AUTH_TOKEN).update(url + fields).digest('base64')
}
