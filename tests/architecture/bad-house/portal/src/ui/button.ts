// bites: ui-knows-no-feature
import { page } from '../features/debts/page.ts'

export const button = page
