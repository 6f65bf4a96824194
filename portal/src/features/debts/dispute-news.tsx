import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { myDisputesQuery } from '../../lib/me.ts'
import { paths } from '../../lib/paths.ts'

/** The way to what the person contested, where there is something. */
export function DisputeNews() {
  const { data } = useQuery(myDisputesQuery)
  return data && data.data.length > 0 ? <p><Link to={paths.disputes}>Minhas contestações</Link></p> : null
}
