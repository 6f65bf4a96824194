import { provenBySql } from './invariant.ts'

const COLUMNS = "information_schema.columns c join information_schema.tables t using (table_schema, table_name) where t.table_schema = 'public' and t.table_type = 'BASE TABLE'"

export const moneyIsInteger = provenBySql({
  name: 'money-is-integer',
  claim: 'no column holds money in anything but whole cents',
  count: `select count(*) from ${COLUMNS} and c.column_name ~ '(^|_)cents$'`,
  broken: `
    select c.table_name || '.' || c.column_name as id from ${COLUMNS}
      and (c.column_name ~ '(^|_)cents$' and c.data_type <> 'bigint' or c.data_type in ('real', 'double precision', 'money'))`,
})
