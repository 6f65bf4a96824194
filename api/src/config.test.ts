import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readConfig } from './config.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'repactua-config-'))
const demo = { DATA_DIR: dataDir, DATABASE_URL: 'postgres://localhost/x', SMTP_URL: 'smtp://localhost:1025' }
afterAll(() => rmSync(dataDir, { recursive: true }))

test('a demo makes its keys once, for its own eyes only', () => {
  const first = readConfig(demo).keys
  expect(readConfig(demo).keys).toEqual(first)
  expect(statSync(join(dataDir, 'keys', 'INDEX_KEY')).mode & 0o777).toBe(0o600)
})

test('every mistake is told at once', () => {
  const start = () => readConfig({ DATA_DIR: dataDir, PORT: 'x', FIXED_NOW: 'yesterday' })
  expect(start).toThrow(/4 mistake\(s\)/)
  expect(start).toThrow(/PORT[\s\S]*DATABASE_URL[\s\S]*SMTP_URL[\s\S]*FIXED_NOW/)
})

test('production refuses missing keys, weak keys and the switches of the demo', () => {
  const start = () => readConfig({ ...demo, NODE_ENV: 'production', RATE_LIMIT: 'off', FIXED_NOW: '2026-11-21T12:00:00Z', DEMO_BANK_URL: 'http://localhost:1081', INDEX_KEY: Buffer.alloc(32).toString('base64') })
  for (const name of ['RATE_LIMIT', 'FIXED_NOW', 'DEMO_BANK_URL', 'INDEX_KEY is weak', 'ENCRYPTION_KEYS', 'AUDIT_KEY', 'TOKEN_PRIVATE_KEY', 'PUBLIC_URL', 'MAIL_FROM']) {
    expect(start).toThrow(name)
  }
})

test('keys have versions', () => {
  const key = () => randomBytes(32).toString('base64')
  const { encryption } = readConfig({ ...demo, ENCRYPTION_KEYS: `1:${key()},2:${key()}` }).keys
  expect(encryption.map(({ version }) => version)).toEqual([1, 2])
})

test('a proxy is trusted by number, never by hearsay', () => {
  expect(readConfig(demo).trustProxy).toBe(0)
  expect(readConfig({ ...demo, TRUST_PROXY: '1' }).trustProxy).toBe(1)
  expect(() => readConfig({ ...demo, TRUST_PROXY: 'true' })).toThrow(/TRUST_PROXY/)
})

test('a door for banks is set whole or not at all', () => {
  expect(readConfig(demo).bankDoor).toBeNull()
  const file = join(dataDir, 'keys', 'INDEX_KEY')
  const door = { PIX_WEBHOOK_URL: 'https://banco.exemplo.test/', PIX_WEBHOOK_PORT: '8443', PIX_WEBHOOK_KEY_FILE: file, PIX_WEBHOOK_CERTIFICATE_FILE: file, PIX_WEBHOOK_CLIENT_CA_FILE: file }
  expect(readConfig({ ...demo, ...door }).bankDoor).toMatchObject({ url: 'https://banco.exemplo.test', port: 8443 })
  expect(() => readConfig({ ...demo, ...door, PIX_WEBHOOK_PORT: '' })).toThrow(/PIX_WEBHOOK_PORT must be set too/)
  expect(() => readConfig({ ...demo, ...door, PIX_WEBHOOK_URL: 'http://x', PIX_WEBHOOK_KEY_FILE: '/nowhere' })).toThrow(/2 mistake/)
})
