import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { ListOf } from '@repactua/shared/contract/common.ts'
import { Debt, DebtInput, DebtLookup, DebtLookupAnswer, DebtQuery, ExternalId, MyDebts, WithdrawalInput } from '@repactua/shared/contract/debts.ts'
import { describe, IdempotencyHeaders } from '../../platform/http/openapi.ts'
import { runOnce } from '../../platform/http/run-once.ts'
import { transact } from '../../platform/http/transact.ts'
import { asClient, asDebtor } from '../../platform/http/who-asks.ts'
import { debtImportRoutes } from './imports/debt-imports.routes.ts'
import { presentDebt, presentFound, presentMyDebts } from './debts.presenter.ts'
import { holdRoutes } from './holds/holds.routes.ts'
import { listMyDebts } from './list-my-debts.ts'
import { lookUpDebts } from './look-up-debts.ts'
import { protestRoutes } from './protests/protests.routes.ts'
import { putDebt } from './put-debt.ts'
import { readDebt, readDebts } from './read-debts.ts'
import { withdrawDebt } from './withdraw-debt.ts'

const tag = 'Debts'
const security = 'creditor'
const params = Type.Object({ externalId: ExternalId })

export const debtRoutes: FastifyPluginAsyncTypebox = async (app) => {
  await app.register(holdRoutes)

  app.put('/debts/:externalId', {
    schema: {
      ...describe({ tag, security, summary: 'Put a debt and its debtor in, or bring them up to date', description: '201 for a new debt, 200 otherwise. Content that is the same changes nothing. Charges above the law are refused with the article and its limit in `errors`. `interestMethod: legal` with a rate of zero is for contracts that say nothing of interest (CC 406); `compound` is for financial creditors, `correctionIndex` for the others, and Selic goes with no other interest. `contractInterest` is the price of the credit until the due date (a bank’s may go on after it), `collectionFees` are for creditors that are no banks and need their clause and the work done, `imputationOrder` names all six kinds once, `specialLaw` lifts the limit of a bank’s default interest, and `legalInterestHistory` says what legal interest was before 30 August 2024. Interest of shops and services may come to twice the legal rate of the month. A balance that waits for an official index is marked `missingIndex` and stands as of its `asOf`. `interruption` tells what had the term of the claim begin again (CC 202), for a lawsuit with the day of the act itself: once in a debt’s life, from the due date on and before the term ended; product and due date rest with it. Once a debt is in an agreement, settled or withdrawn, another product, amount, due date or charge is refused. People sign in by the `email` given here: without one they get no code.' }, { 200: Debt, 201: Debt }),
      params,
      body: DebtInput,
    },
    onRequest: asClient('debts:write'),
  }, (request, reply) => transact(request, async (work) => {
    const { debt, created } = await putDebt(work, request.params.externalId, request.body)
    void reply.status(created ? 201 : 200)
    return presentDebt(debt, work.today)
  }))

  app.get('/debts', {
    schema: { ...describe({ tag, security, summary: 'List debts, newest first' }, { 200: ListOf(Debt) }), querystring: DebtQuery },
    onRequest: asClient('debts:read'),
  }, (request) => transact(request, async (work) => {
    const { rows, nextCursor } = await readDebts(work, request.query)
    return { data: rows.map((debt) => presentDebt(debt, work.today)), nextCursor }
  }))

  app.get('/debts/:externalId', {
    schema: { ...describe({ tag, security, summary: 'Read a debt with its balance of today' }, { 200: Debt }), params },
    onRequest: asClient('debts:read'),
  }, (request) => transact(request, async (work) => presentDebt(await readDebt(work, request.params.externalId), work.today)))

  app.post('/debts/:externalId/withdrawal', {
    schema: {
      ...describe({ tag, security, summary: 'Take a debt out of collection', description: 'For good: paid elsewhere, sold, an error, in court. The same withdrawal again answers the same.' }, { 200: Debt }),
      headers: IdempotencyHeaders,
      params,
      body: WithdrawalInput,
    },
    onRequest: asClient('debts:write'),
  }, (request, reply) => runOnce(request, reply, 200, async (work) => presentDebt(await withdrawDebt(work, request.params.externalId, request.body), work.today)))

  app.post('/debt-lookups', {
    schema: {
      ...describe({ tag, security, summary: 'Find the debts of a CPF', description: 'The CPF travels in the body, so that no log keeps it. Nobody found: `debtor` is null.' }, { 200: DebtLookupAnswer }),
      body: DebtLookup,
    },
    onRequest: asClient('debts:read'),
  }, (request) => transact(request, async (work) => presentFound(await lookUpDebts(work, request.body.cpf), work.today)))

  app.get('/me/debts', {
    schema: describe({ tag: 'Debtor: debts', security: 'debtor', summary: 'What I owe, at all creditors, and why', description: 'Open debts, paused ones (`disputed`, `on_hold`) and those in an agreement. `totalCents` sums the open ones. Where a creditor shows them, debts whose term is over come last with `barred: true`, outside the sum: nobody may collect them, and paying is voluntary.' }, { 200: MyDebts }),
    onRequest: asDebtor,
  }, (request) => transact(request, async (work) => presentMyDebts(await listMyDebts(work), work.today)))

  await app.register(protestRoutes)
  await app.register(debtImportRoutes)
}
