// bites: api-never-meets-portal
import { button } from '../../../portal/src/ui/button.ts'

export const page = button
