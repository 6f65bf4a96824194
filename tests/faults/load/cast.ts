import { makeCreditor, type TestCreditor } from '../../builders/creditor.ts'
import { makeDebt } from '../../builders/debt.ts'
import { signedAgreement, type Situation } from '../../builders/agreement.ts'
import { personInput, signInWithCode } from '../../builders/person.ts'
import { band, grant, publishPolicy, rule } from '../../builders/policy.ts'
import type { FaultHouse } from '../house/fault-house.ts'

/** Who takes part in the load. */
export interface Cast {
  creditor: TestCreditor
  /** Ids of signed agreements, large enough that no load pays them off. */
  agreementIds: string[]
  /** People with an open debt who form, sign and lose agreements, each with their address. */
  people: (Situation & { email: string })[]
}

const GREAT_DEBT_CENTS = 50_000_000

/** Makes the cast over HTTP, before any worker runs: codes are read where they are made. */
export async function gatherCast({ test }: FaultHouse, { agreements = 3, people = 3 } = {}): Promise<Cast> {
  const creditor = await makeCreditor(test)
  const bands = [band(2, 12, { leastInstallmentCents: 100 })]
  await publishPolicy(test, creditor, { rules: [rule({ grant: grant({ installments: bands, withdrawalDays: 7 }) })] })
  const arrive = async () => {
    const debtor = personInput({ name: 'Marina Exemplo' })
    const debt = await makeDebt(test, creditor, { debtor, principalCents: GREAT_DEBT_CENTS })
    return { creditor, cpf: debtor.cpf, email: debtor.email!, debt, cookie: await signInWithCode(test, debtor.cpf) }
  }
  const cast: Cast = { creditor, agreementIds: [], people: [] }
  for (let i = 0; i < agreements; i += 1) cast.agreementIds.push((await signedAgreement(test, await arrive())).id)
  for (let i = 0; i < people; i += 1) cast.people.push(await arrive())
  return cast
}
