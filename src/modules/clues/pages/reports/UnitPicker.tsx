import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { choicesQuery } from '../../../../web/api/registers.ts';
import { useSettled } from '../../../../web/kit/use-settled.ts';
import { useSpeech } from '../../../../web/locales/index.ts';

interface Props {
  /** These three are given by the form. */
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (record: string | undefined) => void;
}

/** Finds a unit by name, as the reader types. */
export function UnitPicker({ id, value, onChange }: Props) {
  const { t } = useSpeech();
  const [typed, setTyped] = useState('');
  const choices = useQuery(choicesQuery('organisation.units', useSettled(typed)));
  return (
    <Select<string>
      id={id}
      value={value}
      onChange={onChange}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      allowClear
      loading={choices.isFetching}
      options={choices.data?.map(({ record, title }) => ({ value: record, label: title }))}
      placeholder={t.register.pick}
      notFoundContent={t.register.noChoices}
      style={{ width: '100%' }}
    />
  );
}
