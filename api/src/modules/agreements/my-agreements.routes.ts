import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply } from 'fastify'
import { Type } from 'typebox'
import { Agreement, AgreementQuery, MyAgreementInput, SignatureInput } from '@repactua/shared/contract/agreements.ts'
import { Closed, IdOf, ListOf } from '@repactua/shared/contract/common.ts'
import { Challenge } from '@repactua/shared/contract/identity.ts'

import { describe, IdempotencyHeaders } from '../../platform/http/openapi.ts'
import { perMinute } from '../../platform/http/limits.ts'
import { runOnce } from '../../platform/http/run-once.ts'
import { transact } from '../../platform/http/transact.ts'
import { asDebtor, debtorOf } from '../../platform/http/who-asks.ts'
import { readId } from '../../platform/ids.ts'
import { presentAgreement } from './agreements.presenter.ts'
import { askForSignature } from './ask-for-signature.ts'
import { formAgreement } from './form-agreement.ts'
import { listAgreements } from './list-agreements.ts'
import { loadAgreement } from './load-agreement.ts'
import { printDischarge, printProtestConsent, printTerm } from './papers/print-papers.ts'
import { signAgreement } from './sign-agreement.ts'
import { withdrawAgreement } from './withdrawal/withdraw-agreement.ts'

const TAG = { tag: 'Debtor: agreements', security: 'debtor' } as const
const params = Closed({ id: IdOf('agreement') })
const Pdf = Type.Unsafe<Buffer>({ type: 'string', format: 'binary' })

/** The debtor's own agreements: formed from an offer, signed by code, kept as papers. */
export const myAgreementRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.addHook('onRequest', asDebtor)
  const now = () => app.platform.clock.now()

  app.post('/me/agreements', {
    schema: { ...describe({ ...TAG, summary: 'Form an agreement from an offer and get its exact term', description: 'A voluntary sheet, of debts whose term is over, takes `voluntaryConsent: true`, given in a step of its own; its words stand in the term.' }, { 201: Agreement }), headers: IdempotencyHeaders, body: MyAgreementInput },
  }, (request, reply) => runOnce(request, reply, 201, async (work) => {
    const { offerSheetId, optionId, voluntaryConsent } = request.body
    return presentAgreement(await formAgreement(work, { sheetId: readId(offerSheetId), optionId, voluntaryConsent }), now())
  }))

  app.get('/me/agreements', {
    schema: { ...describe({ ...TAG, summary: 'My agreements, newest first' }, { 200: ListOf(Agreement) }), querystring: AgreementQuery },
  }, async (request) => {
    const { agreements, nextCursor } = await transact(request, (work) => listAgreements(work, request.query))
    return { data: agreements.map((whole) => presentAgreement(whole, now())), nextCursor }
  })

  app.get('/me/agreements/:id', {
    schema: { ...describe({ ...TAG, summary: 'One of my agreements' }, { 200: Agreement }), params },
  }, async (request) => presentAgreement(await transact(request, (work) => loadAgreement(work, readId(request.params.id))), now()))

  app.post('/me/agreements/:id/signature-challenges', {
    schema: { ...describe({ ...TAG, summary: 'Send a code that signs this term' }, { 202: Challenge }), headers: IdempotencyHeaders, params },
    config: perMinute(20),
  }, (request, reply) => runOnce(request, reply, 202, (work) =>
    askForSignature(work, { agreementId: readId(request.params.id), address: request.ip })))

  app.post('/me/agreements/:id/signature', {
    schema: { ...describe({ ...TAG, summary: 'Sign the term with the code', description: 'A second click with the same code answers the signed agreement.' }, { 200: Agreement }), params, body: SignatureInput },
    config: perMinute(30),
  }, async (request) => {
    const from = { address: request.ip, userAgent: (request.headers['user-agent'] ?? '').slice(0, 300) }
    const ask = { cpfIndex: debtorOf(request), agreementId: readId(request.params.id), signature: request.body, from }
    return presentAgreement(await signAgreement(app.platform, ask), now())
  })

  app.post('/me/agreements/:id/withdrawal', {
    schema: {
      ...describe({ ...TAG, summary: 'Undo my agreement within its days', description: 'At no cost (CDC 49): the debts are as before, and what was paid is due back at once. Twice answers the same.' }, { 200: Agreement }),
      headers: IdempotencyHeaders, params,
    },
  }, (request, reply) => runOnce(request, reply, 200, async (work) => presentAgreement(await withdrawAgreement(work, readId(request.params.id)), now())))

  app.get('/me/agreements/:id/term.pdf', {
    schema: { ...describe({ ...TAG, summary: 'The term as a PDF' }, { 200: Pdf }), produces: ['application/pdf'], params },
  }, async (request, reply) => sendPdf(reply, 'termo-do-acordo', await transact(request, (work) => printTerm(work, readId(request.params.id), app.publicUrl))))

  app.get('/me/agreements/:id/discharge.pdf', {
    schema: { ...describe({ ...TAG, summary: 'The discharge letter as a PDF' }, { 200: Pdf }), produces: ['application/pdf'], params },
  }, async (request, reply) => sendPdf(reply, 'carta-de-quitacao', await transact(request, (work) => printDischarge(work, readId(request.params.id), app.publicUrl))))

  app.get('/me/agreements/:id/protest-consent.pdf', {
    schema: { ...describe({ ...TAG, summary: 'The letter of consent for cancelling a protest, as a PDF', description: 'Once all is paid, where a debt was protested (Lei 9.492/97, art. 26). `can.protestConsent` says whether there is one.' }, { 200: Pdf }), produces: ['application/pdf'], params },
  }, async (request, reply) => sendPdf(reply, 'carta-de-anuencia', await transact(request, (work) => printProtestConsent(work, readId(request.params.id), app.publicUrl))))
}

function sendPdf(reply: FastifyReply, name: string, bytes: Buffer): FastifyReply {
  return reply.type('application/pdf').header('content-disposition', `inline; filename="${name}.pdf"`).send(bytes)
}
