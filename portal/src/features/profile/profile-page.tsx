import './profile.css'
import { useQuery } from '@tanstack/react-query'
import { paths } from '../../lib/paths.ts'
import { BackLink, Loading, Page, PageTitle } from '../../ui/page.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { ProfileCard } from './profile-card.tsx'
import { profilesQuery } from './requests.ts'

/** How each creditor sees this person: from what, how it is counted, what for, and the way to a person who looks at it (LGPD 20). */
export function ProfilePage() {
  const profiles = useQuery(profilesQuery)
  if (!profiles.data && profiles.isError) return <Page><PageTitle>Meu histórico</PageTitle><ProblemNotice error={profiles.error} onRetry={() => void profiles.refetch()} /></Page>
  if (!profiles.data) return <Loading />
  const { data } = profiles.data
  return (
    <Page>
      <BackLink to={paths.debts}>Minhas dívidas</BackLink>
      <div className="page-head">
        <PageTitle tab="Meu histórico">Como cada empresa vê meu histórico</PageTitle>
        <p className="lead">{data.length === 0 ? 'Nenhuma empresa daqui tem um histórico seu.' : 'Cada empresa olha só o que aconteceu entre você e ela. Aqui está de onde vem e para que serve, para você conferir.'}</p>
      </div>
      {data.map((profile) => <ProfileCard key={profile.creditor.id} profile={profile} />)}
    </Page>
  )
}
