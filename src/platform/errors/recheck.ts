import { known } from './known.ts';

/** Random re-checks. */
export const recheckErrors = {
  'recheck.empty': known(409, '截至该日没有可抽查的案件。', 'Up to that day there is no case to draw from.'),
  'recheck.tooSoon': known(
    422,
    '种子须在提交计划至少 {minutes} 分钟之后才可得知，请把时间定晚一些。',
    'The seed must come out at least {minutes} minutes after the plan; name a later hour.',
  ),
  'recheck.again': known(
    409,
    '本季度已有第 {number} 号计划。再次抽查须写明理由，理由将随计划公开。',
    'This quarter has plan no. {number}. A second one needs a reason, which is published with it.',
  ),
  'recheck.backwards': known(
    409,
    '第 {number} 号计划的截止日期更晚，不能再对更早的日期抽查。',
    'Plan no. {number} has a later cut-off day; an earlier one cannot be drawn any more.',
  ),
  'recheck.pool': known(422, '有 {count} 名复查人不在花名册中。', '{count} of the re-checkers are not in the roster.'),
  'recheck.otherSource': known(
    409,
    '计划定下的种子来源不是这一种，或不是这一轮。',
    'The plan fixed another source for its seed, or another round.',
  ),
  'recheck.badBeacon': known(
    422,
    '签名不是信标第 {round} 轮的，请核对后重新录入。',
    'This is not the signature of round {round}; compare it and enter it again.',
  ),
  'recheck.relay.off': known(
    409,
    '本系统没有配置信标中继，请由人录入签名。',
    'No relay of the beacon is set here; enter the signature.',
  ),
  'recheck.relay.early': known(409, '这一轮还没有产生，请到时再取。', 'This round is not out yet; ask again then.'),
  'recheck.relay.late': known(
    503,
    '中继还没有这一轮。系统每分钟再取一次，也可以由人录入签名。',
    'The relay does not have this round yet. It is asked again every minute, or the signature can be entered.',
  ),
  'recheck.relay.wrong': known(
    502,
    '中继给出的不是这一轮的签名，未予采用。可由人从别处取得签名录入。',
    'What the relay answered is not the signature of this round and was not taken. Get it elsewhere and enter it.',
  ),
  'recheck.relay.silent': known(
    504,
    '中继没有及时答复。系统每分钟再取一次，也可以由人录入签名。',
    'The relay did not answer in time. It is asked again every minute, or the signature can be entered.',
  ),
  'recheck.relay.down': known(
    502,
    '无法访问中继。系统每分钟再取一次，也可以由人录入签名。',
    'The relay cannot be reached. It is asked again every minute, or the signature can be entered.',
  ),
  'recheck.rolls': known(422, '须录入 {rolls} 个 1 至 6 的点数。', 'Enter {rolls} rolls, each from 1 to 6.'),
  'recheck.diceEarly': known(
    409,
    '约定的掷骰时间还没有到，到时再录入点数。',
    'The hour set for the dice has not come; enter them then.',
  ),
  'recheck.planner': known(
    403,
    '提交计划的人不能录入骰子点数，须由另外两人各自录入。',
    'Whoever made the plan cannot enter its dice; two others do, each alone.',
  ),
  'recheck.drawn': known(409, '本计划已经抽取，种子不能再变。', 'This plan was drawn; its seed is fixed.'),
  'recheck.notYours': known(403, '这件案件不是抽签分给您复查的。', 'This case was not drawn for you to check.'),
  'recheck.barred': known(
    403,
    '抽签之后出现了应当回避的情形，您不能复查这件案件。请登记回避，由同一种子抽出的下一人接续。',
    'Since the draw you must stand back from this case. Step aside; the next of the same seed follows.',
  ),
  'recheck.notLate': known(
    409,
    '复查期限还没有届满（最后一天：{day}），不能换人复查。',
    'The limit has not passed (its last day: {day}); the re-checker cannot be replaced.',
  ),
  'recheck.nobodyElse': known(
    409,
    '人员库中没有其他人可以复查这件案件，请督促复查人，或另行制定计划。',
    'Nobody else of the pool is free to check this case. Urge the re-checker, or make another plan.',
  ),
  'recheck.done': known(409, '这件案件已有复查结果。', 'This case has its result already.'),
} as const;
