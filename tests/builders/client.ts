import type { CreatedClient, Scope } from '@repactua/shared/contract/creditors.ts'
import { CREDITOR_SCOPES } from '@repactua/shared/contract/creditors.ts'
import type { TestApp } from '../support/app.ts'
import { tokenFor, type TestCreditor } from './creditor.ts'

/** Another client of the same creditor, with a token of its own. */
export async function secondClient(test: TestApp, creditor: TestCreditor, scopes: readonly Scope[] = CREDITOR_SCOPES): Promise<TestCreditor> {
  const made = await test.http.post('/v1/clients').set('authorization', creditor.bearer).send({ name: 'Segunda pessoa', scopes }).expect(201)
  const { id, clientSecret } = made.body as CreatedClient
  return { ...creditor, clientId: id, clientSecret, bearer: await tokenFor(test, id, clientSecret) }
}

/** Turns four-eyes publishing on. */
export async function wantFourEyes({ http }: TestApp, { bearer }: TestCreditor): Promise<void> {
  await http.patch('/v1/creditors/me/settings').set('authorization', bearer).send({ fourEyesPublishing: true }).expect(200)
}
