"""Banks by the codes of Korea's clearing house (금융결제원)."""

from __future__ import annotations

from django.db import models


class Bank(models.TextChoices):
    """Banks that money can be sent to."""

    KDB = "002", "KDB산업은행"
    IBK = "003", "IBK기업은행"
    KB = "004", "KB국민은행"
    SUHYUP = "007", "수협은행"
    NH = "011", "NH농협은행"
    LOCAL_NH = "012", "지역농·축협"
    WOORI = "020", "우리은행"
    SC = "023", "SC제일은행"
    CITI = "027", "한국씨티은행"
    IM = "031", "iM뱅크"
    BUSAN = "032", "부산은행"
    GWANGJU = "034", "광주은행"
    JEJU = "035", "제주은행"
    JEONBUK = "037", "전북은행"
    GYEONGNAM = "039", "경남은행"
    MG = "045", "새마을금고"
    CU = "048", "신협"
    POST = "071", "우체국"
    HANA = "081", "하나은행"
    SHINHAN = "088", "신한은행"
    K_BANK = "089", "케이뱅크"
    KAKAO = "090", "카카오뱅크"
    TOSS = "092", "토스뱅크"
