import type { Agreement } from '@repactua/shared/contract/agreements.ts'
import type { OfferOption } from '@repactua/shared/contract/offers.ts'

type Granted = Pick<OfferOption, 'paymentMethods'>

/** How an installment can be paid: by Pix always, by boleto where the option grants it and the creditor has an account for it, by card where it has one for that. */
export function paymentMethodsOf(option: Granted, creditor: { acceptsBoleto: boolean; acceptsCard: boolean }): Agreement['paymentMethods'] {
  return ['pix', ...(creditor.acceptsBoleto && isGranted(option) ? (['boleto'] as const) : []), ...(creditor.acceptsCard ? (['card'] as const) : [])]
}

/** True where the option that was signed grants payment by boleto. */
export function grantsBoleto({ optionDocument }: { optionDocument: string }): boolean {
  return isGranted(JSON.parse(optionDocument) as Granted)
}

function isGranted({ paymentMethods }: Granted): boolean {
  return paymentMethods?.includes('boleto') ?? false
}
