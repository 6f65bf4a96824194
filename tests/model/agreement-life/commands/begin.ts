import fc from 'fast-check'
import { expect } from 'vitest'
import type { Agreement } from '@repactua/shared/contract/agreements.ts'
import type { OfferSheet } from '@repactua/shared/contract/offers.ts'
import { codeFor } from '../../../builders/person.ts'
import { isInCourse, isWaiting, type Life, type LifeModel } from '../life-model.ts'
import { command, type LifeCommand } from './life-command.ts'

/** What may be said to a person for whom there is nothing to agree on now. */
const NO_OFFER = ['no_offer', 'offer_sheet_empty', 'nothing_to_offer']

/** Forms an agreement on one of the options of a fresh sheet. */
const form = (pick: number): LifeCommand => command(`form(${pick})`, ({ debt, life }) => debt === 'open' && !isWaiting(life) && !isInCourse(life), async (model, real) => {
  const sheet = await real.askAsDebtor('post', '/me/offer-sheets', { debtIds: [real.debt.id], dueDay: 10 })
  if (NO_OFFER.includes(sheet.body['code'] as string)) return
  expect(sheet.status, JSON.stringify(sheet.body)).toBe(201)
  const { id, options } = sheet.body as unknown as OfferSheet
  const option = options[pick % options.length]
  if (!option) return
  const formed = await real.askAsDebtor('post', '/me/agreements', { offerSheetId: id, optionId: option.id })
  expect(formed.status, JSON.stringify(formed.body)).toBe(201)
  model.life = lifeOf(formed.body as unknown as Agreement, option.installments)
})

/** Signs it with the code that was mailed; refused once the term has expired. */
const sign = (): LifeCommand => command('sign', ({ life }) => isWaiting(life), async (model, real) => {
  const life = model.life!
  const challenge = await real.askAsDebtor('post', `/me/agreements/${life.id}/signature-challenges`)
  if (life.expiresAt <= model.now) return void expect(challenge.body['code']).toBe('agreement_expired')
  expect(challenge.status, JSON.stringify(challenge.body)).toBe(202)
  const { term } = await real.see(life.id)
  const challengeId = challenge.body['challengeId'] as string
  const signed = await real.askAsDebtor('post', `/me/agreements/${life.id}/signature`, { challengeId, code: await codeFor(real.test, challengeId), termSha256: term.sha256, accepted: true })
  expect(signed.status, JSON.stringify(signed.body)).toBe(200)
  takeSigned(model, life, signed.body as unknown as Agreement)
})

function lifeOf({ id, expiresAt }: Agreement, installments: OfferSheet['options'][number]['installments']): Life {
  const plan = installments.map(({ number, dueOn, amountCents }) => ({ number, dueOn, amountCents, paidCents: 0, cancelled: false }))
  return { id, status: 'awaiting_signature', expiresAt: Date.parse(expiresAt), signedOn: null, noticeOn: null, awaited: null, plan }
}

function takeSigned(model: LifeModel, life: Life, { totalCents }: Agreement): void {
  expect(life.plan.reduce((sum, { amountCents }) => sum + amountCents, 0)).toBe(totalCents)
  Object.assign(life, { status: 'awaiting_first_payment', signedOn: model.today })
  model.debt = 'in_agreement'
}

export const beginning: [fc.Arbitrary<LifeCommand>, fc.Arbitrary<LifeCommand>] = [fc.nat(30).map(form), fc.constant(sign())]
