import type { MarkKind, Side } from './statement.ts';

/**
 * The words of language: what binds, weakens, denies, permits. Phrases in the tiny language of text/phrases.ts.
 * `none` masks words that only look like one of them: 应 in 供应商, "may" in the month of May.
 */
export const markPhrases: Readonly<Record<MarkKind | 'none', readonly string[]>> = {
  duty: phrases(`
    shall; must; will; ought to; undertake~ to; undertake~ that; covenant~ (to|that); agree~ to;
    agree~ that; commit~ to; committed to; (is|are|be) (required|obliged|obligated|obligate) to;
    (has|have|having) (a|the) duty to; (is|are) responsible for; responsible for;
    只能(使用|购买|采购|选用|选择|引入|接入|安装|租用); 只准; 只许; it is necessary for; it is therefore necessary for;
    it is (your|our|their|its) responsibility to; it is the ... responsibility to; it's (your|our|their) responsibility to;
    (is|are) accountable for; warrant~ that; guarantee~ that; ensure~; (is|are) to; need~ to;
    (has|have) to; required to; make~ sure; (is|are) mandatory; (is|are) required;
    shall not fail to; must not fail to; shall not refuse to; responsibilities include; require~;
    we'll; you'll; 应当; 应; 须; 必须; 应予; 应确保; 有义务; 负有; 承担; 负责; 承诺; 保证; 确保;
    同意并; 务必; 需; 需要; 方可; 不得拒绝; 不得不; 无不; 不得拖延; 不得迟于; 不得少于; 不得低于;
    不得晚于; 不应少于; 不应低于; 必需; 责成; 督促; 应该; 将; 会; 义务; 严格; 不允许负偏离; 一律;
  `),
  prohibition: phrases(`
    (nobody|no one|no person|none) (may|shall|must|should); shall not; must not; may not; will not; won't; can not; cannot; can't; (is|are|be) prohibited;
    prohibit~; forbid~; forbidden; refrain~ from; under no circumstances; shall never; must never;
    will never; never; not permitted; not allowed; (do|does) not allow; don't allow;
    (is|are) not allowed to; (is|are) banned; agree not to; agrees not to; disallow~; you do not;
    you don't; (shall|must|may|will) neither;
    no (user|person|party|content|extension|app|listing|application|product|system|device|equipment|software|service|data|employee|developer|supplier|vendor|one|member|network|project|change|subscriber|customer|publisher|item|information|component|supplier|goods|office|department|team|post|account|contract) (may|shall|can); unacceptable; should not;
    shouldn't; do not tolerate; 不会将; 不得将; 不将; 不应将; 禁止将; 不会把; 不得把; 不得; 禁止;
    严禁; 不应; 不准; 不可; 不允许; 不许; 切勿; 请勿; 杜绝; 不能; 不会; 绝不; 决不; 不应当; 不再;
  `),
  weak: phrases(`
    may; can; could; might; should; (is|are) encouraged; encourage~; (is|are) expected to;
    (is|are) recommended; recommend~;            
                   
    (is|are) likely to; often; sometimes; 可; 可以; 可能; 可能会; 可能将; 也许; 或许; 建议; 鼓励; 能够;
  `),
  effort: phrases(`
    intend~ to; aim~ (to|for|at); seek~ to; would like (to|more|that); (it is|it's) (wise|sensible|prudent|advisable) to; (would|it would) be (good|nice|helpful|useful|desirable|ideal|welcome); (is|are|be|being) (mindful|conscious|aware) of; bear~ in mind; bearing in mind; look~ to; keen to;
    (is|are|be) (inspired|guided) by; prepared to consider; think~ about; (is|are) (desirable|preferred|welcome); strive~ to; try to; tries to; attempt~ to; endeavour~; endeavor~; hope~ (to|that|for); wish~ to see; plan~ to; consider~; have regard to; target~; ideally; preferably;
    宜; 尽量; 尽可能; 尽力; 力争; 争取; 努力; 原则上; 适时; 倡导; 提倡; 考虑; 设法; 力求; 力图; 择机; 希望; 期望;
    期待; 打算; 不妨; 最好; 一般应; 一般会; 通常会; 大体上; 基本上会; 可适当; 可以适当; 适当(加强|增加|开展|安排|组织|参加|提高|提升|关注|给予|投入|补充|配备|考虑|进行);
    (可能|可能会|可能将|或|或会|有可能|可)被要求; 视情予以;
  `),
  right: phrases(`
    (is|are|be) entitled to; (has|have) the right to; reserve~ the right; right to;
    (is|are) permitted to; authorised to; authorized to;
    (in|at) (its|our|their|his) (sole|own|absolute) discretion; at its option; 有权; 保留权利;
    保留 ... 的权利; 享有权利; 有权利; 享有; 自行决定; 单方决定; 经授权可;
    (有权|可|可以|保留权利) ... (但无义务|但没有义务|但不负有义务|但并无义务|但无此义务|但不承担义务|而非义务|但并非义务);
  `),
  'no-duty': phrases(`
    
    no ... (requirement~|obligation~|duty|duties|commitment~) ... (apply|applies|exist|exists|imposed|assumed|accepted);
    no ... (need be|needs to be); no (obligation|duty|need|requirement) to (refrain|abstain) from;
    (not|nor) (obliged|obligated|required|bound) to (refrain|abstain) from;
    (assume|assumes|accept|accepts|undertake|undertakes|owe|owes|bear|bears) no;
    nothing in ... (obliges|oblige|requires|require|compels|binds);
    nothing (herein|here) (obliges|requires);
    (shall|will|is|are) not (be|) (bound|compelled|committed) to;
    no (one|body|person|member|party|department|officer) ... (responsible|accountable|obliged|required);
    not obliged to; has no need to; free not to; not be expected to; 不设; 没有 ... 义务;
    不负 ... 义务; 不负 ... 责任; 不承担 ... 义务; 不承担 ... 责任; 无 ... 义务; 不因本 ... 而负有;
    均不要求; 不作要求; 不作 ... 要求; 不提出 ... 要求; 不以 ... 为条件; 不对 ... 负责;
    不对 ... 承担; 不就 ... 作出承诺; 不作 ... 承诺; no obligation; no duty; no responsibility;
    not (be|) (required|obliged|obligated) to;
    it is not ... responsibility to; it isn't ... responsibility to;
    (is|are) not (required|obliged|obligated|responsible); (is|are) not asked (for|to); need not; do not need to; don't need to;
    does not need to; not responsible for; not (be|) liable; no liability; does not undertake;
    do not undertake; does not warrant; do not warrant; do not guarantee; does not guarantee;
    cannot guarantee; disclaim~; (has|have) not obligation; without any (obligation|warranty);
    nothing in this ... requires; nothing requires; nor ... (obliged|required|responsible);
    under no duty; (is|are) exempt from; exempted from; waive~; shall not be (responsible|liable|obliged|required); 不承担; 无义务;
    没有义务; 不负有; 无需; 无须; 不必; 毋须; 不负责; 概不负责; 免于; 免除; 免(审核|检测|检|审查|测试|评估|培训); 不作任何保证; 不保证;
    不做保证; 不作保证; 无法保证; 不负任何; 不要求; 免责; 毋需; 不须; 不用; 没必要; 没有必要; 并不要求; 未要求; 不强制; 非强制;
    不强求; 不作强制; 不作承诺; 不做承诺; 不予保证; 不予负责; 恕不负责; 不承诺; 不确保; 不能保证; 不能确保; 无从保证;
    不(提供|作|做|作出|做出)任何(保证|承诺); 没有责任; 无责任; 并非 ... (义务|责任); 不构成 ... (义务|承诺|保证|责任);
  `),
  exclusion: phrases(`
    
    (unless|except|save|provided that|but only if|only if|as long as|so long as|whenever|save where|except where|save that|except that) ... (sees no|sees little|decides|decide|chooses|choose|prefers|prefer|deems|considers|consider|finds|thinks|wishes|wish|rather|elects|elect|regards|declares that it does not|sees fit|see fit|dispense with|free to|need not|may cease|may refuse|may decline|may omit|may stop|unnecessary|undesirable|inconvenient);
    (unless|except|save|to the extent|provided that) ... (sole discretion|own discretion|absolute discretion|commercially (reasonable|attractive|convenient|viable|sensible)|convenient|worthwhile|good business);
    to the extent (that|) (it|the supplier|the provider|the company|we) (deems|considers|regards|thinks|finds|sees|wishes|chooses);
    in so far as ... (convenient|suits|commercially); only (when|if|where) it suits;
    (if|when) it (so|) (wishes|chooses|prefers|likes);
    in which (case|event) (no|it (may|need not|is free));
    as it (alone|) (thinks|sees|deems|considers) fit;
    (希望|愿意|不愿|不愿意|决定|选择|打算|想要) ... (的除外|除外|为限|不在此限);
    (可以|可)(免予|免于|免除|免检|免训|省略|跳过|豁免|不经);
    (可以|可) ... (免予|免于|免检|免训|省略|豁免);
    (基于|出于|因) ... (考虑|便利|方便|需要) ... (的除外|除外|可以不|可不|可以免);
    以 ... (愿意|有空|空闲|方便) ... 为限;
    除非 ... (认为|决定|愿意|选择|自行|酌情|不愿|觉得|另有考虑|判断);
    (但|但是|不过) ... (认为|自行决定|酌情|不愿|觉得|判断) ... (除外|可不|可以不|不受此限|不在此限|无需|不予);
    (认为|自行决定|酌情决定|觉得|判断) ... (的除外|除外|可以不|可不|有权不|不受此限|不在此限|无需|无须);
    在 ... (认为|觉得) ... (必要|合适|适当|方便|合算|划算)(时|的情况下|的范围内);
    (商业上|经济上)(合理|可行|划算|合算)的(范围|限度|前提|情况);
    以不影响 ... (经营|业务|收益|利润)为限; 以 ... 便利为限;
    (乙方|供应商|我们|公司|平台|卖方|受托方|投标人)(认为|觉得)(必要|合适|适当|方便|有利);
    (不同意|不愿意|不愿|不便|不接受)的 ... (可以|可|有权)(拒绝|不|免);
    (可|可以)自行决定是否; 是否 ... 由 ... 自行决定; 有权随时(停止|取消|拒绝|免除);
  `),
  condition: phrases(`
    where practicable; where possible; if possible; where appropriate; where feasible;
    as far as possible; so far as practicable; as far as practicable; to the extent practicable;
    to the extent (possible|feasible);
    to the extent (commercially|reasonably|technically) ...(practicable|feasible|reasonable);
    to the extent commercially reasonable; to the extent technically feasible;
    reasonable endeavours; best endeavours; reasonable efforts; best efforts;
    commercially reasonable (efforts|endeavours);
    subject to (available|) (resources|budget|availability); as it sees fit;
    if the parties (so|) agree; to be agreed; as resources permit; when convenient; from time to time; as and when; if need be; as the need arises;
    where (useful|helpful|sensible|suitable|convenient|reasonable|reasonably practicable|reasonably possible|resources allow|resources permit|time allows);
    where (this|it) (seems|appears|is) (useful|helpful|appropriate|sensible|practicable|convenient|feasible);
    (resources|time|budget|funds|circumstances|workload) (permitting|allowing);
    (when|if|where|as) (time|resources|circumstances|funds|budget) (permit|permits|allow|allows);
    in (some|certain) (circumstances|situations); depending on the (situation|circumstances);
    where (considered|deemed|thought|judged) (appropriate|necessary|useful|desirable);
    (where|if|when) (it|they|we) (consider|considers|think|thinks) (it|this|that) (appropriate|useful|is appropriate);
    if it (so|) (chooses|wishes); as (we|it|they) (deem|deems|see|sees) fit; if so agreed;
    time permitting; if deemed (necessary|appropriate); 在可行的范围内; 条件允许; 视情况; 视情;
    视需要; 视具体情况; 视实际情况; 视实际需要; 视业务情况; 视人力; 视经费; 视财力; 条件具备时; 具备条件时; 条件成熟时; 时机成熟;
    有条件的(单位|部门|地区|企业|公司|机构|学校|医院|项目|可|可以|应|宜|，|,); 财力允许; 资源允许; 时间允许; 在允许的范围内;
    (在|于) ... (允许|许可)的(情况|前提|条件|范围)(下|内); 力所能及; 如有可能; 若有可能; 如有条件; 若条件; 如条件;
    合理可行的范围; 合理可能的范围; 尽合理; 尽商业上; 合理程度内;
    酌情; 必要时; 合理努力; 商业上合理; 在商业合理范围内; 在技术可行; 视资源; 另行协商; 另行约定;
    另行商定; 以现有能力为限; 现有能力为限; 如双方同意; 经双方另行; 有条件的情况下; 有条件时;
    力所能及; 有需要时;
  `),
  not: phrases(`
    does not; do not; doesn't; don't; did not; no longer; (we|it|they|i|who|company|staff|team) used to; 曾经; is not; are not; isn't; aren't; without; 未; 不;
    没有; 并非; 不用于; 不用作; 不用来; 不用户;
  `),
  past: phrases(`
    has been; have been; was; were; had; has passed; has (already|) completed; 已; 曾; 已经;
    历史上;
  `),
  none: phrases(`
    may 1; in may; of may; can be found; you can find; as may be; as the case may be; that may;
    which may; who may; may have; may be found; that can; which can; that could; which could;
    that might; which might; (that|which|what) (you|they|users|it|he|she) (are|is) not (permitted|authori(s|z)ed|allowed|entitled|supposed|meant); any ... that may; (may|might|could) (be|have been) (affected|concerned|impacted|at risk|exposed|involved|compromised); (should not|shouldn't|ought not to) have; who (should not|shouldn't|ought not to|must not);  what (could|might|may|can) (go wrong|happen|fail); if required; as required; where required;
    when required; unless required; requirements; requirement; required by; requires a court;
    information required; will (be|) found; not limited to;
    (amended|updated|modified|varied|revised|replaced|supplemented|issued|published|notified|designated|specified|made|promulgated|in force|in effect|adopted|agreed|stated|posted|changed|prescribed|communicated|provided|given|applicable|time being) ... from time to time;
    from time to time (in force|in effect|amended|issued|notified|applicable|prescribed|designated|published|specified);
    (policy|statement|notice|page|terms|agreement|policies|document) ... from time to time;
    (change|changes|update|updates|modify|revise|amend) ... from time to time; not only; no later than;
    no longer (needed|necessary|required|relevant|serve|serves|use|uses|used|have|has|had|be|is|are|a|an|in|applicable|employed|valid|active|exist|exists|able|wish|wishes|want|wants|than|supported|available);
    not later than; not less than; not more than; not exceeding; without delay;
    without undue delay; without unreasonable delay; without limitation; without prejudice;
    not relieve; including but not limited to; whether or not; if not; or not;
    without authorization; without authorisation; without consent; without permission;
    without your; without the; is not limited; free will; goodwill; no matter; 供应; 应用; 应急;
    相应; 对应; 响应; 反应; 适应; 效应; 应收; 应付; 回应; 应对; 感应; 应聘; 应届; 应征; 应诉; 因应;
    供应商; 一般应用; 可利用性; 可维护性; 可扩展性; 可操作性; 可恢复性; 可审计性; 可移植性; 应答; 应邀; 应标; 胡须; 可控; 许可; 认可; 不可抗力; 可信; 可用性; 可靠; 可疑;
    即可; 便可; 有没有; 有无; 可行性; 可能性; 不可撤销; 可见; 许可证; 可执行; 可识别; 可读; 可视; 可追溯; 可持续; 可移动;
    可接受; 事宜; 便宜; 适宜; 必不可少; 迫不得已; 所有权; 享有权利; 拥有权限; 保证金; 负责人;
    责任人; 质量保证; 保证书; 不限于; 不少于; 不低于; 不迟于; 不晚于; 不超过; 不得超过; 不间断;
    不免除; 不影响; 不同; 不断; 不定期; 不当; 不良; 不正当; 不法; 不仅; 不论; 不管; 不足; 不利;
    不可分割; 无论; 未经; 未成年; 未来; 不特定; 不可用; 不一致; 不符; 无关; 无法; 无效; 无线;
    无障碍; 无损; 不限; 不予; 社会; 会议; 会员; 机会; 委员会; 协会; 会计; 将来; 即将; 保留期;
    保留期限; 保留时间; 会话; 学会; 大会; 会同; 理事会; 董事会; 拟定; 模拟; 虚拟; 拟人; 需求; 所需;
    按需; 必需的; 需求书; 急需; 必要的; 上述要求; 法律要求; 法规要求; 要求的; 的要求; 应要求;
    您的要求; 安全要求; 技术要求; 按要求; 按照要求; 有关要求; 相关要求; 要求书; 建议书; 不时;
    不可逆; 不可恢复; 不可篡改; 不可否认; 不再需要; 不必要; 不合理; 不适当; 不正常; 不合格; 不合规;
    不符合; 不满; 不明; 不妥; 不安全; 不止; 不等; 不含税; 不实; 不健康; 不良信息; 不易; 不予处罚;
    (无需|无须)(事先|另行|提前|预先|)(通知|告知|征得|取得|征求|经)(您|用户|开发者|乙方|对方|任何人|) ... (即|可|有权|直接|立即|随时); 考虑到;
    希望您; 最好的;
    不打招呼; 没有问题; 没问题; 不落; 不漏; 不遗余力; 不折不扣; 不打折扣; 不过夜; 不隔夜; 不停; 不留死角; 无一例外; 不问大小; 不分昼夜;
    不具有; 不再必要时; 不必要时; 非必要时; 可能发生; 可能导致; 可能影响; 可能存在; 可能造成; 可能产生; 可能引起; 可研; 未公开(接口|的接口|功能|的功能|端口|账号|账户|通道|协议|漏洞|的漏洞);
  `),
};

/** Who a word of a document stands for. */
export const partyPhrases: Readonly<Record<Side, readonly string[]>> = {
  supplier: phrases(`
    
    (supplier|vendor|contractor|seller|provider|bidder|licensor|subcontractor|offeror|tenderer|quoter|processor|business associate|consultant)(s|);
    third parties; third party; manufacturer~; 乙方; 卖方; 供应商; 供货方; 投标人; 服务商; 承包人;
    中标人; 成交供应商; 中标供应商; 承包商; 供方; 受托方; 受托人; 服务方; 投标方; 开发商; 厂商;
    供货商; 服务提供商; 集成商; 设计人; 响应人; 应答人; 承建方; 实施方; 运维方; 承揽方; 承揽人; 成交人; 云服务商; 服务单位; 承接方; 受托处理方;
    承办商; 立约商; 外判商; 承判商; 分包商; 供应方;
    技术服务方; 承建单位; 实施单位; 运维单位; 服务供应商;
  `),
  purchaser: phrases(`
    
    (purchaser|buyer|customer|client|procurer|licensee|contracting officer|government|covered entity|controller|agency)(s|);
    (contracting|awarding|procuring|purchasing) (authority|entity|body|authorities|entities);
    the court; 甲方; 客户; 买方; 采购人; 采购方; 需方; 委托方; 委托人; 招标人; 发包人; 业主;
    采购单位; 招标方; 需求方; 建设单位; 使用单位; 委托单位; 定作人; 定作方;
  `),
  user: phrases(`
    you; (user|subscriber|member|visitor|account holder|customer account|tenant)(s|); 用户; 您; 使用者;
    你; 用户方; 会员;
  `),
  platform: phrases(`
    (platform|store|marketplace|app store); 平台; 应用商店; 商店; 本商店; 本平台; 应用市场; 本应用市场;
  `),
  operator: phrases(`
    we; the company; (our|the) organi~; the organization; the organisation; our company;
    the operator; the service provider; 我们; 本公司; 公司; 本单位; 本网站; 本机构; 网络运营者;
    运营者; 运营单位; 各单位; 本集团; 我司; 各部门; 信息处理者; 个人信息处理者; 服务提供者;
    网络服务提供者; 经营者; 我院; 本院; 我校; 本校; 学校; 医院; 本中心; 本企业; 我局; 本局; 本机关; 本行; 我行;
    平台方; 运营方; 平台运营者; 信息中心; 网络中心; 各科室; 本社区; 我们公司; 本团队; 我中心;
  `),
  developer: phrases(`
    (developer|publisher|add on author|extension author|author)(s|); 开发者; 开发人员; 应用提供者;
    扩展开发者; 作者;
  `),
  staff: phrases(`
    (employee|staff|personnel|workforce member|team member|worker)(s|); workforce; all staff;
    incident (commander|responder); security (officer|team|manager); privacy officer; ciso;
    administrator~; information security (team|officer|manager); 员工; 工作人员; 人员; 职工;
    管理员; 安全员; 信息技术部; 安全部门; 责任部门; 负责人;
  `),
  authority: phrases(`
    law enforcement; (authority|authorities|regulator|regulators); the ministry; police;
    governments; the secretary; 公安机关; 主管部门; 监管部门; 执法机关; 电信管理机构; 网信部门;
    国家网信部门; 有关部门; 国务院; 人民政府; 司法机关; 行政机关; 国家;
  `),
};

/** Labels of fields that say by whom or for whom something is done. */
export const partyLabels =
  /^(?:responsible|responsibility|accountable|person in charge|(?:responsible|accountable) (?:person|party|department|team|role|unit|office)|carried out by|performed by|participants?|attendees|audience|责任(?:人|部门|单位|科室)|负责(?:人|部门|单位)|牵头(?:部门|单位)|(?:执行|实施|组织)(?:人|部门|单位)|(?:参加|参与|受训)(?:人员|对象)|(?:培训|检查|评估|演练|考核|审计|测评|报告)?对象)$/;

/** … and of those that say when or how often. */
export const timeLabels =
  /^(?:frequency|interval|cycle|how often|deadline|time limit|(?:完成|处理|处置|报告|整改)?时限|(?:培训|检查|评估|演练|考核|审计|测评|报告)?(?:频次|频率|周期)|间隔)$/;

/** Labels of fields that say something of the file they stand in. */
export const fileLabels =
  /^(?:version|revision|status|author|approved(?: by)?|approver|approval date|effective(?: date)?|last (?:updated|reviewed|revised|modified)|next review|(?:policy |document )?review (?:frequency|cycle|interval|date)|date|(?:document|policy|plan) (?:id|number|owner|no)|classification|issued|published|版本|版本号|编号|文件编号|密级|发布日期|生效日期|修订日期|编制|编制人|审核|审核人|批准|批准人)$/;

/** Written as a lexicon is: phrases with semicolons between them. */
function phrases(written: string): string[] {
  return written
    .split(';')
    .map((phrase) => phrase.trim())
    .filter(Boolean);
}
