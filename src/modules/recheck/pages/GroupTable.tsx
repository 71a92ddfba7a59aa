import type { PlanPreview } from '../../../web/api/recheck.ts';
import { FoldingTable } from '../../../web/kit/FoldingTable.tsx';
import { formatNumber } from '../../../web/kit/format.ts';
import { useSpeech } from '../../../web/locales/index.ts';

/** What is drawn from which cases. */
export function GroupTable({ groups }: { groups: PlanPreview['groups'] }) {
  const { t, say } = useSpeech();
  const own = t.recheck;
  return (
    <FoldingTable
      label={own.groups}
      rows={groups}
      keyOf={({ unit, risk }) => `${unit?.zh}/${risk}`}
      columns={[
        { head: own.group.unit, names: true, cell: ({ unit }) => (unit ? say(unit) : own.group.all) },
        { head: own.group.risk, cell: ({ risk }) => (risk ? own.risks[risk] : own.group.all) },
        { head: own.group.count, number: true, cell: ({ count }) => formatNumber(count) },
        { head: own.group.size, number: true, cell: ({ size }) => formatNumber(size) },
      ]}
    />
  );
}
