// bites: rules-take-types-from-their-own-module
import type { Offer } from '../offers/index.ts'

export const decide = (offer: Offer): Offer => offer
