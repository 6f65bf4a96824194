/** Puts the mask of a CPF on what has been typed so far: "529982" -> "529.982". */
export function maskTypedCpf(text: string): string {
  const digits = onlyDigits(text).slice(0, 11)
  return digits
    .replace(/^(\d{3})(\d)/, '$1.$2')
    .replace(/^(\d{3}\.\d{3})(\d)/, '$1.$2')
    .replace(/^(\d{3}\.\d{3}\.\d{3})(\d)/, '$1-$2')
}

/** Keeps the digits of a pasted code: "Seu código: 123 456" -> "123456". */
export function typedCode(text: string): string {
  return onlyDigits(text).slice(0, 6)
}

/** A verification code as the paper has it, however it was typed: "7qkdm2xr 9htc" -> "7QKD-M2XR-9HTC". */
export function typedVerificationCode(text: string): string {
  return text.toUpperCase().replace(/[^0-9A-Z]/g, '').replace(/(.{4})(?=.)/g, '$1-')
}

function onlyDigits(text: string): string {
  return text.replace(/\D/g, '')
}
