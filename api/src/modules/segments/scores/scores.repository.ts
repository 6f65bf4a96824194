import { sql } from 'drizzle-orm'
import type { UploadedScore } from '../../../core/segments/types.ts'
import type { Transaction } from '../../../platform/db/transaction.ts'

/** A band that somebody is given; a new version unless it says what the newest one says. */
export interface NewScore extends Omit<UploadedScore, 'version'> {
  debtorId: string
}

const WHOSE = `select o.place::int - 1 as index, coalesce(p.id, d.debtor_id) as "debtorId"
  from unnest($2::bytea[], $3::text[]) with ordinality as o(cpf_index, external_id, place)
    left join debtors p on p.creditor_id = $1 and p.cpf_index = o.cpf_index
    left join debts d on d.creditor_id = $1 and d.external_id = o.external_id
  order by o.place`

/** Whose each of these is, by CPF or by a debt, in their order; null for nobody's. */
export async function findWhose(tx: Transaction, creditorId: string, asked: readonly { cpfIndex: Buffer | null; externalId: string | null }[]): Promise<(string | null)[]> {
  const values = [creditorId, asked.map(({ cpfIndex }) => cpfIndex), asked.map(({ externalId }) => externalId)]
  const { rows } = await tx.$client.query<{ debtorId: string | null }>({ name: 'find_whose_scores', text: WHOSE, values })
  return rows.map(({ debtorId }) => debtorId)
}

/** Uploads of one creditor go one after another: each gives out versions. */
export async function lockScores(tx: Transaction, creditorId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`debtor-scores:${creditorId}`}, 0))`)
}

const INSERT = `insert into debtor_scores (creditor_id, debtor_id, version, band, score, reasons, source, valid_until, created_at)
  select $1, n."debtorId", coalesce(l.version, 0) + 1, n.band, n.score, n.reasons, n.source, n."validUntil", $3
  from jsonb_to_recordset($2::jsonb) as n("debtorId" uuid, band text, score integer, reasons text[], source text, "validUntil" date)
    left join lateral (select * from debtor_scores s where s.creditor_id = $1 and s.debtor_id = n."debtorId" order by s.version desc limit 1) l on true
  where l.version is null or (l.band, l.score, l.reasons, l.source, l.valid_until) is distinct from (n.band, n.score, n.reasons, n.source, n."validUntil")`

/** Writes bands, each of another person; gives back how many were new. Under the lock of `lockScores`. */
export async function insertScores(tx: Transaction, creditorId: string, scores: readonly NewScore[], createdAt: Date): Promise<number> {
  const { rowCount } = await tx.$client.query({ name: 'insert_scores', text: INSERT, values: [creditorId, JSON.stringify(scores), createdAt] })
  return rowCount ?? 0
}
