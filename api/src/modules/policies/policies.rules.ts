import type { Campaign, PolicyInput } from '@repactua/shared/contract/policies.ts'
import { daysBetween, type LocalDate } from '@repactua/shared/time/local-date.ts'
import type { PolicyBreach } from '../../core/legal/types.ts'

/** What of a policy stands around its rules. */
export type PolicyFrame = Pick<PolicyInput, 'rules' | 'validFrom' | 'validTo' | 'audience' | 'campaigns'>

const LONGEST_CAMPAIGN_DAYS = 365

/** What in a policy's dates and campaigns can never take effect, or says two things at once. */
export function checkFrame(policy: PolicyFrame, today: LocalDate): PolicyBreach[] {
  const campaigns = policy.campaigns ?? []
  return [...validity(policy, today), ...campaigns.flatMap((campaign, i) => checkCampaign(campaign, i, campaigns)), ...namedCampaigns(policy)]
}

function validity({ validFrom, validTo }: PolicyFrame, today: LocalDate): PolicyBreach[] {
  if (validTo === undefined) return []
  if (validFrom !== undefined && validTo < validFrom) return [breach('/validTo', 'validity-order', 'A validade termina antes de começar.')]
  return validTo < today ? [breach('/validTo', 'validity-past', 'A validade já terminou.')] : []
}

function checkCampaign({ code, startsOn, endsOn }: Campaign, i: number, campaigns: readonly Campaign[]): PolicyBreach[] {
  const pointer = `/campaigns/${i}`
  const isTwin = campaigns.findIndex((other) => other.code === code) < i
  return [
    ...(isTwin ? [breach(`${pointer}/code`, 'campaign-twice', `A campanha ${code} aparece mais de uma vez.`)] : []),
    ...(endsOn < startsOn ? [breach(`${pointer}/endsOn`, 'campaign-order', 'A campanha termina antes de começar.')] : []),
    ...(daysBetween(startsOn, endsOn) > LONGEST_CAMPAIGN_DAYS ? [breach(`${pointer}/endsOn`, 'campaign-too-long', 'Uma campanha dura no máximo um ano.')] : []),
  ]
}

function namedCampaigns({ rules, audience, campaigns = [] }: PolicyFrame): PolicyBreach[] {
  const unknown = rules.flatMap(({ when }, i) =>
    when.campaign === undefined || campaigns.some(({ code }) => code === when.campaign)
      ? []
      : [breach(`/rules/${i}/when/campaign`, 'campaign-unknown', `A campanha ${when.campaign} não está em campaigns.`)])
  const inAudience = audience?.campaign === undefined ? [] : [breach('/audience/campaign', 'audience-campaign', 'O público é de toda a política; uma campanha é condição de uma regra.')]
  return [...unknown, ...inAudience]
}

function breach(pointer: string, rule: string, message: string): PolicyBreach {
  return { pointer, code: 'policy_invalid', rule, source: null, limit: null, value: null, message }
}
