import 'reflect-metadata'
import { webcrypto } from 'node:crypto'
import * as x509 from '@peculiar/x509'

/** A certificate and its private key, PEM. */
export interface Papers {
  certificate: string
  privateKey: string
}

export interface Subject {
  /** CN: a host name, or the id of a client. */
  name: string
  use: 'server' | 'client'
  from: Date
}

const CURVE = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }
const YEARS = 10
const LOOPBACK: x509.JsonGeneralName[] = [{ type: 'dns', value: 'localhost' }, { type: 'ip', value: '127.0.0.1' }, { type: 'ip', value: '::1' }]

/** A root of one's own, good for signing certificates and nothing else. */
export async function makeAuthority(name: string, from: Date): Promise<Papers> {
  const keys = await webcrypto.subtle.generateKey(CURVE, true, ['sign', 'verify'])
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    ...lifeFrom(from),
    name: `CN=${name}`,
    keys,
    signingAlgorithm: CURVE,
    extensions: [new x509.BasicConstraintsExtension(true, 0, true), new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true)],
  })
  return papersOf(certificate, keys.privateKey)
}

/** A certificate signed by the authority: for a server on this machine's loopback, or for a client. */
export async function issue(authority: Papers, { name, use, from }: Subject): Promise<Papers> {
  const keys = await webcrypto.subtle.generateKey(CURVE, true, ['sign', 'verify'])
  const certificate = await x509.X509CertificateGenerator.create({
    ...lifeFrom(from),
    subject: `CN=${name}`,
    issuer: new x509.X509Certificate(authority.certificate).subject,
    publicKey: keys.publicKey,
    signingKey: await signingKey(authority),
    signingAlgorithm: CURVE,
    extensions: [
      new x509.BasicConstraintsExtension(false),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([use === 'server' ? x509.ExtendedKeyUsage.serverAuth : x509.ExtendedKeyUsage.clientAuth]),
      ...(use === 'server' ? [new x509.SubjectAlternativeNameExtension(LOOPBACK)] : []),
    ],
  })
  return papersOf(certificate, keys.privateKey)
}

// A demo may stand in another year than the machine that it runs on: the papers hold from a year before either.
function lifeFrom(from: Date): { notBefore: Date; notAfter: Date } {
  const earlier = new Date(Math.min(from.getTime(), Date.now()))
  const notBefore = new Date(Date.UTC(earlier.getUTCFullYear() - 1, 0, 1))
  return { notBefore, notAfter: new Date(Date.UTC(notBefore.getUTCFullYear() + YEARS, 0, 1)) }
}

async function papersOf(certificate: x509.X509Certificate, privateKey: webcrypto.CryptoKey): Promise<Papers> {
  const bytes = await webcrypto.subtle.exportKey('pkcs8', privateKey)
  return { certificate: certificate.toString('pem'), privateKey: x509.PemConverter.encode(bytes, 'PRIVATE KEY') }
}

function signingKey({ privateKey }: Papers): Promise<webcrypto.CryptoKey> {
  const bytes = x509.PemConverter.decodeFirst(privateKey)
  return webcrypto.subtle.importKey('pkcs8', bytes, CURVE, false, ['sign'])
}
