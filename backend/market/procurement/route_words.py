"""Words of an answer: sentences that a clerk can paste into a request (품의서), and what to look at. Korean and English."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from market.procurement.route_answer import RouteNote, RoutePaper, RouteWarning
from market.procurement.route_rules import Judgement, PassedLimit, Verdict

LAW = {
    "local": ("지방계약법 시행령", "Local Contracts Decree"),
    "state": ("국가계약법 시행령", "State Contracts Decree"),
}
PLATFORM = {
    "local": ("지정정보처리장치(나라장터 등)로", "a designated system such as Nara Marketplace"),
    "state": ("전자조달시스템(나라장터)으로", "the state's e-procurement system"),
}
BOUGHT = {
    ("goods",): ("물품", "goods"),
    ("services",): ("용역", "services"),
    ("goods", "services"): ("물품·용역", "goods and services"),
}
VERDICT = {
    Verdict.QUOTE_OMITTED: ("견적 생략", "no quote needed"),
    Verdict.ONE_QUOTE: ("1인 견적", "one quote"),
    Verdict.TWO_QUOTES: ("2인 이상 견적", "two quotes"),
    Verdict.TWO_QUOTES_PLATFORM: ("2인 이상 견적(전자조달)", "two quotes through a procurement system"),
    Verdict.NO_CEILING: ("금액 한도 없음", "no ceiling"),
    Verdict.OPEN_TENDER: ("입찰", "open tender"),
}
NAMED = 5  # orders that a warning names


@dataclass(frozen=True, kw_only=True)
class YearBefore:
    """What a department bought of one enterprise in the fiscal year before this."""

    year: int
    total: Decimal
    orders: tuple[str, ...]
    waiting: tuple[str, ...]


def won(amount: Decimal) -> str:
    return f"{amount:,.0f}원"


def krw(amount: Decimal) -> str:
    return f"KRW {amount:,.0f}"


def reason_of(
    judgement: Judgement,
    *,
    vendor: tuple[str, str],
    law: str,
    amount: Decimal,
    buys: Sequence[str],
    papers: Sequence[RoutePaper],
    is_law_known: bool,
) -> tuple[str, str]:
    """Why so, as a request states it (수의계약 사유): Korean and English."""
    kind, kind_en = BOUGHT[tuple(sorted(buys))]
    ko = [f"{vendor[0]}의 {kind}, 추정가격 {won(amount)}(부가가치세 제외)."]
    en = [f"{kind_en.capitalize()} of {vendor[1]}, estimated price {krw(amount)} (VAT excluded)."]
    for more_ko, more_en in (_ground(judgement, law, papers, is_law_known), _quotes(judgement, law)):
        ko.append(more_ko)
        en.append(more_en)
    return " ".join(filter(None, ko)), " ".join(filter(None, en))


def _ground(judgement: Judgement, law: str, papers: Sequence[RoutePaper], is_law_known: bool) -> tuple[str, str]:
    decree, decree_en = LAW[law]
    if not is_law_known:
        return (
            f"그날 시행되던 {decree}의 기준이 등록되어 있지 않아 담당자가 따로 판단하여야 함.",
            f"The {decree_en} as in force that day is not on record here; it has to be judged apart.",
        )
    if judgement.route is None:
        return (
            f"{decree}에서 계약상대자에 따라 열려 있는 수의계약 한도를 넘어 입찰 대상임. 계약 목적물에 따른 수의계약 사유는 따로 판단하여야 함.",
            f"Above what the {decree_en} opens for private contracts by who sells: an open tender. Grounds that lie in what is bought "
            "have to be judged apart.",
        )
    rule = judgement.route.rule
    if not papers:
        return f"{rule.contract_article}에 따른 수의계약 대상임.", f"A private contract by {rule.contract_article_en}."
    named = ", ".join(map(paper_text, papers))
    named_en = ", ".join(map(paper_text_en, papers))
    return (
        f"계약상대자가 {named}에 해당하여 {rule.contract_article}에 따른 수의계약 대상임.",
        f"The enterprise holds {named_en}: a private contract by {rule.contract_article_en}.",
    )


def _quotes(judgement: Judgement, law: str) -> tuple[str, str]:
    if judgement.route is None:
        return "", ""
    rule = judgement.route.rule
    if judgement.is_compared:
        return (
            "기관 구매 기준에 따라 2인 이상의 견적을 비교함.",
            "Two quotes are compared by the agency's purchasing rules.",
        )
    by, by_en = rule.quote_article, rule.quote_article_en
    if judgement.quotes == 0:
        return f"{by}에 따라 견적서 제출을 생략함.", f"Quotes may be left out by {by_en}."
    if judgement.quotes == 1:
        return f"{by}에 따라 1인 견적으로 함.", f"One quote is enough by {by_en}."
    if judgement.is_through_platform:
        place, place_en = PLATFORM[law]
        return (
            f"{by}에 따라 2인 이상의 견적을 {place} 받음.",
            f"Two quotes or more are taken through {place_en} by {by_en}.",
        )
    return f"{by}에 따라 2인 이상의 견적을 받음.", f"Two quotes or more are taken by {by_en}."


def paper_text(paper: RoutePaper) -> str:
    item = f"{paper.item}, " if paper.item else ""
    end = f", {paper.valid_until.isoformat()}까지" if paper.valid_until else ""
    return f"{paper.name}({item}번호 {paper.number}{end})"


def paper_text_en(paper: RoutePaper) -> str:
    item = f"{paper.item}, " if paper.item else ""
    end = f", valid until {paper.valid_until.isoformat()}" if paper.valid_until else ""
    return f"{paper.name_en} ({item}no. {paper.number}{end})"


def better_text(kinds: Sequence[tuple[str, str]], judgement: Judgement) -> tuple[str, str]:
    """``kinds``: names in Korean and English, any one of which opens it."""
    opened, opened_en = VERDICT[judgement.verdict]
    article = judgement.route.rule.contract_article if judgement.route else ""
    article_en = judgement.route.rule.contract_article_en if judgement.route else ""
    ko, en = " 또는 ".join(name for name, _ in kinds), " or ".join(name for _, name in kinds)
    return f"{ko} 1건이 더 있으면 {opened}: {article}", f"With {en} as well: {opened_en}, {article_en}"


def companion_note(better: tuple[str, str]) -> RouteNote:
    return RouteNote(
        code=RouteWarning.COMPANION_MISSING,
        text=f"함께 있어야 하는 확인서가 없거나 기간이 지났습니다. {better[0]}",
        text_en=f"A confirmation that has to stand beside it is missing or has ended. {better[1]}",
    )


def ends_note(open_until: dt.date, on: dt.date) -> RouteNote:
    days = (open_until - on).days
    return RouteNote(
        code=RouteWarning.CERTIFICATE_ENDS,
        text=f"이 경로의 근거 인증이 {open_until.isoformat()}에 끝납니다({days}일 남음). 그날까지 계약하여야 합니다.",
        text_en=f"What this way rests on ends on {open_until.isoformat()}, in {days} days. The contract has to be made by then.",
    )


def own_production_note(law: str, names: Sequence[str], *, is_whole: bool) -> RouteNote:
    """``is_whole``: everything has to be made by the enterprise itself, not only items of competition among SMEs."""
    listed = ", ".join(names)
    if is_whole:
        article = ("제25조제2항", "25(2)") if law == "local" else ("제26조제3항", "26(3)")
        decree, decree_en = LAW[law]
        return RouteNote(
            code=RouteWarning.OWN_PRODUCTION,
            text=f"직접 생산·수행하는지 확인하여야 합니다({decree} {article[0]}): {listed}",
            text_en=f"Own production has to be checked ({decree_en}, Art. {article[1]}): {listed}",
        )
    return RouteNote(
        code=RouteWarning.OWN_PRODUCTION,
        text=f"중소기업자간 경쟁제품이면 직접생산확인증명서를 확인하여야 합니다(판로지원법 시행령 제10조): {listed}",
        text_en="If these are items of competition among SMEs, their proof of own production has to be checked (SME Market Channel "
        f"Decree, Art. 10): {listed}",
    )


def split_note(passed: PassedLimit, before: YearBefore, law: str) -> RouteNote:
    decree, decree_en = LAW[law]
    count = len(before.orders)
    held = (
        f" 결재·확인 전 {len(before.waiting)}건({_named(before.waiting)})을 포함한 금액입니다."
        if before.waiting
        else ""
    )
    held_en = (
        f" {len(before.waiting)} not yet confirmed ({_named(before.waiting)}) are counted." if before.waiting else ""
    )
    if passed.limit is None:
        over, over_en = "기관이 정한 주의 금액에 이릅니다", "the agency's own line of warning is reached"
    else:
        after, after_en = VERDICT[passed.judgement.verdict]
        over = f"한도 {won(passed.limit)}에 걸립니다(합하여 한 건이면 {after})"
        over_en = f"the limit of {krw(passed.limit)} is passed (bought as one: {after_en})"
    return RouteNote(
        code=RouteWarning.SPLIT_PURCHASE,
        text=f"{before.year}년에 이 부서가 이 기업에서 산 {won(before.total)}({count}건: {_named(before.orders)})과 이번 금액을 더하면 "
        f"{won(passed.total)}으로, {over}.{held} 같은 수요를 나눈 것이 아닌지 확인하고 사유를 남겨 주십시오({decree} 제7조).",
        text_en=f"With {krw(before.total)} that this department bought from the enterprise in {before.year} ({count} orders: "
        f"{_named(before.orders)}) the sum is {krw(passed.total)}: {over_en}.{held_en} Please check that one need is not split, and note "
        f"why ({decree_en}, Art. 7).",
    )


def repeated_note(categories: Sequence[tuple[str, str, int]], year: int) -> RouteNote:
    """``categories``: names in Korean and English, and how often they were bought before."""
    listed = ", ".join(f"{name} {count}회" for name, _, count in categories)
    listed_en = ", ".join(f"{name} {count} times" for _, name, count in categories)
    return RouteNote(
        code=RouteWarning.REPEATED_CATEGORY,
        text=f"{year}년에 이 부서가 이 기업에서 같은 분류를 되풀이하여 샀습니다: {listed}. 연간 단가계약이나 한 번의 계약이 나은지 살펴 주십시오.",
        text_en=f"This department bought the same category from the enterprise again and again in {year}: {listed_en}. A contract for the "
        "year, or one for all, may be better.",
    )


def _named(orders: Sequence[str]) -> str:
    return ", ".join(orders[:NAMED]) + (" …" if len(orders) > NAMED else "")
