//! What the audit says: the note of each finding, calculations as far as they hold words, and slips that would explain a disagreement.
//!
//! In Chinese a figure of the report is told in its value ("2.523 亿元"); the note stands beside the sentence that prints it.

super::sentences! {
    // Parts and totals.
    SUM_FITS: "The parts add up to the total.", "各分项之和等于合计数。";
    SUM_ROUNDED: "The parts add up to the total only within rounding.", "各分项之和仅在舍入范围内等于合计数。";
    SUM_LESS: "As read, the parts come to {sum}, {gap} less than the stated {stated}.", "按文中所述，各分项合计 {sum}，比所列合计数 {stated} 少 {gap}。";
    SUM_MORE: "As read, the parts come to {sum}, {gap} more than the stated {stated}.", "按文中所述，各分项合计 {sum}，比所列合计数 {stated} 多 {gap}。";
    PART_LARGER: "As read, the part of {part} is larger than the {whole} it is said to belong to.", "按文中所述，分项 {part} 大于其所属的总数 {whole}。";
    PARTS_OVERLAP: "Each part stays within the total; together they come to more, as parts that overlap may.", "每个分项均未超过总数，合计则大于总数：各分项可能有重叠。";
    PART_WITHIN: "The part stays within the total; the rest is not listed.", "该分项未超过总数，其余部分未列出。";
    PARTS_WITHIN: "The parts listed stay within the total; the list does not claim to be complete.", "所列分项之和未超过总数，文中未说明列举完整。";
    PARTS_OF_WHOLE: "{sum}: {share} of {whole}", "{sum}，占 {whole} 的 {share}";
    NEXT_FITS: "The figures of the next sentence add up to the total.", "下一句各数字之和等于合计数。";
    NEXT_ROUNDED: "The figures of the next sentence add up to the total only within rounding.", "下一句各数字之和仅在舍入范围内等于合计数。";
    NEXT_LESS: "As read, the figures of the next sentence come to {sum}, {gap} less than {stated}; those beside them add up.", "按文中所述，下一句各数字合计 {sum}，比 {stated} 少 {gap}，并列的其他数字则相符。";
    NEXT_MORE: "As read, the figures of the next sentence come to {sum}, {gap} more than {stated}; those beside them add up.", "按文中所述，下一句各数字合计 {sum}，比 {stated} 多 {gap}，并列的其他数字则相符。";
    TWO_NEARBY: "Two figures nearby add up to this one.", "邻近两个数字之和等于该数字。";
    CASE_FITS: "The amounts of this case add up to the total.", "该例中各项金额之和等于合计数。";
    ACROSS_OVER: "As read, this source gives {sum} to single programmes, more than the {whole} it gives in all.", "按文中所述，该来源投入各项目的金额合计 {sum}，超过其投入总额 {whole}。";
    ACROSS_WITHIN: "What this source gives to single programmes stays within what it gives in all.", "该来源投入各项目的金额之和未超过其投入总额。";
    OTHER_NOUN: "The total counts {noun}, its parts count {other}; by their number the total counts {other} too.", "总数所计为“{noun}”，各分项所计为“{other}”；从数目看，总数所计也应为“{other}”。";
    PARTS_COME_TO: "the {n} parts come to {sum}", "{n} 个分项之和为 {sum}";
    COUNTS_WITHIN: "No count of these comes to more than all of them.", "各处所计数目均未超过其总数。";
    COUNT_OVER: "{part} are counted here, but all of them come to {whole} in another place.", "此处计为 {part}，另一处的总数则为 {whole}。";
    FIRST_LARGEST: "No later count of these comes to more than the first.", "其后所计数目均未超过第一次所述的数目。";

    // Shares.
    SHARE_FITS: "The share agrees with part and whole.", "占比与分项、总数相符。";
    SHARE_ROUNDED: "The share agrees with part and whole only within rounding.", "占比与分项、总数仅在舍入范围内相符。";
    SHARE_OFF: "As read, {part} is {share} of {whole}, not the stated {stated}.", "按文中所述，{part} 占 {whole} 的 {share}，而非所述的 {stated}。";
    SHARE_UNKNOWN: "The whole that this share is taken of is not stated nearby.", "该占比所依据的总数未在附近给出。";
    PAIR_UNKNOWN: "No two figures nearby could be read as the part and the whole of this share.", "邻近的数字中未能读出该占比的分项与总数。";
    AMOUNT_UNKNOWN: "The amount that this share stands for is not stated.", "该占比所对应的数额未给出。";
    PLAN_IMPLIED: "The plan is not stated; the share leads back to the round number {plan}.", "计划数未给出；由完成比例可推得整数 {plan}。";
    SHARES_OVER: "As read, the shares of one whole come to {sum}; more than one may apply to the same thing.", "按文中所述，同一总数的各项占比合计 {sum}；同一对象可能计入多项。";
    SHARES_FIT: "The shares come to 100%.", "各项占比合计为 100%。";
    FEW_FIT: "{n} of {whole} would make this percentage.", "{whole} 中的 {n} 个恰为此百分比。";
    FEW_OFF: "As read, no whole number of the {whole} makes {stated}; the nearest makes {nearest}.", "按文中所述，{whole} 中任何整数个都得不出 {stated}，最接近的为 {nearest}。";

    // Growth and change.
    RATE_FITS: "The rate agrees with the two levels.", "增减幅度与前后两个数值相符。";
    RATE_ROUNDED: "The rate agrees with the two levels only within rounding.", "增减幅度与前后两个数值仅在舍入范围内相符。";
    RATE_OFF: "As read, {former} to {new} is a change of {rate}, not the stated {stated}.", "按文中所述，由 {former} 变为 {new}，增减幅度为 {rate}，而非所述的 {stated}。";
    STEP_FITS: "Increase, rate and level agree.", "增减额、增减幅度与数值三者相符。";
    STEP_ROUNDED: "Increase, rate and level agree only within rounding.", "增减额、增减幅度与数值三者仅在舍入范围内相符。";
    STEP_OFF: "As read, a change of {change} to {level} is one of {rate}, not the stated {stated}.", "按文中所述，增减 {change} 后为 {level}，增减幅度为 {rate}，而非所述的 {stated}。";
    FORMER_LEFT: "The increase is smaller than the level reached: it leaves {former} for before, a rise of {rate}.", "增加额小于现有数值：此前应为 {former}，增幅 {rate}。";
    CHANGE_FITS: "The change agrees with the two levels.", "增减额与前后两个数值相符。";
    CHANGE_OFF: "As read, {former} and {new} differ by {change}, not by the stated {stated}.", "按文中所述，{former} 与 {new} 相差 {change}，而非所述的 {stated}。";
    INCREASES_FIT: "The increases of the parts add up to that of the total.", "各分项的增加额之和等于合计数的增加额。";
    INCREASES_WITHIN: "The increases stated for parts stay within that of the total.", "所列各分项的增加额之和未超过合计数的增加额。";
    INCREASES_OFF: "As read, the increases of the parts come to {sum}, not to the stated {stated}.", "按文中所述，各分项的增加额合计 {sum}，而非所述的 {stated}。";
    INCREASES: "sum of the parts' increases = {sum}", "各分项增加额之和 = {sum}";
    RISES: "The two values rise, as is said.", "两个数值确如所述上升。";
    FALLS: "The two values fall, as is said.", "两个数值确如所述下降。";
    RISE_OFF: "This is said to rise, but goes from {from} to {to}.", "文中称上升，数值却由 {from} 变为 {to}。";
    FALL_OFF: "This is said to fall, but goes from {from} to {to}.", "文中称下降，数值却由 {from} 变为 {to}。";

    // Averages and plans.
    ROUND_EACH: "The amount divides into a round {each} for each.", "总额除以数量，恰得每单位整数 {each}。";
    AVERAGE_FITS: "Total, number and average agree.", "总额、数量与平均数相符。";
    AVERAGE_ROUNDED: "Total, number and average agree only within rounding.", "总额、数量与平均数仅在舍入范围内相符。";
    AVERAGE_OFF: "As read, {total} for {count} is {each} each, not the stated {stated}.", "按文中所述，{total} 除以 {count}，平均为 {each}，而非所述的 {stated}。";
    PLAN_EXCEEDED: "The result is no less than the plan stated before.", "实际数不低于前文所述的计划数。";
    PLAN_FITS: "The percentage agrees with plan and result.", "百分比与计划数、完成数相符。";
    PLAN_OFF: "From plan and result this would be {computed}, not the stated {stated}.", "由计划数与完成数推得 {computed}，而非所述的 {stated}。";
    PLAN_TWICE_FITS: "What goes beyond the plan and what is completed of it agree.", "超计划的比例与完成计划的比例相符。";
    PLAN_TWICE_OFF: "The plan is said to be exceeded by {beyond} in one place and completed to {completed} in another.", "一处称超计划 {beyond}，另一处称完成计划的 {completed}。";

    // One thing in several places.
    SAME_VALUE: "The figure is repeated with the same value.", "同一数字在多处出现，数值相同。";
    MORE_DIGITS: "The figure is repeated, once to more digits; both agree.", "同一数字出现两次，其中一次位数更多，两者相符。";
    ONE_TO_ONE: "Both are counted with the same number, one to one.", "两者数目相同，一一对应。";
    DIFFERS: "The same thing is given as {one} in one place and as {other} in another.", "同一事物一处为 {one}，另一处为 {other}。";
    COMPANIONS_DIFFER: "The same {amount} is said to cover {here} in one place and {there} in another.", "同为 {amount}，一处称覆盖 {here}，另一处称覆盖 {there}。";
    REFERS_BACK: "The text refers back to {stated}, where {other} is stated in another place.", "文中回指 {stated}，而另一处所述为 {other}。";
    TWICE_IN_LIST: "One list names the same thing twice, with {one} and with {other}.", "同一列举中同一事物出现两次，分别为 {one} 和 {other}。";
    SECTIONS_AGREE: "The sections of both regions give the same value.", "两个地区的章节所述数值相同。";
    SECTIONS_DIFFER: "The sections of two regions give the same thing as {one} and as {other}.", "同一事物，两个地区的章节分别写作 {one} 和 {other}。";
    REGIONS_FIT: "The figures of the regions add up to the total that the report states.", "各地区数值之和等于报告所述的总数。";
    REGIONS_ROUNDED: "The figures of the regions add up to the total that the report states only within rounding.", "各地区数值之和仅在舍入范围内等于报告所述的总数。";
    REGIONS_LESS: "As read, the regions come to {sum}, {gap} less than the total of {stated} that the report states.", "按文中所述，各地区合计 {sum}，比报告所述的总数 {stated} 少 {gap}。";
    REGIONS_MORE: "As read, the regions come to {sum}, {gap} more than the total of {stated} that the report states.", "按文中所述，各地区合计 {sum}，比报告所述的总数 {stated} 多 {gap}。";
    REGIONS_SUM: "sum of {n} regions = {sum}", "{n} 个地区之和 = {sum}";
    PAIR: "{one} and {other}", "{one} 与 {other}";
    AND: " and ", "和 ";

    // Against an earlier report.
    EARLIER_RATE_FITS: "The rate agrees with the {former} of the earlier report.", "增减幅度与上年报告的 {former} 相符。";
    EARLIER_RATE_OFF: "With the {former} of the earlier report this would be {computed}, not the stated {stated}.", "以上年报告的 {former} 为基数，应为 {computed}，而非所述的 {stated}。";
    EARLIER_CHANGE_FITS: "The change agrees with the {former} of the earlier report.", "增减额与上年报告的 {former} 相符。";
    EARLIER_CHANGE_OFF: "With the {former} of the earlier report the change would be {computed}, not the stated {stated}.", "以上年报告的 {former} 为基数，增减额应为 {computed}，而非所述的 {stated}。";
    EARLIER_LEVEL_FITS: "The former level is the one of the earlier report.", "所述上年数值与上年报告一致。";
    EARLIER_LEVEL_OFF: "The earlier report states {former} where this one recalls {stated}.", "上年报告为 {former}，本报告引述为 {stated}。";

    // People, households, houses, places.
    HOUSEHOLD_FITS: "{size} people to a household.", "户均 {size} 人。";
    HOUSEHOLD_OFF: "As read, a household would have {size} people.", "按文中所述，户均应有 {size} 人。";
    HOUSE_FITS: "{size} square metres to a house.", "每套住房 {size} 平方米。";
    HOUSE_OFF: "As read, a house would have {size} square metres.", "按文中所述，每套住房应有 {size} 平方米。";
    HOUSE_EACH: "A house for each household.", "一户一套住房。";
    TIMES_FIT: "The people are no more than the times they were served.", "人数不多于人次。";
    TIMES_OFF: "As read, {people} people were served only {times}.", "按文中所述，服务 {people}，却仅有 {times}。";
    AT_MOST: "{people} at most {times}", "{people} 不多于 {times}";
    MORE_THAN: "{people} more than {times}", "{people} 多于 {times}";
    EXCHANGED: "Of these two numbers one counts people and the other person-times here, and the other way round in another place.", "这两个数一处分别为人数和人次，另一处则正好相反。";
    PEOPLE_AND_TIMES: "The same number is given as people and as person-times: one of the two may be meant, or each came once.", "同一数目既作人数又作人次：可能本指其一，也可能每人仅一次。";
    REACH_FITS: "No more than were reached.", "未超过覆盖人数。";
    REACH_OFF: "As read, the outcome is for more than were reached: {part} of {whole}.", "按文中所述，见效数 {part} 大于覆盖数 {whole}。";
    FUNDS_FIT: "No more is used than was allocated.", "使用金额未超过拨付金额。";
    FUNDS_OFF: "As read, more is used than was allocated: {part} of {whole}.", "按文中所述，使用额 {part} 大于拨付额 {whole}。";
    OUTCOME_FITS: "The rate agrees with the two counts.", "比率与两个数目相符。";
    OUTCOME_OFF: "As read, this rate would be {computed}, not the stated {stated}.", "按文中所述，该比率应为 {computed}，而非所述的 {stated}。";
    LEVELS_OFF: "As read, {places} would lie in {larger}.", "按文中所述，{places} 分布于 {larger}。";
    TOO_LARGE: "As read, {value} is {times} times the median of the {others} other regions.", "按文中所述，{value} 为其他 {others} 个地区中位数的 {times} 倍。";
    TOO_SMALL: "As read, the median of the {others} other regions is {times} times {value}.", "按文中所述，其他 {others} 个地区的中位数为 {value} 的 {times} 倍。";
    THE_OTHERS: "the others: {low} to {high}, median {median}", "其他地区：{low} 至 {high}，中位数 {median}";

    // Lists, years, the form of numbers.
    LIST_FITS: "{names} of {count} are named.", "所述 {count}，列出 {names} 个。";
    LIST_OFF: "{count} are announced, {names} are named.", "称有 {count}，列出 {names} 个。";
    DURATION_FITS: "The duration agrees with the years named behind it.", "时长与其后所列年份相符。";
    STRAY_YEAR: "What runs from {from} to {to} is said to have been launched in {stray}; the year cannot belong to it as it stands.", "{from} 至 {to} 年的事项称于 {stray} 年启动；按原样，该年份与之不符。";
    LATER_YEAR: "A report on {year} gives results of {said}.", "{year} 年的报告给出了 {said} 年的结果。";
    RUNS_INTO: "\u{201c}{text}\u{201d}: the number runs into the next word and may be a year.", "“{text}”：数字与后面的词连写，可能是年份。";
    TWO_PAIRS: "{first}; {second}", "{first}；{second}";
    SIDE_BY_SIDE: "\u{201c}{text}\u{201d}: two numbers stand side by side; which one is meant cannot be told.", "“{text}”：两个数字并列，无法判断所指为哪一个。";
    NO_NUMBER: "\u{201c}{text}\u{201d} is not printed as a number is; it is kept as it stands.", "“{text}”的写法不成数字，按原样保留。";
    POINT: "Nothing can be counted as {text}; a point seems to stand where thousands are separated.", "计数不可能为“{text}”：千位分隔处似误作小数点。";
    TOO_MANY: "No country has as many as {text}; the scale word seems to be another.", "没有哪个国家有多达 {text}：数量级词似有误。";
    NO_UNIT: "\u{201c}{text}\u{201d} stands without a unit beside amounts of money.", "“{text}”与金额并列，却没有单位。";
    FRACTION: "A number of {noun} cannot be {text}; a scale word such as \u{201c}million\u{201d} seems to be missing.", "“{noun}”的数目不可能为“{text}”：似缺“百万”之类的数量级词。";
    MORE_THAN_ALL: "\u{201c}{text}\u{201d} is more than all of them; a point or a digit seems to be misprinted.", "“{text}”超过了全部：小数点或数字似有误印。";
    LOST_SCALE: "Coming from {former}, {text} seems to have lost its scale word.", "由 {former} 变来，“{text}”似缺数量级词。";
    THINGS: "things", "事物";

    // Slips that would explain a disagreement; each follows "Possibly: ".
    LISTED: "a part may not be listed", "有分项未列出";
    WITHOUT: "the total fits without {part}", "不计 {part} 时与合计数相符";
    DIGITS_SWAPPED: "two digits may have changed places: {value} would fit", "两位数字颠倒：若为 {value} 便相符";
    DIGIT_DIFFERS: "one digit may differ: {value} would fit", "一位数字有出入：若为 {value} 便相符";
    VALUES_SWAPPED: "the two values may have changed places", "两个数值颠倒";
    OVER_NEW: "the rate fits if it is taken over the new value instead of the former one", "若以新数值而非旧数值为基数，增减幅度便相符";
    ELSEWHERE: "{value} is stated elsewhere", "另一处写作 {value}";
    TEN_TIMES: "ten times as much would fit", "扩大十倍便相符";
    A_TENTH: "a tenth of it would fit", "缩小为十分之一便相符";
    A_THOUSAND_TIMES: "a thousand times as much would fit", "扩大一千倍便相符";
    A_THOUSANDTH: "a thousandth of it would fit", "缩小为千分之一便相符";
    A_MILLION_TIMES: "a million times as much (a missing \u{201c}million\u{201d}) would fit", "扩大一百万倍便相符，即缺“百万”一词";
    TEN_THOUSAND_TIMES: "ten thousand times as much would fit", "扩大一万倍便相符";
    FEWER_HOUSEHOLDS: "a tenth of the households, or ten times the people, would fit", "户数缩小为十分之一或人数扩大十倍便相符";
    MORE_HOUSEHOLDS: "ten times the households, or a tenth of the people, would fit", "户数扩大十倍或人数缩小为十分之一便相符";
    SCALE_LESS: "{value} with a scale word less would be of their size", "少一个数量级词即 {value}，便与其余地区相当";
    SCALE_MORE: "{value} with a scale word more would be of their size", "多一个数量级词即 {value}，便与其余地区相当";
}
