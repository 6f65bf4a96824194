import type { CreditorInput } from '@repactua/shared/contract/creditors.ts'
import { cnpjCheckDigits } from '@repactua/shared/br/cnpj.ts'
import { createCreditor, createOperator } from '@repactua/api/modules/creditors/index.ts'
import { showId } from '@repactua/api/platform/ids.ts'
import type { Platform } from '@repactua/api/platform/platform.ts'
import type { TestApp } from '../support/app.ts'

let made = 0

/** The body of POST /v1/creditors for an invented shop. Each call has a CNPJ of its own. */
export function creditorInput(overrides: Partial<CreditorInput> = {}): CreditorInput {
  const twelve = `11AB${String(++made).padStart(4, '0')}0001`
  return {
    legalName: 'Lojas Aurora Exemplo S.A.',
    tradeName: 'Lojas Aurora',
    cnpj: twelve + cnpjCheckDigits(twelve),
    address: { street: 'Rua de Exemplo', number: '100', district: 'Centro', city: 'São Paulo', state: 'SP', postalCode: '01001000' },
    email: 'atendimento@aurora.exemplo.test',
    phone: '(11) 3456-7890',
    regime: 'financial',
    brand: { name: 'Lojas Aurora', color: '#7b2d8e' },
    pixKey: '123e4567-e12b-12d1-a456-426655440000',
    ...overrides,
  }
}

export interface TestCreditor {
  creditorId: string
  /** The creditor's id as others see it. */
  shownId: string
  clientId: string
  clientSecret: string
  /** The value of an Authorization header. */
  bearer: string
}

/** A creditor with a token that carries all its scopes. */
export async function makeCreditor(test: TestApp, overrides: Partial<CreditorInput> = {}): Promise<TestCreditor> {
  const { creditor, client } = await asSystem(test.platform, (work) => createCreditor(work, creditorInput(overrides)))
  const clientId = showId('client', client.id)
  return {
    creditorId: creditor.id,
    shownId: showId('creditor', creditor.id),
    clientId,
    clientSecret: client.secret,
    bearer: await tokenFor(test, clientId, client.secret),
  }
}

/** An operator's Authorization header. */
export async function makeOperator(test: TestApp): Promise<string> {
  const client = await asSystem(test.platform, (work) => createOperator(work, 'tests'))
  return tokenFor(test, showId('client', client.id), client.secret)
}

/** The Authorization header of a client with all its scopes. */
export async function tokenFor(test: TestApp, clientId: string, clientSecret: string): Promise<string> {
  const answer = await test.http.post('/v1/oauth/token').auth(clientId, clientSecret).type('form').send({ grant_type: 'client_credentials' }).expect(200)
  return `Bearer ${answer.body.access_token as string}`
}

function asSystem<T>(platform: Platform, useCase: Parameters<typeof platform.transact<T>>[2]): Promise<T> {
  return platform.transact({ kind: 'system' }, { nobody: true }, useCase)
}
