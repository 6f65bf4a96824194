import type { BlockLists } from '@repactua/shared/contract/block-lists.ts'
import type { Work } from '../../../platform/work.ts'
import { countLists } from './block-lists.repository.ts'

/** The states' lists that stand, how many phones each has, and since when. */
export async function listBlockLists({ tx }: Work): Promise<BlockLists> {
  return { data: (await countLists(tx)).map(({ since, ...list }) => ({ ...list, since: since.toISOString() })) }
}
