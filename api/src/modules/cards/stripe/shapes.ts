import { Type } from 'typebox'
import { createAjv } from '../../../platform/schema/ajv.ts'

// Of what Stripe answers only what is used here, and that strictly; it may add to the rest.
const Id = (prefix: string) => Type.String({ pattern: `^${prefix}_[A-Za-z0-9_]+$`, maxLength: 255 })
const Seconds = Type.Integer({ minimum: 0 })
const Amount = Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER })
const Real = Type.Literal('brl')

const Session = Type.Object({
  id: Id('cs'),
  status: Type.Union([Type.Literal('open'), Type.Literal('complete'), Type.Literal('expired')]),
  payment_status: Type.Union([Type.Literal('paid'), Type.Literal('unpaid'), Type.Literal('no_payment_required')]),
})
const OpenSession = Type.Object({ id: Id('cs'), url: Type.String({ pattern: '^https?://', maxLength: 5_000 }) })
const PaidSession = Type.Object({
  client_reference_id: Type.String({ maxLength: 200 }),
  amount_total: Amount,
  currency: Real,
  payment_intent: Type.Object({ id: Id('pi'), latest_charge: Type.Object({ created: Seconds }) }),
})
const Dispute = Type.Object({ status: Type.String({ maxLength: 60 }), amount: Amount, currency: Real, payment_intent: Id('pi') })
const Event = Type.Object({ type: Type.String({ maxLength: 200 }), data: Type.Object({ object: Type.Object({ id: Type.String({ maxLength: 255 }) }) }) })

const ajv = createAjv(false)
export const isSession = ajv.compile<{ id: string; status: 'open' | 'complete' | 'expired'; payment_status: string }>(Session)
export const isOpenSession = ajv.compile<{ id: string; url: string }>(OpenSession)
export const isPaidSession = ajv.compile<{ client_reference_id: string; amount_total: number; payment_intent: { id: string; latest_charge: { created: number } } }>(PaidSession)
export const isEvent = ajv.compile<{ type: string; data: { object: { id: string } } }>(Event)
export const isDispute = ajv.compile<{ status: string; amount: number; payment_intent: string }>(Dispute)
