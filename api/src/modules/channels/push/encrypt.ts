import { createCipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto'

/** Where a browser takes pushes, as its `PushSubscription` says. */
export interface Subscription {
  endpoint: string
  keys: { p256dh: string; auth: string }
}

const CURVE = 'prime256v1'
const TAG = 16
const RECORD = 4_096
const LAST_RECORD = Buffer.from([2])

/** Chosen anew for each message, but in the RFC's own example. */
export interface Ephemeral {
  privateKey: Buffer
  salt: Buffer
}

/** Encrypts a message for one browser, in one record: RFC 8291, with the content coding aes128gcm of RFC 8188. Throws where the browser's keys are none. */
export function encryptPush({ keys }: Subscription, text: string, { privateKey, salt }: Ephemeral = newEphemeral()): Buffer {
  const [theirs, auth] = [Buffer.from(keys.p256dh, 'base64url'), Buffer.from(keys.auth, 'base64url')]
  const ecdh = createECDH(CURVE)
  ecdh.setPrivateKey(privateKey)
  const ours = ecdh.getPublicKey()
  const ikm = hkdf(ecdh.computeSecret(theirs), auth, Buffer.concat([Buffer.from('WebPush: info\0'), theirs, ours]), 32)
  const cipher = createCipheriv('aes-128-gcm', hkdf(ikm, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16), hkdf(ikm, salt, Buffer.from('Content-Encoding: nonce\0'), 12))
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.update(LAST_RECORD), cipher.final(), cipher.getAuthTag()])
  if (sealed.length > RECORD - TAG) throw new Error('the message is too long for one record')
  const size = Buffer.alloc(4)
  size.writeUInt32BE(RECORD)
  return Buffer.concat([salt, size, Buffer.from([ours.length]), ours, sealed])
}

function newEphemeral(): Ephemeral {
  const ecdh = createECDH(CURVE)
  ecdh.generateKeys()
  return { privateKey: ecdh.getPrivateKey(), salt: randomBytes(16) }
}

function hkdf(secret: Buffer, salt: Buffer, info: Buffer, bytes: number): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, salt, info, bytes))
}
