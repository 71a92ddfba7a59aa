import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import { useSpeech } from '../locales/index.ts';
import { keepForm } from './keep-form.ts';

interface Props {
  readonly id?: string;
  /** `YYYY-MM-DD`. */
  readonly value?: string | null;
  readonly onChange?: (day: string | undefined) => void;
  readonly label?: string;
  readonly placeholder?: string;
}

/** A day, picked or typed as `2021-03-01` or as the language writes it. */
export function DayPicker({ id, value, onChange, label, placeholder }: Props) {
  const { language } = useSpeech();
  return (
    <DatePicker
      id={id}
      aria-label={label}
      placeholder={placeholder}
      value={value ? dayjs(value) : null}
      format={[language === 'zh' ? 'YYYY年M月D日' : 'D MMM YYYY', 'YYYY-MM-DD', 'YYYY-M-D', 'YYYY.M.D', 'YYYY/M/D']}
      onChange={(day) => onChange?.(day ? day.format('YYYY-MM-DD') : undefined)}
      onKeyDown={keepForm}
      style={{ width: '100%' }}
    />
  );
}
