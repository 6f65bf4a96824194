// bites: arrows-of-simulations
import { surprise } from '../surprises/index.ts'

export const visit = surprise
