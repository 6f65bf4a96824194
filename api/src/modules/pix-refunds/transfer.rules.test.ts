import fc from 'fast-check'
import { expect, test } from 'vitest'
import { devolutionId, isEndToEndId, lastAttempts, readDevolutionId, sharesBack, statusOf } from './transfer.rules.ts'

const pix = (endToEndId: string, cents: bigint) => ({ endToEndId, cents })

test('as much goes back as is owed, out of the first Pix first', () => {
  expect(sharesBack([pix('a', 300n), pix('b', 200n), pix('c', 1n)], 400n)).toEqual([pix('a', 300n), pix('b', 100n)])
  expect(sharesBack([pix('a', 300n)], 301n)).toBeNull()
})

test('a part that was refused makes the whole refused; one that is under way keeps it so', () => {
  const of = (...statuses: ('asked' | 'processing' | 'done' | 'refused')[]) => statusOf(statuses.map((status) => ({ status })))
  expect([of('done', 'done'), of('done', 'processing'), of('asked', 'processing'), of('done', 'refused')]).toEqual(['done', 'processing', 'asked', 'refused'])
  expect(lastAttempts([{ endToEndId: 'a', attempt: 1 }, { endToEndId: 'b', attempt: 1 }, { endToEndId: 'a', attempt: 2 }])).toEqual([{ endToEndId: 'a', attempt: 2 }, { endToEndId: 'b', attempt: 1 }])
})

test('the id of a devolution leads back to its refund', () => {
  fc.assert(fc.property(fc.uuid(), fc.integer({ min: 1, max: 99 }), (refundId, attempt) => {
    expect(devolutionId({ refundId, attempt })).toMatch(/^[a-zA-Z0-9]{1,35}$/)
    expect(readDevolutionId(devolutionId({ refundId, attempt }))).toEqual({ refundId, attempt })
  }))
  expect([readDevolutionId('123ABC'), isEndToEndId('E12345678202009091221kkkkkkkkkkk'), isEndToEndId('balcao-1')]).toEqual([null, true, false])
})
