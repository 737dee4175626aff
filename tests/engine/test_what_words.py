"""What an entry of a draft is about, cut from its quotations."""

from __future__ import annotations

import pytest

from specimens import specimens
from verbatim.draft.what_words import in_house_style

from .test_fill import translated

OPEN = "TODO"


@pytest.mark.parametrize(
    ("zh", "en", "about"),
    [
        ("我們將新建學校3所。", "We will build 3 new schools.", [("新建學校", "build new schools")]),
        ("全鎮的商店達到20家。", "The town already has 20 shops.", [("全鎮的商店", "shops")]),
        ("公園面積6平方公里。", "with a green area of 6 square kilometers", [("公園面積", "green area")]),
        ("農戶占人口的20%。", "accounting for 20% of the population", [("農戶占人口", "share of population")]),
        ("船速提高到30公里。", "raising the speed of the boats to 30 kilometers", [(OPEN, OPEN)]),
        ("渡輪船速提高到30公里。", "raising the speed of the boats to 30 kilometers", [("渡輪船速", "speed of the boats")]),
        ("113年綠地覆蓋率為35%。", "In 2024 the coverage of green land was 35%.", [("綠地覆蓋率", "coverage of green land")]),
        ("我們檢查碼頭12座。", "We inspected a cumulative 12 piers in total.", [("檢查碼頭", "inspected piers")]),
        ("綠地覆蓋率達到35%以上。", "The coverage of green land will reach 35% or more.", [("綠地覆蓋率", "coverage of green land")]),
        ("占全鎮人口的20%。", "This is 20% of the population.", [(OPEN, OPEN)]),
        ("農戶占人口的20%。", "20% of the population are farmers.", [("農戶占人口", OPEN)]),
        ("老樹占樹木的20%。", "20% of the trees.", [("老樹占樹木", "share of trees")]),
        ("將完成200戶漁民房屋改造。", "We will renovate the houses of 200 households of fishermen.", [
            ("完成漁民房屋改造", "renovate the houses of households of fishermen")]),
        ("今年將完成20座。", "This year we will complete 20 of them.", [(OPEN, OPEN)]),
        ("支持碼頭更新。", "We will support the renewal of piers.", [("碼頭更新", "renewal of piers")]),
        ("我們不會改變航線。", "We will not change the routes.", [("不會改變航線", "not to change the routes")]),
        ("碼頭將不得收取費用。", "The piers must not collect fees.", [("碼頭將不得收取費用", OPEN)]),
        ("探索舊碼頭再利用。", "New uses for the old piers will be explored.", [("舊碼頭再利用", "new uses for the old piers explored")]),
        ("所有漁船將安裝電燈100盞。", "All boats will carry 100 lamps.", [("所有漁船將安裝電燈", "all boats carry lamps")]),
        ("漁港將新建碼頭3座。", "The port will build 3 piers.", [("漁港將新建碼頭", "build piers")]),
        ("將舉辦“海港之夜”表演3場。", "The town will hold 3 shows of “Harbor Night”.", [
            ("舉辦「海港之夜」表演", "hold shows of “Harbor Night”")]),
        ("結果將在5個工作日內向漁民公布。", "The results will be published within 5 working days.", [
            ("結果向漁民公布", "results published")]),
        ("渡輪航程縮短到40公里。", "The route of the ferry is cut to 40 kilometers.", [("渡輪航程", "route of the ferry")]),
        ("修好20公里的海堤。", "20 kilometers of sea walls.", [("修好海堤", "sea walls")]),
        ("我們訪問漁民1,250人次。", "We have counted 1,250 visits by fishermen.", [("訪問漁民", "counted visits by fishermen")]),
        ("比前年增加15.2%。", "It is 15.2% more than the year before.", [(OPEN, OPEN)]),
        ("到2036年,將新建學校3所。", "By 2036, we will build 3 new schools.", [("新建學校", "build new schools")]),
        ("我們會同學校舉辦12場說明會。", "We hold 12 briefings with the schools.", [
            ("會同學校舉辦說明會", "hold briefings with the schools")]),
        ("第二,把管理率提高到76%。", "Second, the management rate is to be raised to 76%.", [("管理率", "management rate")]),
        ("漁民補助達到每人每年760元。", "The subsidy of fishermen reaches RMB 760 per person per year.", [("漁民補助", OPEN)]),
        ("達到每人每年760元。", "It reaches RMB 760 per person per year.", [(OPEN, OPEN)]),
        ("連續30天有風。", "There was wind for 30 days in a row.", [(OPEN, OPEN)]),
        ("新增的8種裡,有藥。", "Of the 8 newly added, there are drugs.", [(OPEN, OPEN)]),
        ("我們準備在3年內新增泊位200個。", "We plan to add 200 berths within 3 years.", [("新增泊位", "add berths")]),
        ("銀髮經濟規模在9萬元左右。", "It is worth about RMB 90,000.", [("銀髮經濟規模", OPEN)]),
        ("平均車速只有每小時20公里。", "The average speed is only 20 kilometers an hour.", [("平均車速", OPEN)]),
        ("各地可以按每月不低於300元發放津貼。", "Places may pay no less than RMB 300 a month.", [("各地可以發放津貼", OPEN)]),
        ("二是新建碼頭3座。", "Second, we will build 3 piers.", [("新建碼頭", "build piers")]),
        ("陽性率在3%左右波動。", "The positive rate moves around 3%.", [("陽性率", OPEN)]),
    ],
)  # fmt: skip
def test_a_quotation_says_what_its_entry_is_about(zh: str, en: str, about: list[tuple[str, str]]) -> None:
    event = translated(zh, en)

    assert [(entry.what.zh, entry.what.en) for entry in event.entries] == about


@pytest.mark.parametrize(
    ("said", "written"),
    [("出臺漁港管理辦法", "公布漁港管理辦法"), ("護理型床位佔比", "護理型床位比重"), ("客流增長", ""), ("漁港管理辦法", "漁港管理辦法")],
)
def test_words_that_the_house_style_avoids_are_written_as_it_says_unless_it_leaves_a_choice(said: str, written: str) -> None:
    assert in_house_style(specimens().corpus, said) == written
