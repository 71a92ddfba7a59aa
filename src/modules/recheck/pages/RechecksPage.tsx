import { PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button, Card, Space, Tag } from 'antd';
import { fill } from '../../../platform/words.ts';
import { plansQuery } from '../../../web/api/recheck.ts';
import { Anchor } from '../../../web/kit/Anchor.tsx';
import { Asked } from '../../../web/kit/Asked.tsx';
import { FoldingTable } from '../../../web/kit/FoldingTable.tsx';
import { formatDay, formatMoment, formatNumber } from '../../../web/kit/format.ts';
import { Page } from '../../../web/kit/Page.tsx';
import { paths } from '../../../web/kit/paths.ts';
import { useSpeech } from '../../../web/locales/index.ts';
import { OwnCases } from './OwnCases.tsx';
import { StateTag } from './StateTag.tsx';
import { useHolds } from './use-holds.ts';

/** All plans, newest first, and for a re-checker the cases drawn for him. */
export default function RechecksPage() {
  const { t, language } = useSpeech();
  const navigate = useNavigate();
  const [mayPlan, mayCheck] = [useHolds('plan'), useHolds('check')];
  const query = useQuery(plansQuery);
  const own = t.recheck;
  return (
    <Page
      title={own.title}
      lead={own.lead}
      actions={
        mayPlan && (
          <Button
            type="primary"
            icon={<PlusOutlined aria-hidden />}
            onClick={() => void navigate({ to: paths.newRecheck })}
          >
            {own.new}
          </Button>
        )
      }
    >
      {mayCheck && <OwnCases />}
      <Card size="small">
        <Asked query={query} none={{ when: ({ plans }) => plans.length === 0, says: own.none }}>
          {({ plans }) => (
            <FoldingTable
              label={own.title}
              rows={plans}
              keyOf={({ id }) => id}
              columns={[
                {
                  head: own.name,
                  names: true,
                  cell: ({ id, number, title }) => (
                    <Anchor to={paths.recheck(id)}>
                      {fill(own.number, { n: number })} {title}
                    </Anchor>
                  ),
                },
                { head: own.population, cell: ({ population }) => own.populations[population] },
                { head: own.asOf, cell: ({ asOf }) => formatDay(asOf, language) },
                {
                  head: own.state,
                  cell: ({ state, late, replacedBy }) => (
                    <Space size={4} wrap>
                      <StateTag state={state} />
                      {late > 0 && <Tag color="error">{fill(own.limit.lateTag, { n: late })}</Tag>}
                      {replacedBy !== null && <Tag>{fill(own.replacedBy, { n: replacedBy })}</Tag>}
                    </Space>
                  ),
                },
                { head: own.seedAt, cell: ({ seedAt }) => formatMoment(seedAt, language) },
                { head: own.cases, number: true, cell: ({ cases }) => formatNumber(cases) },
                { head: own.size, number: true, cell: ({ size }) => formatNumber(size) },
                { head: own.done, number: true, cell: ({ done }) => formatNumber(done) },
              ]}
            />
          )}
        </Asked>
      </Card>
    </Page>
  );
}
