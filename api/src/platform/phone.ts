import parsePhoneNumber from 'libphonenumber-js/max'

/** A Brazilian phone as E.164, "+5511912345678", or null where the number does not exist in the numbering plan. */
export function normalisePhone(text: string): string | null {
  const phone = parsePhoneNumber(text, 'BR')
  return phone?.isValid() && phone.country === 'BR' ? phone.number : null
}
