/**
 * What the first officer account of the demo city finds on the own file: one hearing that waits for the officer, one that was answered
 * and decided, and words in which the officer's name is to be cleared. All of it is invented.
 */
export const hearings = {
  waiting: {
    facts: '2020年9月，在某交通事故案件办理期间，两次向承办民警询问案件进展，未作记录。',
    grounds:
      '拟认定违反《领导干部干预司法活动、插手具体案件处理的记录、通报和责任追究规定》的要求，情节轻微；拟给予批评教育。',
    proposed: 'CRITICISM',
  },
  decided: {
    told: {
      facts: '2019年至2020年，三次收受管理服务对象所送节日礼品，折合人民币2600元。',
      grounds: '公职人员政务处分法第三十四条；拟给予警告。',
      proposed: 'WARNING',
    },
    statement: {
      text: '其中一次是同学往来，我于次月已经回礼，金额相当；其余两次我没有及时上交，接受组织处理。',
      evidenceGiven: '回礼的转账记录一份',
    },
    answer: {
      answer: 'PARTLY',
      reasons: '经核对转账记录，回礼一次属实，金额890元，予以扣除；其余两次共1710元，陈述与证据一致，予以认定。',
    },
    decision: {
      track: 'SUPERVISORY',
      decisionNo: '澄监政决字第17号',
      findings: '2019年至2020年，两次收受管理服务对象所送节日礼品，折合人民币1710元，已于核查期间全部上交。',
      evidence: '本人陈述、证人证言、转账记录、上交登记表',
      measure: 'CRITICISM',
      basis: '公职人员政务处分法第十二条、第三十四条',
      remedies: '不服本决定的，可以自收到之日起一个月内向作出决定的监察机关申请复审。',
    },
  },
  clearing: {
    cause: 'MISTAKEN',
    finding: '来信反映该同志利用职务便利为他人办理户籍提供帮助。经查阅审批材料、询问有关人员，反映的问题不属实。',
    scope: 'UNIT',
  },
} as const;
