import { cnpjCharacters, isCnpj } from '@repactua/shared/br/cnpj.ts'
import { normalisePixKey } from '@repactua/shared/br/pix-key.ts'
import type { CreditorInput } from '@repactua/shared/contract/creditors.ts'
import type { ErrorCode } from '@repactua/shared/errors/error-codes.ts'
import { ERROR_TEXTS } from '@repactua/shared/errors/texts.pt-br.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { normalisePhone } from '../../platform/phone.ts'

/** The creditor's numbers in their plain form. Refuses all that are wrong, at once. */
export function checkCreditor(input: CreditorInput): CreditorInput {
  const cnpj = isCnpj(cnpjCharacters(input.cnpj)) ? cnpjCharacters(input.cnpj) : null
  const phone = normalisePhone(input.phone)
  const pixKey = normalisePixKey(input.pixKey)
  const names = [unprintable('/tradeName', input.tradeName), unprintable('/address/city', input.address.city)].filter((finding) => finding !== null)
  if (cnpj !== null && phone !== null && pixKey !== null && names.length === 0) return { ...input, cnpj, phone, pixKey }
  const findings = [
    ...names,
    fieldError('/cnpj', 'invalid_cnpj', cnpj),
    fieldError('/phone', 'invalid_phone', phone),
    fieldError('/pixKey', 'invalid_pix_key', pixKey),
  ]
  throw new AppError('invalid_request', { errors: findings.filter((finding) => finding !== null) })
}

// A Pix code holds ASCII alone: of a name without one Latin letter or digit nothing would be left (Manual do BR Code, fields 59 and 60).
function unprintable(pointer: string, text: string) {
  const isPrintable = /[a-z0-9]/i.test(text.normalize('NFD'))
  return isPrintable ? null : { pointer, code: 'wrong_format', message: 'Use pelo menos uma letra latina ou um número: este texto vai no código Pix.' }
}

function fieldError(pointer: string, code: ErrorCode, value: string | null) {
  return value === null ? { pointer, code, message: `${ERROR_TEXTS[code].title} ${ERROR_TEXTS[code].action}` } : null
}
