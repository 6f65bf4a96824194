import { Link } from 'react-router'
import { paths } from '../../lib/paths.ts'

/** What a person decides of how they are dealt with. */
export function YourSide() {
  return <p><Link to={paths.notices}>Escolher como falam comigo</Link></p>
}
