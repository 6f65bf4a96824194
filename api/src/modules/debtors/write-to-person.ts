import type { JobDesk } from '../../platform/jobs/job-desk.ts'
import { quietMail, type QuietWords } from '../../platform/mail/quiet-mail.ts'
import { findPerson } from './find-person.ts'

/** Writes a quiet mail to a person, at the address that their codes go to; to nobody where there is none. */
export async function writeToPerson({ platform, mailer }: Pick<JobDesk, 'platform' | 'mailer'>, cpfIndex: Buffer, words: QuietWords): Promise<void> {
  const person = await platform.transact({ kind: 'system' }, { cpfIndex }, (work) => findPerson(work, cpfIndex))
  if (person?.email) await mailer.send(quietMail({ email: person.email, firstName: person.firstName }, words))
}
