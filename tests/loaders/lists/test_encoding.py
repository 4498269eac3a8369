"""Encodings of lists: told by what makes sense, a guess is said, what cannot be told is asked and never CP1252."""

from __future__ import annotations

import pytest

from loaders.lists.formats.csvfile import read_delimited
from loaders.lists.formats.encoding import decode
from loaders.lists.remark import ListError

LISTS = {
    "euc_jp": ("EUC-JP", "Country,案件名,場所\nSamoa,アピア港の整備,アピア\nFiji,太陽光発電の導入計画,ナンディ\n"),
    "euc_kr": ("EUC-KR", "Country,사업명,장소\nSamoa,도로 개선 사업,아피아\nFiji,태양광 발전소 건설,난디\n"),
    "gbk": ("GBK", "Country,项目名称,地点\nSamoa,道路改善工程,阿皮亚\nFiji,太阳能电站建设项目,楠迪\n"),
    "big5": ("Big5", "Country,計畫名稱,地點\nSamoa,道路改善工程,阿庇亞\nFiji,太陽能電廠建設計畫,楠迪\n"),
    "tis_620": ("TIS-620", "Country,ชื่อโครงการ,สถานที่\nLaos,โครงการถนนและสะพาน,เวียงจันทน์\n"),
}


@pytest.mark.parametrize("codec", LISTS)
def test_east_asian_encodings_are_read_and_the_guess_is_said(codec: str) -> None:
    name, text = LISTS[codec]
    assert decode(text.encode(codec)) == (text, name)
    (note,) = read_delimited(f"{text}Title,Country\nx,Fiji\n".encode(codec)).notes
    assert note.key == "encoding_guessed" and name in note.text("ja") and "UTF-8" in note.text("en")


@pytest.mark.parametrize(("codec", "text"), [("gbk", "国,名\nFiji,苏瓦港\n"), ("euc_kr", "a,b\nFiji,수바\n"),
("big5", "國,名\nFiji,港口計畫\n"),
                                             ("euc_jp", "国,名\nFiji,スバ\n"), ("cp1251",
                                             "Страна,Проект\nФиджи,Порт\n"),
                                             ("cp1256", "البلد,المشروع\n"), ("koi8_r",
                                             "Страна,Проект\n")])  # fmt: skip
def test_what_cannot_be_told_is_asked_and_never_read_wrong(codec: str, text: str) -> None:
    with pytest.raises(ListError) as caught:
        decode(text.encode(codec))
    assert caught.value.said.key in ("encoding_unsure", "encoding_unknown")
    assert "UTF-8" in caught.value.said.text("ja")


@pytest.mark.parametrize(
    "text",
    ["Projet,Pays\nRéhabilitation du port d’Apia,Samoa\n", "Título;País\nConstrução de estradas;São Tomé\n",
     "Titel;Land\nStraße über den Fluß – „Größe“;Österreich\n"],
)  # fmt: skip
def test_western_lists_stay_western(text: str) -> None:
    assert decode(text.encode("cp1252")) == (text, "CP1252")


@pytest.mark.parametrize(
    "text", ["国名,案件名\nフィジー,港湾ﾌﾟﾛｼﾞｪｸﾄ･ｽﾊﾞ\n", "NO,ｱﾝｹﾝ,ｸﾆ\n1,ﾄﾞｳﾛ ｾｲﾋﾞ ｹｲｶｸ,ﾍﾞﾄﾅﾑ\n",
    "国,担当\n日本,髙橋・①\n"]
)  # fmt: skip
def test_japanese_lists_of_windows_stay_such(text: str) -> None:
    assert decode(text.encode("cp932")) == (text, "CP932")


def test_japanese_of_mail_is_read() -> None:
    assert decode("国,案件\nフィジー,港\n".encode("iso2022_jp")) == ("国,案件\nフィジー,港\n", "ISO-2022-JP")
