import { newCode } from '../../platform/crypto/secrets.ts'
import type { JobDesk } from '../../platform/jobs/job-desk.ts'
import type { Mail } from '../../platform/mail/mailer.ts'
import type { Work } from '../../platform/work.ts'
import { findPerson } from '../debtors/index.ts'
import { codeMac } from './code-mac.ts'
import { codeMail } from './code-mail.ts'
import { findChallenge, setCode, type ChallengeRecord } from './identity.repository.ts'
import { checkUsable } from './identity.rules.ts'

/**
 * The job `send-code`: makes a code and mails it to the address that most creditors agree on. Nothing happens for an unknown CPF
 * or a challenge that is over. Tried again after a failure, it makes a new code, since only the hash is kept.
 */
export async function sendCode({ platform, mailer }: Pick<JobDesk, 'platform' | 'mailer'>, data: { challengeId: string }): Promise<void> {
  const challenge = await platform.transact({ kind: 'system' }, { nobody: true }, (work) => findChallenge(work.tx, data.challengeId))
  if (!challenge || !checkUsable(challenge, platform.clock.now()).ok) return
  const mail = await platform.transact({ kind: 'system' }, { cpfIndex: challenge.cpfIndex }, (work) => makeCode(work, challenge))
  // After the commit, so that a code which arrives is a code that works.
  if (mail) await mailer.send(mail)
}

async function makeCode(work: Work, { id, cpfIndex, purpose }: ChallengeRecord): Promise<Mail | null> {
  const person = await findPerson(work, cpfIndex)
  if (!person?.email) return null
  const code = newCode()
  const isSet = await setCode(work.tx, id, { codeMac: codeMac(work.keys, id, code), channel: 'email' })
  return isSet ? codeMail(person.email, person.firstName, code, purpose) : null
}
