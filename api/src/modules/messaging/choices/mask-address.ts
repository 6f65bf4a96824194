import { formatPhone } from '@repactua/shared/br/phone.ts'

const SHOWN_DIGITS = 4

/** An e-mail address as its owner knows it and nobody else: "m•••@exemplo.test". */
export function maskEmail(email: string): string {
  return email.replace(/^(.).*@/, '$1•••@')
}

/** A phone number by its last four digits, with the area code: "(11) •••••-4321". */
export function maskPhone(e164: string): string {
  const shown = formatPhone(e164)
  const [area = ''] = /^\(\d{2}\) /.exec(shown) ?? []
  return area + shown.slice(area.length, -SHOWN_DIGITS).replace(/\d/g, '•') + shown.slice(-SHOWN_DIGITS)
}
