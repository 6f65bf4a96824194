import { createECDH, createPublicKey, generateKeyPairSync, verify } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { outcomeOfStatus } from '../providers/ask-provider.ts'
import { encryptPush } from './encrypt.ts'
import { pushCarrier } from './push-carrier.ts'
import { vapidHeader, vapidPublicKey } from './vapid.ts'

// RFC 8291, section 5 and appendix A.
const subscription = { endpoint: 'https://push.example.net/push/JzLQ3raZJfFBR0aqvOMsLrt54w4rJUsV', keys: { p256dh: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4', auth: 'BTBZMqHH6r4Tts7J_aSIgg' } }
const ephemeral = { privateKey: Buffer.from('yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw', 'base64url'), salt: Buffer.from('DGv6ra1nlYgDCS1FRnbzlw', 'base64url') }

test('encrypts the RFC’s example to the byte', () => {
  expect(encryptPush(subscription, 'When I grow up, I want to be a watermelon', ephemeral).toString('base64url'))
    .toBe('DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN')
})

test('what does not fit one record is refused', () => {
  expect(() => encryptPush(subscription, 'x'.repeat(4_080))).toThrow('too long')
})

test('signs who asks, for that service alone', () => {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const now = new Date('2026-11-21T15:00:00Z')
  const [, token = '', key] = /^vapid t=(\S+), k=(\S+)$/.exec(vapidHeader(privateKey, { endpoint: subscription.endpoint, subject: 'https://repactua.exemplo.test', now })) ?? []
  expect(key).toBe(vapidPublicKey(privateKey))
  const [head = '', claims = '', signature = ''] = token.split('.')
  expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toEqual({ aud: 'https://push.example.net', exp: now.getTime() / 1_000 + 43_200, sub: 'https://repactua.exemplo.test' })
  expect(verify('sha256', Buffer.from(`${head}.${claims}`), { key: createPublicKey(privateKey), dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url'))).toBe(true)
  const point = createECDH('prime256v1')
  point.setPrivateKey(Buffer.from(privateKey.export({ format: 'jwk' }).d!, 'base64url'))
  expect(point.getPublicKey().toString('base64url')).toBe(key)
})

test.each([
  ['no subscription', 'x'],
  ['keys that are none', JSON.stringify({ ...subscription, keys: { p256dh: 'AAAA', auth: 'AAAA' } })],
  ['our own network', JSON.stringify({ ...subscription, endpoint: 'https://127.0.0.1/push' })],
  ['no TLS', JSON.stringify({ ...subscription, endpoint: 'http://push.example.net/push' })],
])('%s is a bad address, and nobody is asked', async (_name, to) => {
  const key = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey
  const carrier = pushCarrier({ key, subject: 'https://repactua.exemplo.test', allowsPrivate: false, now: () => new Date() })
  expect(await carrier.send({ attemptId: '0192f3c1-8a5e-7c3d-9b1e-2f6a7c8d9e10', to, content: { title: 'a', body: 'b', url: '/' } })).toEqual({ kind: 'refused', reason: 'push_subscription_broken', badAddress: true })
})

test.each([
  ['nobody there', null],
  ['a pause for a hundred years', 429],
  ['credentials refused', 401],
])('a server of a person’s own choice holds up nobody else: %s', async (_name, status) => {
  const server = createServer((_request, response) => void response.writeHead(status!, { 'retry-after': '3153600000' }).end()).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  if (status === null) server.close()
  const key = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey
  const carrier = pushCarrier({ key, subject: 'https://repactua.exemplo.test', allowsPrivate: true, now: () => new Date() })
  const to = JSON.stringify({ ...subscription, endpoint: `http://127.0.0.1:${port}/push` })
  expect(await carrier.send({ attemptId: '0192f3c1-8a5e-7c3d-9b1e-2f6a7c8d9e10', to, content: { title: 'a', body: 'b', url: '/' } })).toEqual({ kind: 'refused', reason: 'push_unreachable', badAddress: false })
  server.close()
})

test('no server has a line wait for longer than an hour', () => {
  expect(outcomeOfStatus(429, '3153600000')).toEqual({ kind: 'busy', retryAfterSeconds: 3_600 })
  expect(outcomeOfStatus(429, '1e999')).toEqual({ kind: 'busy', retryAfterSeconds: 3_600 })
})
