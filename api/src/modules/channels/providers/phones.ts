/** A phone as carriers write it ("whatsapp:+5511912345678", "551112345678") in E.164. WhatsApp knows older Brazilian mobiles without their ninth digit. */
export function phoneOf(text: string): string {
  const digits = text.replace(/\D/g, '')
  const [, area, eight] = /^55(\d{2})([6-9]\d{7})$/.exec(digits) ?? []
  return `+${area && eight ? `55${area}9${eight}` : digits}`
}

/** E.164 without its plus, as some want it. */
export function digitsOf(phone: string): string {
  return phone.replace(/\D/g, '')
}
