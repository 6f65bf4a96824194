import './chips.css'

interface ChipsProps {
  name: string
  values: readonly number[]
  chosen: number
  /** Said before each figure by screen readers: "Dia" 10. */
  unit: string
  onChoose: (value: number) => void
}

/** Native radios as a row of short choices. Stands inside a fieldset that asks the question. */
export function Chips({ name, values, chosen, unit, onChoose }: ChipsProps) {
  return (
    <div className="chips">
      {values.map((value) => (
        <label className="chip" key={value}>
          <input type="radio" name={name} value={value} checked={value === chosen} onChange={() => onChoose(value)} />
          <span><span className="visually-hidden">{unit} </span>{value}</span>
        </label>
      ))}
    </div>
  )
}
