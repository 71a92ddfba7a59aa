import { PlusOutlined } from '@ant-design/icons';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Card, Empty, Input } from 'antd';
import { useState } from 'react';
import { accountsQuery } from '../../api/accounts.ts';
import { Asked } from '../../kit/Asked.tsx';
import { Page } from '../../kit/Page.tsx';
import { useSettled } from '../../kit/use-settled.ts';
import { useSpeech } from '../../locales/index.ts';
import { type AccountChange, AccountDialogs } from './accounts/AccountDialogs.tsx';
import { AccountTable } from './accounts/AccountTable.tsx';

/** Who may sign in, as what and for which unit. For the system administrator. */
export default function AccountsPage() {
  const { t } = useSpeech();
  const [text, setText] = useState('');
  const [asked, ask] = useState<AccountChange | undefined>();
  const query = useInfiniteQuery(accountsQuery(useSettled(text.trim())));
  const accounts = query.data?.pages.flatMap((page) => page.accounts) ?? [];
  return (
    <Page
      title={t.accounts.title}
      lead={t.accounts.lead}
      actions={
        <>
          <Input.Search
            aria-label={t.accounts.search}
            placeholder={t.accounts.searchHint}
            value={text}
            onChange={(event) => setText(event.target.value)}
            allowClear
            style={{ width: 240, maxWidth: '100%' }}
          />
          <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => ask({ what: 'create' })}>
            {t.accounts.new}
          </Button>
        </>
      }
    >
      <Card size="small">
        <Asked query={query} />
        {query.isSuccess && accounts.length === 0 && <Empty description={t.accounts.none} />}
        {accounts.length > 0 && <AccountTable accounts={accounts} onAsk={ask} />}
        {query.hasNextPage && (
          <Button onClick={() => void query.fetchNextPage()} loading={query.isFetchingNextPage} className="more">
            {t.accounts.more}
          </Button>
        )}
      </Card>
      {asked && <AccountDialogs asked={asked} ask={ask} />}
    </Page>
  );
}
