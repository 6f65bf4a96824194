import { expect, test } from 'vitest'
import { connectionProblem, readProblem } from './api-problem.ts'
import { withIdempotencyKey } from './idempotency.ts'

const failWith = (error: Error, seen: string[]) => (key: string) => {
  seen.push(key)
  return Promise.reject(error)
}

test('a double click sends one key', async () => {
  const seen: string[] = []
  const run = (key: string) => Promise.resolve(seen.push(key))
  await Promise.all([withIdempotencyKey('double', run), withIdempotencyKey('double', run)])
  expect(new Set(seen).size).toBe(1)
})

test('a lost connection keeps the key for the retry', async () => {
  const seen: string[] = []
  for (let i = 0; i < 2; i++) await expect(withIdempotencyKey('lost', failWith(connectionProblem(), seen))).rejects.toThrow()
  expect(seen[0]).toBe(seen[1])
})

test('a refusal and a success end the key', async () => {
  const seen: string[] = []
  const refusal = await readProblem(new Response('{}', { status: 409 }))
  await expect(withIdempotencyKey('end', failWith(refusal, seen))).rejects.toThrow()
  await withIdempotencyKey('end', (key) => Promise.resolve(seen.push(key)))
  await withIdempotencyKey('end', (key) => Promise.resolve(seen.push(key)))
  expect(new Set(seen).size).toBe(3)
})

test('another act has another key', async () => {
  const seen: string[] = []
  await withIdempotencyKey('one', (key) => Promise.resolve(seen.push(key)))
  await withIdempotencyKey('other', (key) => Promise.resolve(seen.push(key)))
  expect(seen[0]).not.toBe(seen[1])
})
