import { Radio } from 'antd';

interface Props<V extends string> {
  /** These three are given by the form. */
  readonly id?: string;
  readonly value?: V;
  readonly onChange?: (value: V) => void;
  readonly label: string;
  readonly options: readonly { readonly value: V; readonly label: string }[];
}

/** A choice of few, all of them in sight: one tap where a list that unfolds takes two. */
export function Taps<V extends string>({ id, value, onChange, label, options }: Props<V>) {
  return (
    <Radio.Group
      id={id}
      className="taps"
      aria-label={label}
      optionType="button"
      buttonStyle="solid"
      value={value}
      onChange={({ target }) => onChange?.(target.value as V)}
      options={[...options]}
    />
  );
}
