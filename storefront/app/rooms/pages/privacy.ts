import { defineMessages } from "~/lib/i18n/index.ts";
import type { PageText } from "./Article.tsx";

const ko: PageText = {
  title: "개인정보 처리방침",
  lead: "이음이 어떤 정보를 왜, 언제까지 쓰는지 적었어요. 예시 시장의 방침이며 2026년 11월 1일부터 적용합니다.",
  sections: [
    { id: "what", head: "1. 모으는 정보와 까닭", parts: [{ pairs: [["주문", "이름, 연락처, 이메일, 배송 주소: 계약과 배송"], ["가입", "이메일, 비밀번호(되돌릴 수 없게 바꾸어 보관): 본인 확인"], ["기관 회원", "기관명, 부서, 직위, 업무 연락처: 기관 구매와 세금 서류"], ["저절로 생기는 것", "접속 기록, 담은 물건과 언어를 기억하는 쿠키: 보안과 편의"]] }, "주민등록번호는 모으지 않아요. 광고를 위한 추적 쿠키도 쓰지 않아요."] },
    { id: "keep", head: "2. 보관하는 기간", parts: [{ pairs: [["계약·청약철회 기록", "5년"], ["대금 결제·공급 기록", "5년"], ["불만·분쟁 처리 기록", "3년"], ["표시·광고 기록", "6개월"], ["접속 기록", "2년"]] }, "기간이 지나면 되살릴 수 없게 지워요. 탈퇴한 분의 기록은 다른 정보와 나누어 보관해요."] },
    { id: "share", head: "3. 나누는 정보", parts: ["판매 기업에는 배송에 필요한 이름, 연락처, 주소, 배송 요청만 주문한 물건의 기업에 전해요. 판매 기업은 배송과 문의가 끝나면 지워야 해요.", "법이 정한 때 말고는 다른 곳에 주지 않아요."] },
    { id: "entrust", head: "4. 맡기는 일", parts: [{ pairs: [["서버 운영", "이음클라우드(예시)"], ["배송", "판매 기업이 정한 택배사"]] }] },
    { id: "right", head: "5. 할 수 있는 일", parts: ["내 정보를 보고, 고치고, 지우고, 처리를 멈춰 달라고 할 수 있어요. 내 이음에서 하거나 아래로 연락해 주세요. 10일 안에 답해요."] },
    { id: "safe", head: "6. 지키는 방법", parts: [["비밀번호는 되돌릴 수 없게 바꾸어 보관해요.", "통신은 암호화해요.", "개인정보를 보는 사람을 정해 두고, 누가 언제 누구의 정보를 왜 보았는지 기록해 매달 살펴요."]] },
    { id: "officer", head: "7. 책임자", parts: ["개인정보 보호책임자: 한누리(예시) · help@ieum.example · 02-000-0000", "도움이 더 필요하면 개인정보침해신고센터(국번 없이 118)나 개인정보분쟁조정위원회(1833-6972)에 물어볼 수 있어요."] },
  ],
};

const en: PageText = {
  title: "Privacy policy",
  lead: "Which data we use, why, and for how long. Policy of a sample market, in force from 1 November 2026. The Korean text prevails.",
  sections: [
    { id: "what", head: "1. What and why", parts: [{ pairs: [["Orders", "Name, contact, e-mail, delivery address: contract and delivery"], ["Membership", "E-mail, password (kept as an irreversible hash): to know it is you"], ["Agency members", "Body, department, post, work contact: public buying and tax papers"], ["By itself", "Access logs; cookies that remember cart and language: security and comfort"]] }, "We never collect resident registration numbers and use no tracking cookies for advertising."] },
    { id: "keep", head: "2. How long", parts: [{ pairs: [["Contracts and withdrawals", "5 years"], ["Payment and supply", "5 years"], ["Complaints and disputes", "3 years"], ["Display and advertising", "6 months"], ["Access logs", "2 years"]] }, "Afterwards they are erased. Records of former members are kept apart."] },
    { id: "share", head: "3. Whom we tell", parts: ["A seller receives only what the delivery of its goods needs: name, contact, address, delivery note; and must erase it when delivery and questions are done.", "Nobody else, unless the law demands it."] },
    { id: "entrust", head: "4. Who works for us", parts: [{ pairs: [["Servers", "Ieum Cloud (sample)"], ["Delivery", "The carrier chosen by the seller"]] }] },
    { id: "right", head: "5. Your rights", parts: ["You may see, correct, erase or stop the use of your data, in your account or by writing to us. We answer within 10 days."] },
    { id: "safe", head: "6. How it is protected", parts: [["Passwords are kept as irreversible hashes.", "Connections are encrypted.", "Access is limited to named people; who saw whose data, when and why is logged and reviewed monthly."]] },
    { id: "officer", head: "7. Officer", parts: ["Privacy officer: Han Nuri (sample) · help@ieum.example · 02-000-0000", "Further help: the privacy report centre (call 118 in Korea) or the Personal Information Dispute Mediation Committee (1833-6972)."] },
  ],
};

export const privacyText = defineMessages<PageText>({ ko, en });
