import { createDecipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto'
import { newId, type Carriers } from '../carriers.ts'
import type { Answer, Ask } from '../doors/ask.ts'
import type { Browser } from '../state.ts'
import { takeIn, type Words } from './take-in.ts'

const CURVE = 'prime256v1'

/** A browser that takes pushes, and its subscription as a page of it would give it to a site. */
export function openBrowser({ state, touch }: Carriers, baseUrl: string): { endpoint: string; keys: { p256dh: string; auth: string } } {
  const ecdh = createECDH(CURVE)
  const publicKey = ecdh.generateKeys('base64url')
  const browser: Browser = { name: newId('navegador-', 4), privateKey: ecdh.getPrivateKey('base64url'), publicKey, auth: randomBytes(16).toString('base64url'), gone: false }
  state.browsers.push(browser)
  touch()
  return { endpoint: `${baseUrl}/push/${browser.name}`, keys: { p256dh: publicKey, auth: browser.auth } }
}

/** POST /push/{name}: the push service of RFC 8030, which sees here what it cannot see in the world. */
export function postPush({ carriers, params, headers, bytes }: Ask): Answer {
  const browser = carriers.state.browsers.find(({ name }) => name === params['name'])
  if (!browser) return { status: 404 }
  if (browser.gone) return { status: 410 }
  if (!/^vapid t=[^,]+, k=\S+$/.test(String(headers['authorization'])) || headers['content-encoding'] !== 'aes128gcm' || !headers['ttl']) return { status: 400 }
  const text = decrypt(browser, bytes)
  if (text === null) return { status: 400 }
  const id = newId('push-')
  return takeIn(carriers, { id, provider: 'push', account: 'push', channel: 'push', phone: browser.name, text, callbackUrl: null, ours: String(headers['topic'] ?? '') }, WORDS, { status: 201, headers: { location: `/messages/${id}` } })
}

// RFC 8291, section 3.4, from the browser's side.
function decrypt({ privateKey, publicKey, auth }: Browser, body: Buffer): string | null {
  try {
    const [salt, theirs, sealed] = [body.subarray(0, 16), body.subarray(21, 86), body.subarray(86)]
    const ecdh = createECDH(CURVE)
    ecdh.setPrivateKey(privateKey, 'base64url')
    const info = Buffer.concat([Buffer.from('WebPush: info\0'), Buffer.from(publicKey, 'base64url'), theirs])
    const ikm = hkdf(ecdh.computeSecret(theirs), Buffer.from(auth, 'base64url'), info, 32)
    const decipher = createDecipheriv('aes-128-gcm', hkdf(ikm, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16), hkdf(ikm, salt, Buffer.from('Content-Encoding: nonce\0'), 12))
    decipher.setAuthTag(sealed.subarray(-16))
    const padded = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()])
    return padded.subarray(0, padded.lastIndexOf(2)).toString('utf8')
  } catch {
    return null
  }
}

function hkdf(secret: Buffer, salt: Buffer, info: Buffer, bytes: number): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, salt, info, bytes))
}

const WORDS: Words = { tooMany: { status: 429, headers: { 'retry-after': '7' } }, refused: (code) => ({ status: code }), badNumber: 410, unreachable: 410 }
