// bites: arrows-of-templates
import { surprise } from '../surprises/index.ts'

export const visit = surprise
