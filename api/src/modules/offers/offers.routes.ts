import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { IdOf } from '@repactua/shared/contract/common.ts'
import { MyOfferSheetInput, OfferSheet, OfferSheetInput, SheetInputsAnswer } from '@repactua/shared/contract/offers.ts'
import { perMinute } from '../../platform/http/limits.ts'
import { describe, IdempotencyHeaders } from '../../platform/http/openapi.ts'
import { runOnce } from '../../platform/http/run-once.ts'
import { transact } from '../../platform/http/transact.ts'
import { asClient, asDebtor } from '../../platform/http/who-asks.ts'
import { readId } from '../../platform/ids.ts'
import { findDebtsOfPerson, findMyDebts } from './find-debts.ts'
import { formOfferSheet } from './form-offer-sheet.ts'
import { readInputs } from './read-inputs.ts'
import { readSheet } from './read-sheet.ts'

const MY_TAG = 'Debtor: agreements'

// The bytes of the answer are the bytes of the stored document, whose SHA-256 is kept: nothing may reorder them.
const serializerCompiler = () => JSON.stringify

export const offerRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.post('/me/offer-sheets', {
    schema: {
      ...describe({ tag: MY_TAG, security: 'debtor', summary: 'See every way to pay some of my debts', description: 'All debts are of one creditor. Options come cheapest first; each lists the checks against the law that it passed.' }, { 201: OfferSheet }),
      headers: IdempotencyHeaders,
      body: MyOfferSheetInput,
    },
    config: perMinute(60),
    onRequest: asDebtor,
    serializerCompiler,
  }, (request, reply) => runOnce(request, reply, 201, async (work) => {
    const { debtIds, ...wishes } = request.body
    return formOfferSheet(work, { debts: await findMyDebts(work, debtIds.map(readId)), wishes })
  }))

  app.get('/me/offer-sheets/:id', {
    schema: {
      ...describe({ tag: MY_TAG, security: 'debtor', summary: 'Come back to a sheet of mine', description: 'Word for word as it was offered, after `expiresAt` too.' }, { 200: OfferSheet }),
      params: Type.Object({ id: IdOf('sheet') }),
    },
    onRequest: asDebtor,
    serializerCompiler,
  }, (request) => transact(request, (work) => readSheet(work, readId(request.params.id))))

  app.post('/offer-sheets', {
    schema: {
      ...describe({ tag: 'Offers', security: 'creditor', summary: 'Form a sheet for a person at the counter or on the phone', description: 'By CPF and the debts’ own ids; by the same engine as the person’s own page.' }, { 201: OfferSheet }),
      headers: IdempotencyHeaders,
      body: OfferSheetInput,
    },
    onRequest: asClient('offers:write'),
    serializerCompiler,
  }, (request, reply) => runOnce(request, reply, 201, async (work) => {
    const { cpf, debtExternalIds, ...wishes } = request.body
    return formOfferSheet(work, { debts: await findDebtsOfPerson(work, cpf, debtExternalIds), wishes })
  }))

  app.get('/offer-sheets/:id', {
    schema: {
      ...describe({ tag: 'Offers', security: 'creditor', summary: 'Read a sheet of a debtor of yours', description: 'Word for word as it was offered, by whichever door it was asked for.' }, { 200: OfferSheet }),
      params: Type.Object({ id: IdOf('sheet') }),
    },
    onRequest: asClient('offers:read'),
    serializerCompiler,
  }, (request) => transact(request, (work) => readSheet(work, readId(request.params.id))))

  app.get('/offer-sheets/:id/inputs', {
    schema: {
      ...describe({ tag: 'Offers', security: 'creditor', summary: 'Read what a sheet was made of', description: 'And whether it comes out the same, by its SHA-256, when it is written again. Never show it to the debtor: it holds the policy’s floors.' }, { 200: SheetInputsAnswer }),
      params: Type.Object({ id: IdOf('sheet') }),
    },
    config: perMinute(60),
    onRequest: asClient('offers:read'),
  }, (request) => transact(request, (work) => readInputs(work, readId(request.params.id))))
}
