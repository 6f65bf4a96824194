import { createHmac } from 'node:crypto'
import { createCipher, type Cipher, type VersionedKey } from './cipher.ts'

export interface KeyMaterial {
  /** AES-256 keys; the highest version seals, all of them open. */
  encryption: readonly VersionedKey[]
  /** HMAC keys, 32 bytes each. */
  index: Buffer
  audit: Buffer
}

/** Everything that is done with a secret key. None of the keys is in the database. */
export interface Keys extends Cipher {
  /** The look-up index of a CPF (its eleven digits): a keyed hash, since an unkeyed one is undone in minutes. */
  cpfIndex(cpf: string): Buffer
  /** The keyed hash of a code or of a 256-bit secret, bound to what it is for. */
  mac(purpose: string, value: string): Buffer
  /** Seals an audit entry against forgery by somebody who holds only the database. */
  auditMac(payload: string): Buffer
}

export function createKeys(material: KeyMaterial): Keys {
  const hmac = (key: Buffer, text: string) => createHmac('sha256', key).update(text).digest()
  return {
    ...createCipher(material.encryption),
    cpfIndex: (cpf) => hmac(material.index, `cpf:${cpf}`),
    mac: (purpose, value) => hmac(material.index, `${purpose}:${value}`),
    auditMac: (payload) => hmac(material.audit, payload),
  }
}
