import type { PlanPreview } from '../../../web/api/recheck.ts';
import { ScrollBox } from '../../../web/kit/ScrollBox.tsx';
import { useSpeech } from '../../../web/locales/index.ts';

/** What is drawn from which cases. */
export function GroupTable({ groups }: { groups: PlanPreview['groups'] }) {
  const { t, say } = useSpeech();
  const own = t.recheck;
  return (
    <ScrollBox label={own.groups}>
      <table className="plain folding">
        <thead>
          <tr>
            {[own.group.unit, own.group.risk, own.group.count, own.group.size].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {groups.map(({ unit, risk, count, size }) => (
            <tr key={`${unit?.zh}/${risk}`}>
              <th scope="row">{unit ? say(unit) : own.group.all}</th>
              <td data-label={own.group.risk}>{risk ? own.risks[risk] : own.group.all}</td>
              <td data-label={own.group.count}>{count}</td>
              <td data-label={own.group.size}>{size}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
