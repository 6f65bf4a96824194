import { createPrivateKey, X509Certificate } from 'node:crypto'
import type { PixAccountInput } from '@repactua/shared/contract/pix-accounts.ts'
import type { FieldError } from '@repactua/shared/errors/problem.ts'
import type { LocalDate } from '@repactua/shared/time/local-date.ts'
import { localDateOf } from '../../platform/clock.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { refuseAddress } from '../../platform/http-out/public-lookup.ts'

/** Refuses an account that no connection could be made with, all mistakes at once; gives the last day of its certificate. */
export function checkAccount(input: PixAccountInput, { now, allowsPrivate }: { now: Date; allowsPrivate: boolean }): LocalDate {
  const certificate = readCertificate(input.certificate)
  const errors = [
    wrongUrl('/baseUrl', input.baseUrl, allowsPrivate),
    wrongUrl('/tokenUrl', input.tokenUrl, allowsPrivate),
    certificate ? null : finding('/certificate', 'Não é um certificado em PEM.'),
    certificate && new Date(certificate.validTo) <= now ? finding('/certificate', 'Este certificado já venceu.') : null,
    isKeyOf(input.privateKey, certificate) ? null : finding('/privateKey', 'Não é a chave privada, em PEM e sem senha, deste certificado.'),
    input.bankCertificates === undefined || readCertificate(input.bankCertificates) ? null : finding('/bankCertificates', 'Não é um certificado em PEM.'),
  ].filter((one) => one !== null)
  if (errors.length > 0 || !certificate) throw new AppError('pix_account_invalid', { errors })
  return localDateOf(new Date(certificate.validTo))
}

function wrongUrl(pointer: string, text: string, allowsPrivate: boolean): FieldError | null {
  if (!URL.canParse(text)) return finding(pointer, 'Não é um endereço https.')
  return !allowsPrivate && refuseAddress(new URL(text)) ? finding(pointer, 'Este endereço não é da internet pública.') : null
}

function readCertificate(pem: string): X509Certificate | null {
  try {
    return new X509Certificate(pem)
  } catch {
    return null
  }
}

function isKeyOf(pem: string, certificate: X509Certificate | null): boolean {
  try {
    const key = createPrivateKey(pem)
    return certificate === null || certificate.checkPrivateKey(key)
  } catch {
    return false
  }
}

function finding(pointer: string, message: string): FieldError {
  return { pointer, code: 'wrong_format', message }
}
