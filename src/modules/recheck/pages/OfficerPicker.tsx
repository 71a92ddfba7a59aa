import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { choicesQuery } from '../../../web/api/registers.ts';
import { useSettled } from '../../../web/kit/use-settled.ts';
import { useSpeech } from '../../../web/locales/index.ts';

interface Props {
  readonly id?: string;
  readonly label: string;
  readonly value?: readonly string[];
  readonly onChange?: (officers: string[]) => void;
}

/** Officers of the roster, found as the reader types; those chosen keep their names. */
export function OfficerPicker({ id, label, value = [], onChange }: Props) {
  const { t } = useSpeech();
  const [typed, setTyped] = useState('');
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  const choices = useQuery(choicesQuery('organisation.officers', useSettled(typed)));
  const found = (choices.data ?? []).map(({ record, title }) => ({ value: record, label: title }));
  const chosen = value.filter((record) => !found.some((one) => one.value === record));
  return (
    <Select<string[], { value: string; label: string }>
      id={id}
      aria-label={label}
      mode="multiple"
      value={[...value]}
      onChange={(records, options) => {
        setNames(
          new Map([...names, ...[options].flat().flatMap((one) => (one ? [[one.value, one.label] as const] : []))]),
        );
        onChange?.(records);
      }}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      allowClear
      loading={choices.isFetching}
      options={[
        ...chosen.map((record) => ({ value: record, label: names.get(record) ?? record.slice(0, 8) })),
        ...found,
      ]}
      placeholder={t.register.pick}
      notFoundContent={t.register.noChoices}
      style={{ width: '100%' }}
    />
  );
}
