//! Names of the rules that link figures, in Chinese; in English their ids are words already.

pub(super) const ZH: &[(&str, &str)] = &[
    ("agreed_average", "由平均数印证"),
    ("agreed_growth", "由增幅印证"),
    ("agreed_multiple", "由倍数印证"),
    ("agreed_result", "由完成比例印证"),
    ("agreed_share", "由占比印证"),
    ("agreed_sum", "由合计印证"),
    ("agreed_whole", "由占比找到总数"),
    ("among", "在其中"),
    ("among_them", "其中"),
    ("average_of_total", "总额的平均"),
    ("average_over_count", "总额除以数量"),
    ("beside", "相邻数字"),
    ("bracket", "括号内说明"),
    ("cohort", "同一批人"),
    ("confirmed", "由计算印证"),
    ("exact_sum", "恰好相加"),
    ("former_latter", "前者、后者"),
    ("growth_of_change", "增减额的幅度"),
    ("implied_by_shares", "由占比推出"),
    ("including", "包括"),
    ("largest", "其中最大者"),
    ("named", "同名"),
    ("named_again", "再次提及"),
    ("namely", "即"),
    ("nearest_before", "前面最近的数字"),
    ("of_one_whole", "合为百分之百"),
    ("of_them", "代词指代"),
    ("of_which", "其中"),
    ("other", "其余部分"),
    ("out_of", "其中之数"),
    ("paired", "成对对应"),
    ("partitive", "部分与整体"),
    ("planned_share", "计划中的占比"),
    ("pronoun", "代词指代"),
    ("rate_of", "比率所指"),
    ("reached_value", "达到的数值"),
    ("reader", "读者指定"),
    ("remainder", "剩余部分"),
    ("respectively", "分别对应"),
    ("said_again", "换种说法"),
    ("sample", "抽样总体"),
    ("set_against_plan", "与计划对照"),
    ("set_out", "逐项列出"),
    ("share_of", "占比所指"),
    ("share_of_total", "占总数的比例"),
    ("stage", "前一步之中"),
    ("table_change", "表中增减"),
    ("table_total", "表中合计"),
    ("taken_up", "承接上句"),
    ("told_behind", "后文说明"),
    ("with_sibling", "并列分项"),
];

#[cfg(test)]
mod tests {
    use super::ZH;
    use std::fs;

    /// The rules that the golden analyses name: `"of":[-1,"including"]`.
    #[test]
    fn every_rule_that_links_figures_has_a_name() {
        let mut links = 0;
        for file in fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden")).unwrap() {
            let golden = fs::read_to_string(file.unwrap().path()).unwrap();
            for link in golden.split("\"of\":[").skip(1).chain(golden.split("\"base\":[").skip(1)) {
                let rule = link.split('"').nth(1).unwrap();
                assert!(ZH.iter().any(|(known, _)| *known == rule), "{rule}");
                links += 1;
            }
        }
        assert!(links > 100, "{links}");
    }
}
