export interface Offer {
  id: string
}
export const findOffer = (): number => 1
