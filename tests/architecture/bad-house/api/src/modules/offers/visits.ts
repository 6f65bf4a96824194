// bites: arrows-of-offers
import { surprise } from '../surprises/index.ts'

export const visit = surprise
