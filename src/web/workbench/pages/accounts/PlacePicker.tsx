import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { placesQuery } from '../../../api/accounts.ts';
import { useSettled } from '../../../kit/use-settled.ts';
import { useSpeech } from '../../../locales/index.ts';

interface Props {
  readonly id?: string;
  readonly of: 'units' | 'officers';
  readonly value?: string | null;
  readonly onChange?: (record: string | null) => void;
}

/** The unit an account belongs to, found by name; or its officer, found by the whole number. */
export function PlacePicker({ id, of, value, onChange }: Props) {
  const { t } = useSpeech();
  const [typed, setTyped] = useState('');
  const number = useSettled(typed.trim());
  const query = useQuery({
    ...placesQuery(of, of === 'officers' ? number : ''),
    enabled: of === 'units' || number !== '',
  });
  const found = (query.data?.places ?? []).map(({ record, title }) => ({ value: record, label: title }));
  // An officer who is linked already was not looked up here, so only the number would name him.
  const known = !value || found.some((option) => option.value === value);
  return (
    <Select
      id={id}
      value={value ?? undefined}
      onChange={(record) => onChange?.(record ?? null)}
      placeholder={t.register.pick}
      notFoundContent={t.register.noChoices}
      options={known ? found : [...found, { value, label: t.accounts.linked }]}
      showSearch={{ optionFilterProp: 'label', onSearch: setTyped }}
      allowClear
      style={{ width: '100%' }}
    />
  );
}
