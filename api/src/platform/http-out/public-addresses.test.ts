import { expect, test } from 'vitest'
import { isPublicAddress } from './public-addresses.ts'

test.each(['8.8.8.8', '200.160.2.3', '172.32.0.1', '2001:12ff::10', '2606:4700::1111'])('%s is public', (address) => {
  expect(isPublicAddress(address)).toBe(true)
})

test.each([
  '127.0.0.1', '0.0.0.0', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1', '169.254.169.254', '100.64.0.1', '224.0.0.1', '255.255.255.255',
  '::1', '::', '::ffff:127.0.0.1', '::ffff:a00:1', '64:ff9b::7f00:1', '2002:7f00:1::', 'fe80::1', 'fd00::1', 'ff02::1', 'example.test', '',
])('%s is not', (address) => {
  expect(isPublicAddress(address)).toBe(false)
})
