// bites: shared-needs-only-typebox
import pg from 'pg'

export const client = pg
