"""What the facts of the summary form are called in Chinese, on pages and on the command line."""

LABELS = {
    "name": "单位名称（姓名）",
    "county": "所在区县",
    "industry": "所属行业",
    "founded": "成立时间",
    "economic_type": "经济类型",
    "business_scope": "业务范围",
    "employees": "员工数量",
    "contact_name": "联系人",
    "contact_title": "联系人职务",
    "contact_phone": "联系电话",
    "intent_china_quality_award": "是否有意愿申报中国质量奖",
}
