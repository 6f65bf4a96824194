import type { Address } from '../contract/creditors.ts'

/** An address on one line: "Rua de Exemplo, 100, sala 2, Centro, São Paulo/SP, CEP 01001-000". */
export function formatAddress({ street, number, complement, district, city, state, postalCode }: Address): string {
  const postal = `CEP ${postalCode.slice(0, 5)}-${postalCode.slice(5)}`
  return [street, number, complement, district, `${city}/${state}`, postal].filter((part) => part !== undefined).join(', ')
}
