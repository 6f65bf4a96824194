import type { MyProfile } from '@repactua/shared/contract/profile-reviews.ts'
import { formatDay } from '@repactua/shared/time/local-date.ts'
import { BrandScope } from '../../ui/brand-scope.tsx'
import { Card } from '../../ui/card.tsx'
import { CreditorLine } from '../../ui/creditor-badge.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { PointsAccount } from './points-account.tsx'
import { ReviewPart } from './review-part.tsx'

/** How one creditor sees the person: the band in a sentence, the account behind it, what it is used for, and who looks at it on request. */
export function ProfileCard({ profile }: { profile: MyProfile }) {
  const { creditor, bandText, importanceText, usedFor, notUsed, asOf } = profile
  return (
    <BrandScope color={creditor.brand.color}>
      <Card as="article" aria-labelledby={`${creditor.id}-name`}>
        <CreditorLine brand={creditor.brand}>
          <h2 id={`${creditor.id}-name`}>{creditor.brand.name}</h2>
          <p className="soft small">Como está em {formatDay(asOf, { year: true })}</p>
        </CreditorLine>
        <p>{bandText}</p>
        <div>
          <Disclosure title="De onde isso vem"><From profile={profile} /></Disclosure>
          <Disclosure title="Para que serve">
            <ul className="bullets small">{usedFor.map((use) => <li key={use}>{use}</li>)}</ul>
          </Disclosure>
          <Disclosure title="O que não entra"><p className="small">{notUsed}</p></Disclosure>
        </div>
        <p className="soft small">{importanceText}</p>
        <ReviewPart profile={profile} />
      </Card>
    </BrandScope>
  )
}

function From({ profile: { sourceText, computed, uploaded } }: { profile: MyProfile }) {
  return (
    <div className="stack stack-tight small">
      <p>{sourceText}</p>
      {uploaded && uploaded.reasons.length > 0 && <ul className="bullets">{uploaded.reasons.map((reason) => <li key={reason}>{reason}</li>)}</ul>}
      {computed && <PointsAccount computed={computed} />}
    </div>
  )
}
