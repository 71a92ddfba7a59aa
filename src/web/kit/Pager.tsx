import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button, Space } from 'antd';
import { fill } from '../../platform/words.ts';
import { useSpeech } from '../locales/index.ts';
import { formatNumber } from './format.ts';

interface Props {
  /** Number of the first record shown, from 1. */
  readonly from: number;
  readonly shown: number;
  readonly onPrevious: (() => void) | undefined;
  readonly onNext: (() => void) | undefined;
}

/** Forward and back through a list that is read by keyset, where pages have no numbers. */
export function Pager({ from, shown, onPrevious, onNext }: Props) {
  const { t } = useSpeech();
  return (
    <div className="pager">
      <span className="quiet numbers" role="status">
        {fill(t.register.range, { from: formatNumber(from), to: formatNumber(from + shown - 1) })}
      </span>
      <Space>
        <Button icon={<LeftOutlined aria-hidden />} disabled={!onPrevious} onClick={onPrevious}>
          {t.register.previous}
        </Button>
        <Button icon={<RightOutlined aria-hidden />} iconPlacement="end" disabled={!onNext} onClick={onNext}>
          {t.register.next}
        </Button>
      </Space>
    </div>
  );
}
