import type { CounterOffers } from '@repactua/shared/contract/policies.ts'
import type { MyProposal, Proposal, ProposalDecisionInput, ProposalInput } from '@repactua/shared/contract/proposals.ts'
import { createClient } from '@repactua/api/modules/creditors/create-client.ts'
import { showId } from '@repactua/api/platform/ids.ts'
import type { TestApp } from '../support/app.ts'
import type { Situation } from './agreement.ts'
import { makeCreditor, type TestCreditor } from './creditor.ts'
import { makeDebt } from './debt.ts'
import { personInput, signInWithCode } from './person.ts'
import { grant, publishPolicy, rule } from './policy.ts'

/** Taken from 70 % of the balance on at 1 % a month, reviewed from 50 % on, at most 30 payments. */
export const FLOORS: CounterOffers = { monthlyDiscountRateBps: 100, leastPresentValueBps: 7_000, reviewPresentValueBps: 5_000, mostCount: 30, reviewDays: 3 }

/** A creditor that takes offers, and a person who owes it R$ 1.083,23 and has signed in. */
export async function bargain(test: TestApp, floors: CounterOffers = FLOORS): Promise<Situation> {
  const creditor = await makeCreditor(test)
  await publishPolicy(test, creditor, { rules: [rule({ grant: grant({ counterOffers: floors }) })] })
  return debtorOf(test, creditor)
}

/** Another person who owes that creditor the same. */
export async function debtorOf(test: TestApp, creditor: TestCreditor): Promise<Situation> {
  const debtor = personInput({ name: 'Marina Exemplo' })
  const debt = await makeDebt(test, creditor, { debtor })
  return { creditor, cpf: debtor.cpf, debt, cookie: await signInWithCode(test, debtor.cpf) }
}

/** What one does with offers over HTTP. Each call asks for its status. */
export function proposalsOf({ http, platform }: TestApp) {
  return {
    async propose({ cookie, debt }: Pick<Situation, 'cookie' | 'debt'>, wish: Partial<ProposalInput>, status = 201): Promise<MyProposal> {
      return (await http.post('/v1/me/proposals').set('cookie', cookie).send({ debtIds: [debt.id], ...wish }).expect(status)).body as MyProposal
    },
    async mine({ cookie }: Pick<Situation, 'cookie'>, id: string, status = 200): Promise<MyProposal> {
      return (await http.get(`/v1/me/proposals/${id}`).set('cookie', cookie).expect(status)).body as MyProposal
    },
    async seen({ creditor }: Pick<Situation, 'creditor'>, id: string, status = 200): Promise<Proposal> {
      return (await http.get(`/v1/proposals/${id}`).set('authorization', creditor.bearer).expect(status)).body as Proposal
    },
    async decide(bearer: string, id: string, body: ProposalDecisionInput, status = 200): Promise<Proposal> {
      return (await http.post(`/v1/proposals/${id}/decision`).set('authorization', bearer).send(body).expect(status)).body as Proposal
    },
    /** Another client of the same creditor. */
    async secondClient({ creditorId }: TestCreditor): Promise<string> {
      const client = await platform.transact({ kind: 'system' }, { creditorId }, (work) => createClient(work, { creditorId, name: 'second', scopes: ['proposals:read', 'proposals:write'] }))
      const token = await http.post('/v1/oauth/token').auth(showId('client', client.id), client.secret).type('form').send({ grant_type: 'client_credentials' }).expect(200)
      return `Bearer ${token.body.access_token as string}`
    },
  }
}
