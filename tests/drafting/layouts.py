"""Short materials in the layouts applicants really send: form lines, tables, chat, scans; with what each says.

Every row is the kind, the text and the facts; a key that is absent must stay absent (None).
"""

ORGANISATIONS: tuple[tuple[str, dict[str, str | int | None]], ...] = (
    (
        "申报单位 | 宝鸡秦钛紧固件有限公司\n所在区县 | 宝鸡市渭滨区\n所属行业 | 通用设备制造业\n成立时间 | 2008年7月\n"
        "经济类型 | 有限责任公司（自然人投资或控股）\n业务范围 | 钛合金螺栓、螺母的生产和销售\n员工总数 | 186人\n"
        "联系人 | 胥立 | 职务 | 质检部部长 | 电话 | 0917-3310021\n是否愿意申报中国质量奖 | 是\n",
        {
            "name": "宝鸡秦钛紧固件有限公司",
            "county": "宝鸡市渭滨区",
            "industry": "通用设备制造业",
            "founded": "2008年7月",
            "economic_type": "有限责任公司（自然人投资或控股）",
            "business_scope": "钛合金螺栓、螺母的生产和销售",
            "employees": 186,
            "contact_name": "胥立",
            "contact_title": "质检部部长",
            "contact_phone": "0917-3310021",
            "intent_china_quality_award": "是",
        },
    ),
    (
        "单位名称\t兰州河桥阀门有限公司\t所在地\t兰州市西固区\n行业\t通用设备制造业\t成立日期\t2006.5.12\n"
        "企业类型\t有限责任公司\t从业人数\t240\n主营\t闸阀、球阀制造\t联系人\t雒川（技术"
        "质量部部长）\t电话\t0931-7560012\n"
        "中国质量奖意愿\t暂不申报\n",
        {
            "name": "兰州河桥阀门有限公司",
            "county": "兰州市西固区",
            "industry": "通用设备制造业",
            "founded": "2006.5.12",
            "economic_type": "有限责任公司",
            "business_scope": "闸阀、球阀制造",
            "employees": 240,
            "contact_name": "雒川",
            "contact_title": "技术质量部部长",
            "contact_phone": "0931-7560012",
            "intent_china_quality_award": "否",
        },
    ),
    (
        "重庆磁溪电机有限公司，合川区，电气机械和器材制造业，2012年9月成立，民营企业，做小型电机和水泵，一共93个人。"
        "联系我：质量科 科长 阚英 023-42710033。中国质量奖这次就不报了。",
        {
            "name": "重庆磁溪电机有限公司",
            "county": "合川区",
            "industry": "电气机械和器材制造业",
            "founded": "2012年9月",
            "economic_type": "民营企业",
            "business_scope": "小型电机和水泵",
            "employees": 93,
            "contact_name": "阚英",
            "contact_title": "质量科科长",
            "contact_phone": "023-42710033",
            "intent_china_quality_award": "否",
        },
    ),
    (
        "老师您好，我们是宝鸡市凤翔区的一家醋厂，全称宝鸡凤鸣香醋酿造有限公司，2015年11月领的执照，有限责任公司，"
        "员工连老板一共37人，主要生产食醋、酱油。归调味品、发酵制品制造业。经办人是办公室主任仝小满，手机13991700022。"
        "要不要争中国质量奖，股东还没商量。",
        {
            "name": "宝鸡凤鸣香醋酿造有限公司",
            "county": "宝鸡市凤翔区",
            "industry": "调味品、发酵制品制造业",
            "founded": "2015年11月",
            "economic_type": "有限责任公司",
            "business_scope": "食醋、酱油",
            "employees": 37,
            "contact_name": "仝小满",
            "contact_title": "办公室主任",
            "contact_phone": "13991700022",
            "intent_china_quality_award": "未明确",
        },
    ),
    (
        "阳 泉 晋 桥 耐 火 材 料 有 限 公 司\n位 于 阳 泉 市 郊 区 ， 2 0 0 3 年 4 月 登 记 注 册\n"
        "企业类型：有 限 责 任 公 司\n行业：非金属矿物制品业\n经营范围：耐火砖、浇注料生产\n职工人数：3 1 2 人\n"
        "联系人：苗 青 ， 质量部经理 ，0353-5120036\n申报中国质量奖：☑是 □否\n",
        {
            "name": "阳泉晋桥耐火材料有限公司",
            "county": "阳泉市郊区",
            "industry": "非金属矿物制品业",
            "founded": "2003年4月",
            "economic_type": "有限责任公司",
            "business_scope": "耐火砖、浇注料生产",
            "employees": 312,
            "contact_name": "苗青",
            "contact_title": "质量部经理",
            "contact_phone": "0353-5120036",
            "intent_china_quality_award": "是",
        },
    ),
    (
        "# 基本信息\n- 名称：兰州市安宁区培黎街社区卫生服务中心\n- 性质：事业单位（公益一类）\n- 行业：卫生\n"
        "- 成立：2007年10月\n- 人员：在编46人，聘用38人，合计84人\n- 服务内容：基本医疗、公共卫生服务\n"
        "- 地点：兰州市安宁区\n- 联系：护士长 车兰 0931-7660018\n- 中国质量奖意向：领导说先看看\n",
        {
            "name": "兰州市安宁区培黎街社区卫生服务中心",
            "county": "兰州市安宁区",
            "industry": "卫生",
            "founded": "2007年10月",
            "economic_type": "事业单位（公益一类）",
            "business_scope": "基本医疗、公共卫生服务",
            "employees": 84,
            "contact_name": "车兰",
            "contact_title": "护士长",
            "contact_phone": "0931-7660018",
            "intent_china_quality_award": "未明确",
        },
    ),
    (
        "天水市麦积区秦绣非遗协会，2019年3月在区民政局登记，社会团体，会员72名，秘书处专职人员5名。主要开展刺绣培训、"
        "标准制定。联系人副秘书长 蔺文，0938-2730011。对申报中国质量奖有兴趣，还要再研究。",
        {
            "name": "天水市麦积区秦绣非遗协会",
            "county": "天水市麦积区",
            "industry": None,
            "founded": "2019年3月",
            "economic_type": "社会团体",
            "business_scope": "刺绣培训、标准制定",
            "employees": 5,
            "contact_name": "蔺文",
            "contact_title": "副秘书长",
            "contact_phone": "0938-2730011",
            "intent_china_quality_award": "未明确",
        },
    ),
    (
        "重庆宁远公交集团有限公司巫山分公司\n总公司在沙坪坝区，分公司2016年8月在巫山县登"
        "记，有限责任公司分公司，国有企业。"
        "道路运输业，经营城乡客运。分公司职工128人，集团5200人。联系人：安全部副部长 庹明"
        " 023-57610022。不参加中国质量奖申报。",
        {
            "name": "重庆宁远公交集团有限公司巫山分公司",
            "county": "巫山县",
            "industry": "道路运输业",
            "founded": "2016年8月",
            "economic_type": "有限责任公司分公司，国有企业",
            "business_scope": "城乡客运",
            "employees": 128,
            "contact_name": "庹明",
            "contact_title": "安全部副部长",
            "contact_phone": "023-57610022",
            "intent_china_quality_award": "否",
        },
    ),
    (
        "兰州河口纸箱有限公司 | 红古区 | 造纸和纸制品业 | 2011年6月 | 有限责任公司 民营 | 纸箱、纸板生产 | 员工74人 | "
        "厂长 汝大年 13893100011 | 申报中国质量奖：不报\n",
        {
            "name": "兰州河口纸箱有限公司",
            "county": "兰州市红古区",
            "industry": "造纸和纸制品业",
            "founded": "2011年6月",
            "economic_type": "有限责任公司，民营",
            "business_scope": "纸箱、纸板生产",
            "employees": 74,
            "contact_name": "汝大年",
            "contact_title": "厂长",
            "contact_phone": "13893100011",
            "intent_china_quality_award": "否",
        },
    ),
    (
        "转发：材料\n>> 旧版写的员工是210人，作废\n宝鸡陇桥果汁有限公司,眉县,2013-05-20注"
        "册;股份有限公司;酒、饮料和精制茶制造业;"
        "经营苹果汁、猕猴桃汁;128人.\n联系人 总经理 司空明 13209170011.\n申报中国质量奖意愿:愿意\n",
        {
            "name": "宝鸡陇桥果汁有限公司",
            "county": "宝鸡市眉县",
            "industry": "酒、饮料和精制茶制造业",
            "founded": "2013-05-20",
            "economic_type": "股份有限公司",
            "business_scope": "苹果汁、猕猴桃汁",
            "employees": 128,
            "contact_name": "司空明",
            "contact_title": "总经理",
            "contact_phone": "13209170011",
            "intent_china_quality_award": "是",
        },
    ),
    (
        "企业基本情况：甘肃祁连种业股份有限公司成立于2001年2月，注册地甘肃省张掖市甘州区，属农业，企业性质为民营企业，"
        "从事玉米、蔬菜种子的繁育和销售，在册职工205人（其中育种人员41人）。\n联系方式：董事会秘书 祁蓉 0936-8210015\n"
        "公司有意申报中国质量奖。\n",
        {
            "name": "甘肃祁连种业股份有限公司",
            "county": "张掖市甘州区",
            "industry": "农业",
            "founded": "2001年2月",
            "economic_type": "民营企业",
            "business_scope": "玉米、蔬菜种子的繁育和销售",
            "employees": 205,
            "contact_name": "祁蓉",
            "contact_title": "董事会秘书",
            "contact_phone": "0936-8210015",
            "intent_china_quality_award": "是",
        },
    ),
    (
        "一、单位概况\n1.单位全称：重庆市南川区金山茶业专业合作社\n2.地址：南川区德隆镇\n3.类型：农民专业合作社\n"
        "4.成立时间：2010年3月9日\n5.行业：农业\n6.经营内容：茶叶种植、加工、销售\n7.人员：成员318户，聘用员工26人\n"
        "8.联系人及电话：理事长冉茂 023-71420016\n9.中国质量奖申报意愿：未定\n",
        {
            "name": "重庆市南川区金山茶业专业合作社",
            "county": "南川区",
            "industry": "农业",
            "founded": "2010年3月9日",
            "economic_type": "农民专业合作社",
            "business_scope": "茶叶种植、加工、销售",
            "employees": 26,
            "contact_name": "冉茂",
            "contact_title": "理事长",
            "contact_phone": "023-71420016",
            "intent_china_quality_award": "未明确",
        },
    ),
    (
        "重庆夔门幼儿园材料\n我园是公办幼儿园，2012年9月开办并登记，地处奉节县，行业是教育。全园教职工58人。"
        "办园内容为三至六岁幼儿保育教育。\n联系人：副园长 皮秋 ，电话 023-56510018\n中国质量奖：愿意报\n",
        {
            "name": "重庆夔门幼儿园",
            "county": "奉节县",
            "industry": "教育",
            "founded": "2012年9月",
            "economic_type": "公办幼儿园",
            "employees": 58,
            "business_scope": "三至六岁幼儿保育教育",
            "contact_name": "皮秋",
            "contact_title": "副园长",
            "contact_phone": "023-56510018",
            "intent_china_quality_award": "是",
        },
    ),
    (
        "【单位】宝鸡市陈仓区渭滨老陈修车行\n【区县】宝鸡市陈仓区\n【行业】机动车修理业\n"
        "【类型】个体工商户\n【成立】2009年\n"
        "【员工】11人\n【业务】汽车维修、保养\n【联系人】陈三喜（老板）15129170018\n【中国质量奖】不参加\n",
        {
            "name": "宝鸡市陈仓区渭滨老陈修车行",
            "county": "宝鸡市陈仓区",
            "industry": "机动车修理业",
            "founded": "2009年",
            "economic_type": "个体工商户",
            "business_scope": "汽车维修、保养",
            "employees": 11,
            "contact_name": "陈三喜",
            "contact_title": "老板",
            "contact_phone": "15129170018",
            "intent_china_quality_award": "否",
        },
    ),
    (
        "兰州西固石化检测技术有限公司自荐材料。公司于2014年1月6日经兰州市市场监督管理局核准设立，国有独资，"
        "办公地址在兰州市西固区福利路。我们所属专业技术服务业，提供石油产品检测、环境监测服务。目前在岗职工总数152名。"
        "请联系质量负责人兼副总经理宿敏，座机0931-7970015。关于中国质量奖，我们决定申报。",
        {
            "name": "兰州西固石化检测技术有限公司",
            "county": "兰州市西固区",
            "industry": "专业技术服务业",
            "founded": "2014年1月6日",
            "economic_type": "国有独资",
            "business_scope": "石油产品检测、环境监测服务",
            "employees": 152,
            "contact_name": "宿敏",
            "contact_title": "质量负责人兼副总经理",
            "contact_phone": "0931-7970015",
            "intent_china_quality_award": "是",
        },
    ),
)
