import { expect, test } from 'vitest'
import { readStartSettings } from './settings.ts'

test('a bare environment gives the usual ports and .data', () => {
  const settings = readStartSettings({})
  expect(settings).toMatchObject({ port: 3000, mailPort: 1080, smtpPort: 1025, pgPort: 54329, bankPort: 1081, bankApiPort: 1443, webhookPort: 3443, withBank: true })
  expect(settings.publicUrl).toBe('http://localhost:3000')
  expect(settings.dataDir).toMatch(/\/\.data$/)
})

test('the public url follows the port unless it is given', () => {
  expect(readStartSettings({ PORT: '3100' }).publicUrl).toBe('http://localhost:3100')
  expect(readStartSettings({ PORT: '3100', PUBLIC_URL: 'https://a.test' }).publicUrl).toBe('https://a.test')
})

test('the local bank is left out in production, and where real banks come', () => {
  expect(readStartSettings({ NODE_ENV: 'production' }).withBank).toBe(false)
  expect(readStartSettings({ PIX_WEBHOOK_URL: 'https://banco.exemplo.test' }).withBank).toBe(false)
})

test.each(['0', '65536', '3000.5', 'many'])('a port of %s is refused with the name of its variable', (port) => {
  expect(() => readStartSettings({ MAIL_PORT: port })).toThrow('MAIL_PORT must be a number')
})
