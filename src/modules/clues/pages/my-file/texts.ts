import { type Language, words } from '../../../../platform/words.ts';

/** What the page of the officer's own file says. */
export const texts = {
  title: words('我的事项', 'My file'),
  lead: words(
    '这里是已告知您本人的事项：告知的内容、您的陈述申辩、作出的决定，以及您可以申请的救济。只有您本人和办理人员可以看到，您所在单位看不到。',
    'What you have been told: the facts, what you stated, what was decided, and what you may ask for. You and those who handle it see it; your unit does not.',
  ),
  empty: words('没有告知您的事项。', 'You have not been told of anything.'),
  waiting: words('等您办理', 'What waits for you'),
  nothing: words('现在没有等您办理的事项。', 'Nothing waits for you now.'),
  mayState: words('可以陈述申辩，最后一日 {day}', 'You may state and object until {day}'),
  mayStillState: words(
    '陈述申辩的期限已于 {day} 届满，决定作出前仍可以陈述',
    'The time to state ended on {day}; you may still do so until a decision is made',
  ),
  mayBeAsked: words('可以申请（不是必须）', 'What you may ask for, but need not'),
  mayAsk: words('可以申请{kind}，最后一日 {day}', 'You may ask for {kind} until {day}'),
  told: words('告知', 'What you were told'),
  toldOn: words('{day} 告知', 'Told on {day}'),
  hearing: words('陈述申辩', 'Your statements'),
  hearingHint: words(
    '您可以陈述事实、理由并提交证据。办理人员须逐一核实，并说明采纳或不采纳的理由；不得因申辩加重处理（公职人员政务处分法第四十三条）。',
    'You may state facts and reasons and hand in evidence. Each is checked and answered with reasons, and nothing becomes heavier for it (Sanctions Law, art. 43).',
  ),
  until: words('最后一日 {day}', 'Last day {day}'),
  overdue: words('期限已于 {day} 届满', 'The time ended on {day}'),
  answerBy: words('须在 {day} 前答复您', 'To be answered by {day}'),
  decideBy: words('须在 {day} 前作出决定', 'To be decided by {day}'),
  decideLate: words('已超过决定期限（{day}）', 'The decision is overdue since {day}'),
  state: words('陈述申辩', 'State and object'),
  stateMore: words('补充陈述', 'State more'),
  waive: words('没有需要陈述的', 'Nothing to state'),
  waiveTitle: words('确认没有需要陈述的？', 'Nothing to state?'),
  waiveHint: words(
    '确认后不再等待期限届满；决定作出前您仍可以陈述。',
    'The time is not waited for then; until a decision is made you may still state something.',
  ),
  confirm: words('确认', 'Confirm'),
  statedOn: words('{day} 陈述', 'Stated on {day}'),
  notAnswered: words('尚未答复', 'Not answered yet'),
  answered: words('{day} 答复', 'Answered on {day}'),
  evidence: words('证据：', 'Evidence: '),
  dropped: words('决定不予处理：{reason}', 'No measure is taken: {reason}'),
  decision: words('决定', 'Decision'),
  endsOn: words('处分期满日：', 'Ends by itself on '),
  maySilent: words(
    '{kind}：前一申请逾期未决定，现在就可以提出',
    'The request before is overdue: you may ask for {kind} now',
  ),
  silent: words(
    '前一申请应于 {day} 前决定，至今没有决定；您不必再等，现在就可以提出，决定送达前一直可以。',
    'The request before was to be decided by {day} and is not. You need not wait for it: this may be asked for as long as it is not.',
  ),
  rights: words('不服决定', 'If you do not accept it'),
  rightsHint: words(
    '申请期间不停止决定的执行，也不会因申请加重处理。',
    'Asking does not stop the decision from being carried out, and nothing becomes heavier for asking.',
  ),
  noRights: words('现在没有可以提出的申请。', 'There is nothing to ask for now.'),
  ask: words('申请{kind}', 'Ask for {kind}'),
  gone: words('{kind}：申请期限已于 {day} 届满', '{kind}: could be asked for until {day}'),
  source: words('依据：{source}', 'Source: {source}'),
  requests: words('我的申请', 'What you asked for'),
  askedOn: words('{day} 申请', 'Asked on {day}'),
  withdraw: words('撤回', 'Withdraw'),
  withdrawTitle: words('撤回这项申请？', 'Withdraw this request?'),
  withdrawHint: words('期限内可以重新申请。', 'Within the time it may be asked for again.'),
  clearing: words('澄清正名', 'Your name is cleared'),
  clearingHint: words(
    '反映您的问题经查不属实。以下内容将在所列范围内澄清，须经您本人同意；其中不涉及举报人。',
    'What was reported on you proved unfounded. These words will be published within the scope below if you agree; they say nothing of who reported.',
  ),
  mayAnswer: words('请答复是否同意澄清，最后一日 {day}', 'Say whether you agree to the clearing until {day}'),
  agree: words('同意澄清', 'Agree'),
  decline: words('不同意澄清', 'Decline'),
  agreeTitle: words('同意按以上内容和范围澄清？', 'Agree to these words and this scope?'),
  declineTitle: words('不同意澄清？', 'Decline the clearing?'),
  declineHint: words(
    '不再发布；结论仍为不属实。',
    'Nothing will be published; the finding that it was unfounded stands.',
  ),
  agreeHint: words('发布前您仍可以改变主意。', 'Until it is published you may still change your mind.'),
  needed: words('请填写', 'Please fill this in'),
  send: words('提交', 'Send'),
} as const;

/** A name that stands inside a sentence: an English one begins small there. */
export const midSentence = (name: string, language: Language): string =>
  language === 'en' ? name.charAt(0).toLowerCase() + name.slice(1) : name;
