// bites: features-do-not-visit
import { offers } from '../offers/page.ts'

export const page = offers
