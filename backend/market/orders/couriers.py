"""Where a parcel can be followed: the usual Korean carriers and the public pages they show a waybill number on (read November 2026)."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from market.orders.enums import Courier


@dataclass(frozen=True, slots=True)
class CourierFacts:
    """A carrier's name in English and its page; ``{}`` stands for the number. The Korean name is the enum's label."""

    name_en: str
    tracking_page: str


COURIERS: dict[str, CourierFacts] = {
    Courier.CJ: CourierFacts("CJ Logistics", "https://trace.cjlogistics.com/next/tracking.html?wblNo={}"),
    Courier.EPOST: CourierFacts(
        "Korea Post", "https://service.epost.go.kr/trace.RetrieveDomRigiTraceList.comm?sid1={}"
    ),
    Courier.HANJIN: CourierFacts(
        "Hanjin",
        "https://www.hanjin.com/kor/CMS/DeliveryMgr/WaybillResult.do?mCode=MN038&schLang=KR&wblnumText2={}",
    ),
    Courier.LOTTE: CourierFacts(
        "Lotte Global Logistics", "https://www.lotteglogis.com/home/reservation/tracking/linkView?InvNo={}"
    ),
    Courier.LOGEN: CourierFacts("Logen", "https://www.ilogen.com/web/personal/trace/{}"),
}


def tracking_url_of(courier: str, tracking_number: str) -> str | None:
    """The page of this parcel; none without a known carrier and a number. Carriers want the number without hyphens and spaces."""
    facts = COURIERS.get(courier)
    plain = "".join(sign for sign in tracking_number if sign.isalnum())
    return facts.tracking_page.format(quote(plain)) if facts and plain else None


def courier_name(courier: str, *, in_english: bool) -> str:
    return COURIERS[courier].name_en if in_english else str(Courier(courier).label)
