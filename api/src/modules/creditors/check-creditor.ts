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
  if (cnpj !== null && phone !== null && pixKey !== null) return { ...input, cnpj, phone, pixKey }
  const findings = [
    fieldError('/cnpj', 'invalid_cnpj', cnpj),
    fieldError('/phone', 'invalid_phone', phone),
    fieldError('/pixKey', 'invalid_pix_key', pixKey),
  ]
  throw new AppError('invalid_request', { errors: findings.filter((finding) => finding !== null) })
}

function fieldError(pointer: string, code: ErrorCode, value: string | null) {
  return value === null ? { pointer, code, message: `${ERROR_TEXTS[code].title} ${ERROR_TEXTS[code].action}` } : null
}
