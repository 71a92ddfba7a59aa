import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { choicesQuery } from '../api/registers.ts';
import { useSpeech } from '../locales/index.ts';
import { useSettled } from './use-settled.ts';
import { useTitles } from './use-titles.ts';

interface Props {
  readonly id?: string;
  /** The register that is pointed to. */
  readonly to: string;
  readonly value?: readonly string[];
  readonly onChange?: (records: string[] | undefined) => void;
  readonly label?: string;
  /** At most one record. */
  readonly single?: boolean;
}

/** Finds records of another register by name, as the reader types. */
export function RecordPicker({ id, to, value = [], onChange, label, single = false }: Props) {
  const { t } = useSpeech();
  const [typed, setTyped] = useState('');
  const [opened, setOpened] = useState(false);
  const q = useSettled(typed);
  const choices = useQuery({ ...choicesQuery(to, q), enabled: opened });
  const known = new Map((choices.data ?? []).map(({ record, title }) => [record, title]));
  const titles = useTitles(
    to,
    value.filter((record) => !known.has(record)),
  );
  const unlisted = value.filter((record) => !known.has(record));
  const options = [
    ...unlisted.map((record) => ({ value: record, label: titles.get(record) ?? record.slice(0, 8) })),
    ...[...known].map(([record, title]) => ({ value: record, label: title })),
  ];
  return (
    <Select<string[] | string>
      id={id}
      aria-label={label}
      mode={single ? undefined : 'multiple'}
      value={single ? value[0] : [...value]}
      onChange={(chosen) => {
        const records = chosen === undefined ? [] : Array.isArray(chosen) ? chosen : [chosen];
        onChange?.(records.length > 0 ? records : undefined);
      }}
      onOpenChange={(open) => open && setOpened(true)}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      allowClear
      loading={choices.isFetching}
      options={options}
      placeholder={t.register.pick}
      notFoundContent={t.register.noChoices}
      style={{ width: '100%' }}
    />
  );
}
