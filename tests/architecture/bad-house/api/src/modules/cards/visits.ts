// bites: arrows-of-cards
import { surprise } from '../surprises/index.ts'

export const visit = surprise
