import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import { useSpeech } from '../locales/index.ts';

interface Props {
  /** `YYYY-MM`. */
  readonly value: string;
  readonly onChange: (month: string) => void;
  readonly label: string;
  /** The last month that can be picked. */
  readonly last: string;
}

/** A month that is over or runs, picked or typed as `2021-03`. */
export function MonthPicker({ value, onChange, label, last }: Props) {
  const { language } = useSpeech();
  return (
    <DatePicker
      picker="month"
      aria-label={label}
      value={dayjs(`${value}-01`)}
      maxDate={dayjs(`${last}-01`)}
      format={[language === 'zh' ? 'YYYY年M月' : 'MMM YYYY', 'YYYY-MM', 'YYYY-M', 'YYYY.M', 'YYYY/M']}
      onChange={(month) => month && onChange(month.format('YYYY-MM'))}
      allowClear={false}
    />
  );
}
