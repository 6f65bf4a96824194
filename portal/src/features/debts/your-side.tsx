import { Link } from 'react-router'
import { paths } from '../../lib/paths.ts'

/** What a person decides of how they are dealt with. */
export function YourSide() {
  return (
    <ul className="plain-list">
      <li><Link className="link" to={paths.notices}>Escolher como falam comigo</Link></li>
      <li><Link className="link" to={paths.profile}>Como cada empresa vê meu histórico</Link></li>
    </ul>
  )
}
