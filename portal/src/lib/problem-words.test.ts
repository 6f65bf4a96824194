import { expect, test } from 'vitest'
import { connectionProblem, readProblem } from './api-problem.ts'
import { problemWords, waitInWords } from './problem-words.ts'

const refusal = (status: number, body: object, headers: Record<string, string> = {}) =>
  readProblem(new Response(JSON.stringify({ title: 'T', action: 'A', requestId: 'req-1', ...body }), { status, headers }))

test("a refusal speaks in the API's words", async () => {
  expect(problemWords(await refusal(409, { status: 409, code: 'no_offer' }))).toEqual({ title: 'T', action: 'A', requestId: '' })
})

test('a wait is told in time, not in headers', async () => {
  const words = problemWords(await refusal(429, { status: 429, code: 'resend_too_soon' }, { 'retry-after': '45' }))
  expect(words.action).toBe('Tente de novo em 45 segundos.')
})

test("a fault of ours gives the request's number", async () => {
  expect(problemWords(await refusal(500, { status: 500, code: 'internal' })).requestId).toBe('req-1')
})

test('a lost connection and a broken page have words too', () => {
  expect(problemWords(connectionProblem()).title).toBe('Não conseguimos falar com o servidor.')
  expect(problemWords(new Error('x')).action).toBe('Recarregue a página e tente de novo.')
})

test('waits', () => {
  expect([1, 60, 101, 3600, 20_000].map(waitInWords)).toEqual(['1 segundo', '60 segundos', '2 minutos', '60 minutos', '6 horas'])
})
