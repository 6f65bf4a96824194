import { isApiProblem, isPassing } from './api-problem.ts'

const keys = new Map<string, string>()

/**
 * Runs an act with an Idempotency-Key that stays the same over double clicks and retries, until the API
 * has answered. `act` names the operation and its content.
 */
export async function withIdempotencyKey<T>(act: string, run: (key: string) => Promise<T>): Promise<T> {
  const key = keys.get(act) ?? newKey()
  keys.set(act, key)
  try {
    const answer = await run(key)
    keys.delete(act)
    return answer
  } catch (error) {
    if (isAnswered(error)) keys.delete(act)
    throw error
  }
}

// After a fault nobody knows whether the act was done, so its key is kept. A refusal is an answer.
function isAnswered(error: unknown): boolean {
  return isApiProblem(error) && !isPassing(error) && error.problem.status < 500
}

// crypto.randomUUID exists on https and localhost only.
function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
