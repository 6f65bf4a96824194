import { enterPerson } from '../../platform/db/transaction.ts'
import type { Work } from '../../platform/work.ts'
import type { Debtor } from '../debtors/index.ts'

/** The same transaction through the eyes of somebody who has shown in the thread who they are. */
export async function asPerson(work: Work, { cpfIndex }: Debtor): Promise<Work> {
  await enterPerson(work.tx, cpfIndex)
  return { ...work, actor: { kind: 'debtor', cpfIndex } }
}
