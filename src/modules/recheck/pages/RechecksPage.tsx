import { PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button, Card, Empty, Flex, Tag } from 'antd';
import { fill } from '../../../platform/words.ts';
import { plansQuery } from '../../../web/api/recheck.ts';
import { Anchor } from '../../../web/kit/Anchor.tsx';
import { Asked } from '../../../web/kit/Asked.tsx';
import { formatDay, formatMoment } from '../../../web/kit/format.ts';
import { Page } from '../../../web/kit/Page.tsx';
import { paths } from '../../../web/kit/paths.ts';
import { ScrollBox } from '../../../web/kit/ScrollBox.tsx';
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
  const plans = query.data?.plans ?? [];
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
        <Asked query={query} />
        {query.isSuccess && plans.length === 0 && <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={own.none} />}
        {plans.length > 0 && (
          <ScrollBox label={own.title}>
            <table className="plain folding">
              <thead>
                <tr>
                  {[own.name, own.population, own.asOf, own.state, own.seedAt, own.cases, own.size, own.done].map(
                    (name) => (
                      <th key={name} scope="col">
                        {name}
                      </th>
                    ),
                  )}
                </tr>
              </thead>
              <tbody>
                {plans.map((plan) => (
                  <tr key={plan.id}>
                    <th scope="row">
                      <Anchor to={paths.recheck(plan.id)}>
                        {fill(own.number, { n: plan.number })} {plan.title}
                      </Anchor>
                    </th>
                    <td data-label={own.population}>{own.populations[plan.population]}</td>
                    <td data-label={own.asOf}>{formatDay(plan.asOf, language)}</td>
                    <td data-label={own.state}>
                      <Flex gap={4} wrap>
                        <StateTag state={plan.state} />
                        {plan.late > 0 && <Tag color="error">{fill(own.limit.lateTag, { n: plan.late })}</Tag>}
                        {plan.replacedBy !== null && <Tag>{fill(own.replacedBy, { n: plan.replacedBy })}</Tag>}
                      </Flex>
                    </td>
                    <td data-label={own.seedAt}>{formatMoment(plan.seedAt, language)}</td>
                    <td data-label={own.cases}>{plan.cases}</td>
                    <td data-label={own.size}>{plan.size}</td>
                    <td data-label={own.done}>{plan.done}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollBox>
        )}
      </Card>
    </Page>
  );
}
