"""Materials of persons in the layouts people paste them in: the text and the facts; absent keys must stay absent."""

INDIVIDUALS: tuple[tuple[str, dict[str, str | int | None]], ...] = (
    (
        "我是阳泉矿山机械有限公司的装配钳工贾晋生，46岁，在阳泉市矿区上班，专用设备制造业。干了25年。"
        "联系人：工会干事 药丽 0353-4210019。中国质量奖愿意报。",
        {
            "name": "贾晋生",
            "county": "阳泉市矿区",
            "industry": "专用设备制造业",
            "contact_name": "药丽",
            "contact_title": "工会干事",
            "contact_phone": "0353-4210019",
            "intent_china_quality_award": "是",
        },
    ),
    (
        "姓名 | 褚云飞 | 性别 | 男\n单位 | 重庆渝北齿轮有限公司 | 职务 | 质量工程师\n所在"
        "区县 | 渝北区 | 行业 | 汽车制造业\n"
        "联系人 | 娄霞 | 职务 | 人事主管 | 电话 | 023-67810021\n中国质量奖 | 否\n",
        {
            "name": "褚云飞",
            "county": "渝北区",
            "industry": "汽车制造业",
            "contact_name": "娄霞",
            "contact_title": "人事主管",
            "contact_phone": "023-67810021",
            "intent_china_quality_award": "否",
        },
    ),
    (
        "先进人物——门秋月（女）\n兰州市七里河区人民医院护士长，护理一线23年。行业：卫生。\n"
        "联系人：护理部主任 晏青 0931-2330017，申报中国质量奖一栏没有填。",
        {
            "name": "门秋月",
            "county": "兰州市七里河区",
            "industry": "卫生",
            "contact_name": "晏青",
            "contact_title": "护理部主任",
            "contact_phone": "0931-2330017",
            "intent_china_quality_award": None,
        },
    ),
)
