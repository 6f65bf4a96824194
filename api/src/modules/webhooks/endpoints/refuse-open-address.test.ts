import { expect, test } from 'vitest'
import { refuseOpenAddress } from './refuse-open-address.ts'

test('only https, but for development', () => {
  expect(() => refuseOpenAddress({ allowsPrivateAddresses: false }, 'http://sistema.exemplo.test/')).toThrow(expect.objectContaining({ code: 'webhook_address_not_https' }))
  refuseOpenAddress({ allowsPrivateAddresses: false }, 'https://sistema.exemplo.test/')
  refuseOpenAddress({ allowsPrivateAddresses: true }, 'http://127.0.0.1/')
})
