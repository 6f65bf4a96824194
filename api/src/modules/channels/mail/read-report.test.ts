import { expect, test } from 'vitest'
import { messageIdOf } from './message-id.ts'
import { readReport } from './read-report.ts'

const trace = { creditorId: '0192f3c1-8a5e-7c3d-9b1e-2f6a7c8d9e0f', attemptId: '0192f3c1-8a5e-7c3d-9b1e-2f6a7c8d9e10' }
const receivedAt = new Date('2026-11-21T15:00:00Z')
const id = messageIdOf(trace)

interface Wish {
  action?: string
  status?: string
  envelopeId?: string
  original?: string
  type?: string
}

// After the example of RFC 3464, appendix E.1.
function dsn({ action = 'failed', status = '5.1.1', envelopeId = '', original = `Message-ID: <${id}>`, type = 'text/rfc822-headers' }: Wish = {}): string {
  return [
    'Date: Sat, 21 Nov 2026 11:58:00 -0300', 'From: Mail Delivery Subsystem <MAILER-DAEMON@mx.exemplo.test>', 'Subject: Returned mail: User unknown', 'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status;', '      boundary="RAA14128.773615765/mx.exemplo.test"', '',
    '--RAA14128.773615765/mx.exemplo.test', '', '   ----- The following addresses had delivery problems -----', '',
    '--RAA14128.773615765/mx.exemplo.test', 'content-type: message/delivery-status', '',
    'Reporting-MTA: dns; mx.exemplo.test', ...(envelopeId ? [`Original-Envelope-Id: ${envelopeId}`] : []), '',
    'Final-Recipient: RFC822;ana@exemplo.test', `Action: ${action}`, `Status: ${status}`, 'Diagnostic-Code: smtp;550 5.1.1 <ana@exemplo.test>... User unknown', '',
    '--RAA14128.773615765/mx.exemplo.test', `content-type: ${type}`, '', 'From: Lojas Aurora <a@exemplo.test>', original, 'Subject: Uma novidade', '',
    '--RAA14128.773615765/mx.exemplo.test--', '',
  ].join('\r\n')
}

const read = (text: string) => readReport(text, receivedAt)

test('a mailbox that is not there bounces', () => {
  expect(read(dsn())).toEqual({ trace, receipt: { attemptId: trace.attemptId, providerMessageId: id, kind: 'bounced', reason: 'dsn_5.1.1', at: new Date('2026-11-21T14:58:00Z') } })
})

test.each([
  ['a full mailbox fails this time', { status: '5.2.2' }, 'failed'],
  ['given up after days, too', { status: '4.4.7' }, 'failed'],
  ['a mailbox that is closed bounces', { status: '5.2.1' }, 'bounced'],
  ['delivered', { action: 'delivered', status: '2.0.0' }, 'delivered'],
  ['named by its envelope alone', { original: 'X-None: 1', envelopeId: id }, 'bounced'],
  ['the whole mail comes back', { type: 'message/rfc822' }, 'bounced'],
  ['folded names', { original: `MESSAGE-ID:\r\n <${id}>` }, 'bounced'],
])('%s', (_name, wish, kind) => expect(read(dsn(wish))?.receipt.kind).toBe(kind))

test.each([
  ['a delay is no news', dsn({ action: 'delayed', status: '4.4.1' })],
  ['another house’s mail', dsn({ original: 'Message-ID: <x@y.exemplo.test>' })],
  ['a person’s own answer', `From: ana@exemplo.test\r\nIn-Reply-To: <${id}>\r\n\r\nOlá`],
  ['a mail that quotes a Message-ID of ours in its words', `Content-Type: text/plain\r\n\r\nMessage-ID: <${id}>`],
  ['cut off', dsn().slice(0, 420)],
  ['nothing', ''],
  ['rubbish', '\u0000\u0001--\r\n\r\n--'],
])('%s', (_name, text) => expect(read(text)).toBeNull())

// After the example of RFC 5965, appendix B.1.
test('a complaint', () => {
  const report = [
    'From: <abusedesk@exemplo.test>', 'Date: Thu, 8 Mar 2035 17:40:36 EDT', 'MIME-Version: 1.0', 'Content-Type: multipart/report; report-type=feedback-report; boundary="part1_13d.2e68ed54_boundary"', '',
    '--part1_13d.2e68ed54_boundary', 'Content-Type: text/plain; charset="US-ASCII"', '', 'This is an email abuse report.', '',
    '--part1_13d.2e68ed54_boundary', 'Content-Type: message/feedback-report', '', 'Feedback-Type: abuse', 'User-Agent: SomeGenerator/1.0', 'Version: 1', '',
    '--part1_13d.2e68ed54_boundary', 'Content-Type: message/rfc822', 'Content-Transfer-Encoding: base64', '', Buffer.from(`From: <a@exemplo.test>\r\nMessage-ID: <${id}>\r\n\r\nOlá`).toString('base64'), '',
    '--part1_13d.2e68ed54_boundary--',
  ]
  expect(read(report.join('\n'))?.receipt).toMatchObject({ kind: 'complained', reason: 'feedback_abuse', attemptId: trace.attemptId, at: receivedAt })
  expect(read(report.join('\n').replace('abuse\n', 'not-spam\n'))).toBeNull()
})
