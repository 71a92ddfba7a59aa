import { DownOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import type { RoomMatter } from '../../../../modules/pages.ts';
import { isDue } from '../../../../platform/lifecycle/duties.ts';
import type { LimitView } from '../../../api/matters.ts';
import { useSpeech } from '../../../locales/index.ts';

interface Props {
  readonly matter: RoomMatter;
  /** Steps the reader may take now. */
  readonly actions: readonly string[];
  readonly limits: readonly LimitView[];
  readonly onTake: (action: string) => void;
}

/** The steps the matter waits for as buttons; those that are taken only when there is cause behind one more. */
export function StepButtons({ matter: { lifecycle }, actions, limits, onTake }: Props) {
  const { t, say } = useSpeech();
  const running = limits.filter(({ stoppedAt }) => stoppedAt === null).map(({ id }) => id);
  const due = actions.filter((action) => isDue(lifecycle, action, running));
  const other = actions.filter((action) => !due.includes(action));
  return (
    <>
      {due.map((action, at) => (
        <Button key={action} type={at === 0 ? 'primary' : 'default'} onClick={() => onTake(action)}>
          {say(lifecycle.actions[action]!.words)}
        </Button>
      ))}
      {other.length > 0 && (
        <Dropdown
          trigger={['click']}
          getPopupContainer={(button) => button.parentElement!}
          menu={{
            items: other.map((action) => ({ key: action, label: say(lifecycle.actions[action]!.words) })),
            onClick: ({ key }) => onTake(key),
          }}
        >
          <Button>
            {t.matters.otherSteps} <DownOutlined aria-hidden />
          </Button>
        </Dropdown>
      )}
    </>
  );
}
