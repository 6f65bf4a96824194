import { useQuery } from '@tanstack/react-query'
import { meQuery } from '../../lib/me.ts'
import { Icon } from '../../ui/icons.tsx'

/** Only a demo has it: a bank where a code is used with a press, by nobody and with nothing. */
export function DemoBank({ code, children }: { code: string; children: string }) {
  const { data: me } = useQuery(meQuery)
  if (!me?.demoBankUrl) return null
  return (
    <p className="small">
      <a className="link" href={`${me.demoBankUrl}/?codigo=${encodeURIComponent(code)}`} target="_blank" rel="noreferrer"><Icon name="external" />{children}</a>
    </p>
  )
}
