"""How common the characters of Chinese names are: what a surname begins with, what given names are made of.

Both lists are general knowledge of the author's, no table of anybody's. Hardly anyone has a surname that is not in the
first; with the second it is about one character of a given name in twenty, spread over thousands. So a character in its
list is several hundred times likelier than one that is not (surnames), or two hundred times (given names). RARE says
less than that: a rare name is the name of somebody.
"""

from __future__ import annotations

RARE = 0.01

_SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔"
    "钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊"
    "葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆"
    "蓝路游辛靳欧管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗"
    "瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原"
    "栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬"
    "来扈晁芮都普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利於呼居揭干"
    "上诸皇尉令长宇东轩澹万濮淳太申赫闻人端木拓跋"
)
_GIVEN = frozenset(
    "英华玉秀文明兰金国春丽红梅云小平海珍荣桂芳建志军林永清德新凤强东伟洪福生霞辉龙燕淑艳敏静娟美凯萍勇杰刚玲桃"
    "芬涛斌江波浩洋宇轩涵梓子雨欣怡诗萱博晨思嘉佳俊豪天瑞睿晓一可心语雪菲琪瑶婷悦昊泽宁馨妍蕊彤依梦洁莹颖倩"
    "慧琳璐丹娜莉晶晶媛娅薇蓉菊莲琴香翠花彩巧凡月娥素惠爱贞莎锦黛青倩婉娴瑾岚苑筠柔竹霭凝晓欢霄枫芸菲寒伊亚宜"
    "姬舒影荔枝丽阳妮宝贝初程梵罡恒鸿桦骅剑娇纪宽苛灵玛媚琪晴容睿烁堂唯威韦雯苇萱阅彦宇雨洋忠宗曼紫逸贤蝶"
    "绿蓝儿烟健世广义兴良山仁宁贵友裕河哲超亮政谦亨奇固之轮翰朗伯宏言若鸣朋梁栋维启克伦翔旭鹏士以振壮会思群"
    "豪邦承乐绍功松善厚庆磊民有学才发武利顺信胜成康星光安岩中茂进少炳坤全喜祥培根景启立业达传运升兆树水木森"
    "万千长久富财源连城京津沪渝川湘晋鲁豫冀苏南北西昌元亭霖霆雷震雄虎彪鑫焱淼晟昱晗皓铭铎钧锋锐钢铁银铜玺琛"
    "琦琨瑜瑾璇珊珂珠瑛瑰璟尧舜禹汉唐宋齐周秦远道正方圆润泉溪湖沁汐沐泓浦淇淳渊源滢漫澜潇澄芝芷芮苗茜茹荷莺"
    "菁萌葵蓓蔓蕾薇藜蘭佑佩依侠俪倚偲元先凌冬冰净凯分力加劲勤勋化卓博卫原双叔叶同向君吟含启周和咏品哲善嘉坚垚"
    "培基墨声夏夕多大太夫央好如妙妤姗姝娆娉娴婧婕婵嫣孝学孟季守安定宜宣家容宸宾寅寒寿尔尚尤岑岳峥峰崇嵩川巍巧"
    "帆帅希平年广庭康廷弘弛张弟彬彭征律微心必志忆怀怜念恋恩恬悠情惟愉意愫慈慕懿成戎戈才扬抒拓持振挺捷掌攀放政"
    "敖教敬斐斯旋无日旦旺昀昂昕易映昭是显晋晏晚普景智暄暖暮曙曜曦朔望朝未本朵权李杏材村杨松极柏柯柳柱标栎校桐"
    "桥梁梧棋棠植楚楠榆榕樱樵欧歆歌正步殊毅毓气水汝汪沛沙泰津洁洛流浚浪浴海涓润涤淦清温游湛满潮濡火灿炎炜炫烈"
    "烨焕然煜照熙熠燃爽牧特献玄率王玖玥环现玮珏珑珩班球理琅琬琰琼瑄瑗瑶璋璞瓒甜甫田申男畅疆白百皎盈盛益真睦"
    "石砚硕碧磊祎祖祚祯祺禄禾秉秋科秦程稷穆空童端笑笛符策简米粤精系素索红纯纲纳纷练绍经绚绣维绮缘罗羽翎翊翌翼"
    "老耀耘联聪肃育胤能自至舟航良艺芃芊芋芯苒苓茵草荃荟荫莎莘莫菀菡萧落葆蒙蓁蓝蔚蕙薪虹融行衍裳西见观觅言让训"
    "许设诚语诺谊谷豆象贝贞贤贺赋赐赞赫越路跃轶辰辛迅迎迪逊通逢逸道遥邦邵郁郎采里重野量鉴钊钦铃铮锡镇长闻闽阔"
    "阳际陆隽雁雅集霏霜露靖静非韬韵音颂颐顺顾领频颜风飒飞馥香骁骄骏高魁鲁鲜鸣鸥鹂鹃鹤鹭麒麟麦黎黛鼎齐龄"
)


def likelihood(char: str, *, is_first: bool) -> float:
    """Return how likely a character is at the start of a name, or in the rest of it, beside those in the lists."""
    return 1.0 if char in (_SURNAMES if is_first else _GIVEN) else RARE
