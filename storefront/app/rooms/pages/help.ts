import { defineMessages } from "~/lib/i18n/index.ts";
import type { PageText } from "./Article.tsx";

const ko: PageText = {
  title: "고객센터",
  lead: "주문부터 배송, 반품, 분쟁까지. 답을 못 찾으면 아래 문의처로 알려 주세요.",
  sections: [
    {
      id: "order",
      head: "주문과 결제",
      parts: [
        "회원이 아니어도 주문할 수 있어요. 여러 기업의 물건을 함께 담아도 주문은 한 번이고, 기업마다 따로 보내요. 배송비도 기업마다 따로 계산하고, 주문하기 전에 모두 합한 금액을 먼저 보여 드려요.",
        "결제하기 전까지 수량과 주소를 고치거나 주문을 취소할 수 있어요. 주문이 끝나면 확인 내용을 이메일로 보내 드려요.",
        "가치소비는 계좌이체로 결제해요. 정해진 날까지 입금되지 않으면 주문은 저절로 취소돼요. 함께누리는 기관 회원이 후불로 주문할 수 있어요.",
      ],
    },
    {
      id: "delivery",
      head: "배송",
      parts: [
        "물건마다 출발까지 걸리는 날이 적혀 있어요. 미리 결제한 주문은 3영업일 안에 보내기 시작해요. 그보다 오래 걸리는 주문 제작은 상품에 적어 두었어요.",
        "보낼 수 없게 되면 까닭을 바로 알리고 3영업일 안에 돌려드려요. 제주와 섬 지역은 추가 배송비가 있을 수 있어요.",
      ],
    },
    {
      id: "returns",
      head: "교환·반품·환불",
      parts: [
        {
          pairs: [
            ["마음이 바뀌었을 때", "받은 날부터 7일 안. 왕복 배송비는 사는 분이 내요."],
            ["설명과 다르거나 상했을 때", "받은 날부터 3달, 그 사실을 안 날부터 30일 안. 배송비는 판매 기업이 내요."],
            ["돌려받는 때", "물건이 돌아온 날부터 3영업일 안. 늦어지면 연 15%의 이자를 더해 드려요."],
            ["돌려보내기 어려운 것", "쓰거나 뜯어서 값이 떨어진 것, 시간이 지나 다시 팔기 어려운 것(신선식품 등), 복제할 수 있는 것의 포장을 뜯은 것, 미리 동의를 받은 주문 제작."],
          ],
        },
        "판매 기업에 전화나 이메일로 알려 주세요. 내용을 확인하려고 포장을 뜯은 것은 반품할 수 있어요.",
      ],
    },
    {
      id: "ask",
      head: "문의하기",
      parts: [{ pairs: [["물건과 배송", "상품 화면 아래 판매 기업 정보의 전화와 이메일"], ["이음 운영사무국", "02-000-0000 (평일 10–17시) · help@ieum.example"], ["답하는 때", "접수한 날부터 3영업일 안에 진행을, 10영업일 안에 결과를 알려 드려요."]] }],
    },
    {
      id: "disputes",
      head: "분쟁 처리 기준",
      parts: [
        "이음은 통신판매중개자로서 사는 분과 판매 기업 사이의 불만과 분쟁을 이렇게 처리해요.",
        ["접수하면 그날 판매 기업에 전하고 양쪽의 말과 자료를 모아요.", "3영업일 안에 진행 상황을 알려 드려요.", "10영업일 안에 조사 결과와 처리 방법을 알려 드려요. 기준은 소비자분쟁해결기준이에요.", "맞지 않으면 한국소비자원이나 전자문서·전자거래분쟁조정위원회에 조정을 신청할 수 있어요. 필요한 자료는 이음이 내어 드려요."],
        "불만과 분쟁의 기록은 3년, 계약과 결제의 기록은 5년 동안 보관해요.",
      ],
    },
    {
      id: "safe",
      head: "구매안전서비스",
      parts: ["미리 내신 돈은 물건을 받을 때까지 안전하게 지켜야 해요. 계좌이체로 미리 결제하는 주문에는 구매안전서비스(결제대금예치 또는 보증보험)를 쓸 수 있어요."],
    },
    {
      id: "accessibility",
      head: "접근성 안내",
      parts: [
        "이음은 한국형 웹 콘텐츠 접근성 지침 2.2를 따라 만들었어요. 모든 화면은 글쇠판만으로 쓸 수 있고, 200% 확대와 폭 320픽셀에서도 볼 수 있어요. 주문까지 스크립트 없이도 돼요.",
        "쓰기 어려운 곳이 있으면 help@ieum.example 으로 알려 주세요. 다른 길을 함께 찾을게요.",
      ],
    },
  ],
};

const en: PageText = {
  title: "Help",
  lead: "From ordering to delivery, returns and disputes. If the answer is not here, please ask.",
  sections: [
    {
      id: "order",
      head: "Ordering and payment",
      parts: [
        "You need no account. Goods of several makers make one order; each maker ships and charges delivery separately, and you see the full total before you order.",
        "Until you pay you may change quantities and address or cancel. A confirmation follows by e-mail.",
        "The shop for everyone takes bank transfers; an order that is not paid in time is cancelled by itself. Members of public bodies may order on deferred payment.",
      ],
    },
    {
      id: "delivery",
      head: "Delivery",
      parts: [
        "Every product names the days until it leaves. Prepaid orders are on their way within 3 working days unless the product says that it is made to order.",
        "If something cannot be supplied we tell you why at once and pay back within 3 working days. Jeju and the islands may cost more.",
      ],
    },
    {
      id: "returns",
      head: "Exchange, return, refund",
      parts: [
        {
          pairs: [
            ["You change your mind", "Within 7 days of receipt; you pay delivery both ways."],
            ["Not as described, or faulty", "Within 3 months of receipt and 30 days of noticing; the seller pays."],
            ["Refund", "Within 3 working days of the goods' return; if late, with 15% interest a year."],
            ["What cannot be returned", "Goods that lost value by use or opening, goods that spoil with time, opened copies, and made-to-order goods you agreed to beforehand."],
          ],
        },
        "Tell the seller by phone or e-mail. Opening the wrapping to look is allowed.",
      ],
    },
    {
      id: "ask",
      head: "Ask us",
      parts: [{ pairs: [["Goods and delivery", "The seller's phone and e-mail on every product page"], ["Ieum office", "02-000-0000 (working days 10 am – 5 pm) · help@ieum.example"], ["When we answer", "Progress within 3 working days, an outcome within 10."]] }],
    },
    {
      id: "disputes",
      head: "How disputes are settled",
      parts: [
        "As an intermediary we handle complaints between buyers and sellers like this:",
        ["The same day we pass it to the seller and collect both accounts.", "Within 3 working days we report progress.", "Within 10 working days we report findings and a way forward, by the Consumer Dispute Resolution Standards.", "If you disagree, you may apply to the Korea Consumer Agency or the E-Commerce Mediation Committee; we supply the records."],
        "Records of complaints are kept for 3 years, of contracts and payments for 5.",
      ],
    },
    { id: "safe", head: "Safe payment", parts: ["Money paid in advance must be safe until the goods arrive. For prepaid bank transfers a purchase-safety service (escrow or insurance) is available."] },
    {
      id: "accessibility",
      head: "Accessibility",
      parts: ["Ieum follows KWCAG 2.2 and WCAG 2.2 AA. Every page works by keyboard, at 200% zoom and at 320 pixels, and needs no script up to the order.", "If something is hard to use, write to help@ieum.example. We will find another way together."],
    },
  ],
};

export const helpText = defineMessages<PageText>({ ko, en });
