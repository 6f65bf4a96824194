import '../../ui/option-card.css'
import type { ContactCell } from '@repactua/shared/contract/contact-choices.ts'
import type { Channel, Purpose } from '@repactua/shared/contract/messaging.ts'
import { CHANNEL_NAMES } from '../../lib/channel-words.ts'

const PURPOSE_NAMES: Record<Purpose, string> = { collection: 'Dívidas e ofertas', service: 'Meus acordos e pedidos' }

interface ChoiceTableProps {
  /** Whom it is about, for who does not see the heading above. */
  caption: string
  choices: readonly ContactCell[]
  /** What is off here cannot be turned on in this table. */
  ceiling?: readonly ContactCell[]
  onChoose: (choice: ContactCell) => void
}

/** A tick for each channel and purpose. */
export function ChoiceTable({ caption, choices, ceiling = [], onChoose }: ChoiceTableProps) {
  const channels = [...new Set(choices.map(({ channel }) => channel))]
  const purposes = [...new Set(choices.map(({ purpose }) => purpose))]
  return (
    <table className="choices">
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <td />
          {purposes.map((purpose) => <th key={purpose} scope="col">{PURPOSE_NAMES[purpose]}</th>)}
        </tr>
      </thead>
      <tbody>
        {channels.map((channel) => (
          <tr key={channel}>
            <th scope="row">{CHANNEL_NAMES[channel]}</th>
            {purposes.map((purpose) => <td key={purpose}><ChoiceTick choice={found(choices, channel, purpose)} isFixed={found(ceiling, channel, purpose)?.allowed === false} onChoose={onChoose} /></td>)}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function ChoiceTick({ choice, isFixed, onChoose }: { choice: ContactCell | undefined; isFixed: boolean; onChoose: (choice: ContactCell) => void }) {
  if (!choice) return null
  const { channel, purpose, allowed } = choice
  return (
    <label className="choice">
      <input className="option-control" type="checkbox" checked={allowed} disabled={isFixed} onChange={(event) => onChoose({ ...choice, allowed: event.target.checked })} />
      <span className="visually-hidden">{CHANNEL_NAMES[channel]}: {PURPOSE_NAMES[purpose]}{isFixed && ', desligado para todas as empresas'}</span>
    </label>
  )
}

function found(choices: readonly ContactCell[], channel: Channel, purpose: Purpose): ContactCell | undefined {
  return choices.find((one) => one.channel === channel && one.purpose === purpose)
}
