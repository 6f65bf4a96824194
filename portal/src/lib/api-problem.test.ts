import { expect, test } from 'vitest'
import { connectionProblem, isApiProblem, isPassing, problemCode, readProblem } from './api-problem.ts'

const problem = {
  type: 'https://repactua.example/erros/code_used', title: 'Este código já foi usado.', status: 422, detail: '',
  code: 'code_used', action: 'Peça um novo código e tente outra vez.', requestId: 'req-1',
}

test('reads problem+json with its code, words and wait', async () => {
  const answer = new Response(JSON.stringify(problem), { status: 429, headers: { 'retry-after': '30' } })
  const error = await readProblem(answer)
  expect(isApiProblem(error)).toBe(true)
  expect(error.message).toBe('Este código já foi usado.')
  expect(error.retryAfterSeconds).toBe(30)
  expect(problemCode(error)).toBe('code_used')
})

test('gives plain words to an answer that is no problem', async () => {
  const error = await readProblem(new Response('<html>', { status: 502, headers: { 'x-request-id': 'req-2' } }))
  expect(error.problem).toMatchObject({ status: 502, requestId: 'req-2', title: 'Algo deu errado do nosso lado.' })
  expect(isPassing(error)).toBe(true)
})

test('a lost connection passes, a refusal does not', async () => {
  expect(isPassing(connectionProblem())).toBe(true)
  expect(isPassing(await readProblem(new Response(JSON.stringify(problem), { status: 422 })))).toBe(false)
  expect(isPassing(new Error('x'))).toBe(false)
})
