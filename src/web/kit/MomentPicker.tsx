import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import { useSpeech } from '../locales/index.ts';
import { shanghaiClock } from './format.ts';
import { keepForm } from './keep-form.ts';

interface Props {
  readonly id?: string;
  /** A moment in ISO 8601. */
  readonly value?: string | null;
  readonly onChange?: (moment: string | undefined) => void;
}

/** A moment to the minute, in the time of the house (Asia/Shanghai, which has kept +08:00 since 1992). */
export function MomentPicker({ id, value, onChange }: Props) {
  const { language } = useSpeech();
  const clock = value ? shanghaiClock(value) : undefined;
  return (
    <DatePicker
      id={id}
      showTime={{ format: 'HH:mm' }}
      value={clock ? dayjs(clock) : null}
      format={[language === 'zh' ? 'YYYY年M月D日 HH:mm' : 'D MMM YYYY HH:mm', 'YYYY-MM-DD HH:mm']}
      onChange={(at) => onChange?.(at ? `${at.format('YYYY-MM-DDTHH:mm')}:00+08:00` : undefined)}
      onKeyDown={keepForm}
      style={{ width: '100%' }}
    />
  );
}
