import { propertyWork } from '../../platform/access/policies.ts';
import { choice, date, decimal, integer, prose, ref, text, time, yesNo } from '../../platform/register/columns.ts';
import { register } from '../../platform/register/declare.ts';
import { words } from '../../platform/words.ts';

/** The body that holds the right over a thing; the thing itself stays where it lies (案转物不动). */
const rightHolders = {
  POLICE: ['公安机关', 'Police'],
  PROCURATORATE: ['检察院', 'Procuratorate'],
  COURT: ['法院', 'Court'],
} as const;

/** One thing or sum in a case, with one code for each (一物一码; reference 25). */
export const items = register('property.items', {
  words: words('涉案财物', 'Property items'),
  record: words('件', 'item'),
  key: ['itemNo'],
  date: 'seizedOn',
  unit: 'unit',
  policy: propertyWork,
  title: 'name',
  // Neither owner nor case: both lead to a person.
  open: ['kind', 'measure', 'unit', 'seizedOn', 'rightHolder', 'state'],
  columns: {
    itemNo: text('财物编号', 'Item no.', { max: 60, aliases: ['编号', '物品编号', '条码', '一物一码'] }),
    caseNumber: text('案件编号', 'Case no.', { max: 80, aliases: ['案号'] }),
    caseName: text('案件名称', 'Case', { optional: true, aliases: ['案由'] }),
    unit: ref('保管单位', 'Keeping unit', 'organisation.units', { aliases: ['单位', '保管部门'] }),
    handlingUnit: ref('办案单位', 'Handling unit', 'organisation.units', { aliases: ['办案部门', '扣押单位'] }),
    holder: text('持有人', 'Held by', { optional: true, mask: 'name', max: 100, aliases: ['所有人', '物品持有人'] }),
    victimClaim: yesNo('被害人主张权利', 'Claimed by a victim', { optional: true }),
    kind: choice(
      '财物类别',
      'Kind',
      {
        CASH: ['现金', 'Cash'],
        DEPOSIT: ['存款', 'Deposit'],
        SECURITIES: ['有价证券', 'Securities'],
        VEHICLE: ['车辆船舶', 'Vehicle or vessel'],
        REAL_ESTATE: ['不动产', 'Real estate'],
        PRECIOUS: ['贵重物品', 'Precious thing'],
        ELECTRONIC: ['电子产品', 'Electronic device'],
        DOCUMENT: ['文件书证', 'Document'],
        DRUG: ['毒品', 'Drug'],
        WEAPON: ['枪支弹药管制器具', 'Weapon'],
        DANGEROUS: ['危险物品', 'Dangerous goods'],
        PERISHABLE: ['易腐易损物品', 'Perishable'],
        ANIMAL: ['活体动物', 'Animal'],
        DIGITAL: ['电子数据', 'Digital data'],
        OTHER: ['其他', 'Other'],
      },
      { aliases: ['类别', '物品类别'] },
    ),
    name: text('财物名称', 'Name', { aliases: ['名称', '物品名称'] }),
    model: text('规格型号', 'Model', { optional: true, aliases: ['型号', '规格'] }),
    quantity: decimal('数量', 'Quantity', { scale: 3 }),
    quantityUnit: text('计量单位', 'Unit of quantity', { optional: true, max: 20, aliases: ['数量单位'] }),
    weight: text('重量', 'Weight', { optional: true, max: 40 }),
    features: prose('特征', 'Features', { optional: true, aliases: ['成色品质', '外观特征'] }),
    defects: prose('瑕疵', 'Defects', { optional: true, aliases: ['破损情况'] }),
    photographed: yesNo('已拍照', 'Photographed', { optional: true, aliases: ['是否拍照'] }),
    value: decimal('估价(元)', 'Estimated value (yuan)', { optional: true, aliases: ['估价金额', '价值', '金额'] }),
    valuedBy: text('估价机构', 'Valued by', { optional: true }),
    valuedOn: date('估价日期', 'Valued on', { optional: true }),
    measure: choice(
      '强制措施',
      'Measure',
      {
        SEIZED: ['扣押', 'Seized'],
        SEALED: ['查封', 'Sealed'],
        FROZEN: ['冻结', 'Frozen'],
        REGISTERED_IN_PLACE: ['先行登记保存', 'Registered in place'],
        SAMPLED: ['抽样取证', 'Sampled'],
      },
      { aliases: ['措施', '保全措施'] },
    ),
    decisionNumber: text('决定文书号', 'Decision no.', {
      optional: true,
      max: 80,
      aliases: ['文书编号', '扣押决定书'],
    }),
    listNumber: text('清单编号', 'List no.', { optional: true, max: 80, aliases: ['扣押清单编号'] }),
    // No seizure before the case is filed (reference 25): the day of filing stands beside the day of seizure.
    caseFiledOn: date('立案日期', 'Case filed on', { optional: true }),
    seizedOn: date('扣押日期', 'Seized on', { aliases: ['日期', '查扣日期', '采取措施日期'] }),
    seizedAt: time('扣押时间', 'Seized at', { optional: true }),
    seizedBy: ref('办案人', 'Seized by', 'organisation.officers', { optional: true, aliases: ['扣押人', '办案民警'] }),
    witness: text('见证人', 'Witness', { optional: true, mask: 'name', max: 60 }),
    // Hand-over to the keeper within 24 hours (L11 art. 190).
    handedOverAt: time('移交保管时间', 'Handed to the keeper at', { optional: true, aliases: ['入库时间'] }),
    keeper: ref('保管员', 'Keeper', 'organisation.officers', { optional: true, aliases: ['保管人'] }),
    place: ref('存放位置', 'Place', 'property.places', { optional: true, aliases: ['库位', '位置编号', '存放地点'] }),
    rightHolder: choice('权属机关', 'Right held by', rightHolders, { aliases: ['当前办案机关'] }),
    state: choice('状态', 'State', {
      REGISTERED: ['已登记', 'Registered'],
      IN_TRANSIT: ['移交中', 'In transit'],
      STORED: ['在库', 'Stored'],
      LENT: ['调用中', 'Lent'],
      TRANSFERRED_RIGHT: ['权属已移转', 'Right transferred'],
      DECIDED: ['已裁决', 'Decided'],
      DISPOSED: ['已处置', 'Disposed of'],
      CLOSED: ['已结清', 'Closed'],
      MISSING: ['缺失', 'Missing'],
      DAMAGED: ['损坏', 'Damaged'],
      DISPUTED: ['有争议', 'Disputed'],
    }),
  },
});

/** A place where things lie: warehouse, zone, shelf. */
export const places = register('property.places', {
  words: words('保管库位', 'Places'),
  record: words('个', 'place'),
  key: ['code'],
  date: 'openedOn',
  ends: 'closedOn',
  unit: 'unit',
  policy: propertyWork,
  title: 'code',
  open: ['unit', 'zone'],
  columns: {
    code: text('库位编号', 'Place no.', { max: 60, aliases: ['编号', '位置编号'] }),
    unit: ref('保管单位', 'Keeping unit', 'organisation.units', { aliases: ['单位'] }),
    warehouse: text('保管场所', 'Warehouse', { max: 100, aliases: ['仓库', '库房', '保管室'] }),
    zone: choice('库区', 'Zone', {
      SCENE_EVIDENCE: ['现场物证区', 'Evidence from scenes'],
      SEIZED: ['扣押物品区', 'Seized goods'],
      HELD_FOR_OTHERS: ['代保管区', 'Held for others'],
      OWNERLESS: ['无主物品区', 'Ownerless'],
      SPECIAL: ['特殊物品区', 'Special goods'],
      LARGE: ['大件区', 'Large goods'],
      VEHICLES: ['车辆区', 'Vehicles'],
      ACCOUNT: ['专用账户', 'Authorised account'],
    }),
    shelf: text('货架格位', 'Shelf', { optional: true, max: 40, aliases: ['格位', '货位'] }),
    openedOn: date('启用日期', 'Opened on', { optional: true }),
    closedOn: date('停用日期', 'Closed on', { optional: true }),
  },
});

/** One move of one thing, or of the right over it: who gave, who took, who approved, in what condition (reference 25). */
export const movements = register('property.movements', {
  words: words('财物流转', 'Movements'),
  record: words('次', 'movement'),
  key: ['number'],
  date: 'movedAt',
  unit: 'unit',
  policy: propertyWork,
  open: ['item', 'kind', 'unit', 'movedAt'],
  columns: {
    number: text('流转编号', 'Movement no.', { max: 60, aliases: ['编号', '流水号', '出入库单号'] }),
    item: ref('财物', 'Item', 'property.items', { aliases: ['财物编号', '物品编号'] }),
    unit: ref('保管单位', 'Keeping unit', 'organisation.units', { aliases: ['单位'] }),
    kind: choice(
      '流转类别',
      'Kind',
      {
        IN: ['入库', 'In'],
        OUT: ['出库', 'Out'],
        LEND: ['调用', 'Lent'],
        BACK: ['归还', 'Back'],
        TRANSFER: ['移送', 'Transferred'],
        STOCKTAKE: ['盘点', 'Stocktake'],
      },
      { aliases: ['类别', '操作类型'] },
    ),
    movedAt: time('流转时间', 'Moved at', { aliases: ['时间', '办理时间', '日期'] }),
    fromPlace: ref('原库位', 'From', 'property.places', { optional: true }),
    toPlace: ref('新库位', 'To', 'property.places', { optional: true, aliases: ['目标库位'] }),
    toHolder: choice('移送至', 'Right passes to', rightHolders, { optional: true, aliases: ['接收机关'] }),
    // The keeper never handles the case and the handler never keeps (L10 art. 235, L11 art. 188): two columns, two persons.
    handler: ref('经办人', 'Handler', 'organisation.officers', { optional: true, aliases: ['办案人', '领用人'] }),
    keeper: ref('保管员', 'Keeper', 'organisation.officers', { aliases: ['保管人'] }),
    approver: ref('审批人', 'Approver', 'organisation.officers', { optional: true }),
    documentNumber: text('文书号', 'Document no.', { optional: true, max: 80, aliases: ['审批单号', '文书编号'] }),
    purpose: text('事由', 'Purpose', { optional: true, aliases: ['调用事由', '用途'] }),
    dueBackOn: date('应还日期', 'Due back on', { optional: true, aliases: ['归还期限'] }),
    condition: prose('财物状况', 'Condition', { optional: true, aliases: ['状况', '完好情况'] }),
  },
});

/** What one count of one thing found; a difference becomes an item with an owner (对账; reference 25). */
export const counts = register('property.counts', {
  words: words('盘点对账', 'Counts'),
  record: words('次', 'count'),
  key: ['number'],
  date: 'countedOn',
  unit: 'unit',
  policy: propertyWork,
  open: ['kind', 'unit', 'countedOn', 'result', 'state'],
  columns: {
    number: text('盘点编号', 'Count no.', { max: 60, aliases: ['编号', '盘点单号'] }),
    kind: choice('对账类别', 'Kind', {
      SHELF: ['账实核对', 'Items against shelf'],
      CASE: ['账案核对', 'Items against cases'],
      MONEY: ['账款核对', 'Money against bank'],
      BODIES: ['账账核对', 'Between bodies'],
    }),
    unit: ref('保管单位', 'Keeping unit', 'organisation.units', { aliases: ['单位'] }),
    countedOn: date('盘点日期', 'Counted on', { aliases: ['日期', '对账日期'] }),
    item: ref('财物', 'Item', 'property.items', { optional: true, aliases: ['财物编号'] }),
    expected: integer('账面数', 'On the books', { aliases: ['账面数量'] }),
    found: integer('实盘数', 'Found', { aliases: ['实际数量', '实存数'] }),
    result: choice('盘点结果', 'Result', {
      EQUAL: ['相符', 'Equal'],
      SHORT: ['盘亏', 'Short'],
      OVER: ['盘盈', 'Over'],
      DAMAGED: ['损坏', 'Damaged'],
    }),
    countedBy: ref('盘点人', 'Counted by', 'organisation.officers', { optional: true }),
    difference: prose('差异说明', 'Difference', { optional: true, aliases: ['差异原因'] }),
    owner: ref('差异责任人', 'Owner of the difference', 'organisation.officers', { optional: true }),
    resolvedOn: date('差异处理日期', 'Resolved on', { optional: true }),
    state: choice('状态', 'State', {
      COUNTED: ['已盘点', 'Counted'],
      OPEN: ['差异待处理', 'Difference open'],
      RESOLVED: ['已处理', 'Resolved'],
    }),
  },
});

/** What became of a thing, on which decision, and the receipt. */
export const disposals = register('property.disposals', {
  words: words('财物处置', 'Disposals'),
  record: words('件', 'disposal'),
  key: ['number'],
  date: 'disposedOn',
  unit: 'unit',
  policy: propertyWork,
  open: ['item', 'kind', 'unit', 'decidedOn', 'disposedOn', 'amount'],
  columns: {
    number: text('处置编号', 'Disposal no.', { max: 60, aliases: ['编号'] }),
    item: ref('财物', 'Item', 'property.items', { aliases: ['财物编号'] }),
    unit: ref('保管单位', 'Keeping unit', 'organisation.units', { aliases: ['单位'] }),
    kind: choice(
      '处置方式',
      'Kind',
      {
        RETURNED: ['返还', 'Returned'],
        CONFISCATED_TO_TREASURY: ['上缴国库', 'To the treasury'],
        AUCTIONED: ['拍卖变卖', 'Auctioned or sold'],
        DESTROYED: ['销毁', 'Destroyed'],
        HANDED_TO_AUTHORITY: ['移交主管部门', 'Handed to the authority'],
      },
      { aliases: ['处理方式', '方式'] },
    ),
    decisionNumber: text('裁决文书号', 'Decision no.', { max: 80, aliases: ['依据文书', '文书编号'] }),
    decidedOn: date('裁决日期', 'Decided on', { optional: true, aliases: ['生效日期'] }),
    // Early return or sale needs approval from above, and the handler never collects for the owner (L10 art. 234, 236).
    isEarly: yesNo('是否先行处置', 'Before judgment', { optional: true, aliases: ['先行返还'] }),
    approver: ref('审批人', 'Approver', 'organisation.officers', { optional: true }),
    publicCallFrom: date('公告起始日期', 'Public call from', { optional: true, aliases: ['公告日期'] }),
    receiver: text('接收人', 'Received by', {
      optional: true,
      mask: 'name',
      max: 100,
      aliases: ['领取人', '接收单位'],
    }),
    amount: decimal('处置金额(元)', 'Amount (yuan)', { optional: true, aliases: ['金额', '上缴金额'] }),
    receiptNumber: text('回执凭证号', 'Receipt no.', { optional: true, max: 80, aliases: ['凭证号', '缴款书号'] }),
    disposedOn: date('处置日期', 'Disposed on', { aliases: ['日期', '执行日期'] }),
  },
});
