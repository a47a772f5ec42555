import { defineMessages } from "~/lib/i18n/index.ts";
import type { PageText } from "./Article.tsx";

const ko: PageText = {
  title: "이음이 하는 일",
  lead: "이음은 사회적경제 기업의 물건과 서비스를 시민과 공공기관에 잇는 시장이에요. 파는 곳은 기업이고, 이음은 만날 자리를 마련하고 사실을 확인해요.",
  sections: [
    {
      id: "what",
      head: "두 매장, 한 목록",
      parts: [
        "가치소비는 시민이 물건을 고르고 사는 매장이에요. 함께누리는 공공기관이 인증과 세금 서류를 먼저 보고 구매하는 매장이에요. 물건의 목록은 하나고, 보여 주는 차례와 값의 쓰임이 달라요.",
        ["가치소비: 누가 만들었는지, 어떤 가치에 근거가 있는지 먼저 보여요.", "함께누리: 인증, 공급가액과 세액, 납품 조건을 먼저 보여요."],
      ],
    },
    {
      id: "check",
      head: "무엇을 확인하나요",
      parts: [
        "인증은 발급 기관의 번호와 기간을 원본으로 확인한 것만 도장과 함께 보여요. 예비 지정은 도장 없이 점선으로, 두 달 안에 끝나는 것은 날짜와 함께 노란색으로, 끝난 것은 줄을 그어 보여요.",
        "가치 주장은 근거 자료가 있을 때만 올릴 수 있어요. 상품마다 무엇을 근거로 언제 확인했는지 적혀 있어요.",
      ],
    },
    {
      id: "role",
      head: "이음의 책임",
      parts: [
        "이음은 통신판매중개자이며 거래 당사자가 아닙니다. 상품 정보, 배송, 교환과 환불의 책임은 판매 기업에 있어요.",
        "이음은 판매 기업의 신원 정보를 확인해 주문 전에 보여 드리고, 불만과 분쟁을 접수해 정해진 날 안에 답해요.",
      ],
    },
    {
      id: "join",
      head: "입점 안내",
      parts: [
        "사회적기업, 예비사회적기업, 협동조합, 사회적협동조합, 마을기업, 자활기업, 장애인표준사업장, 중증장애인생산품 생산시설, 여성기업과 장애인기업이 입점할 수 있어요.",
        ["사업자등록증과 통신판매업 신고증(면제라면 그 이유)", "인증서나 확인서의 원본 파일", "정산받을 계좌와 담당자 연락처", "상품마다 상품 정보 고시와 사진"],
        "서류를 보내 주시면 이음 상품팀이 확인하고 결과와 까닭을 알려 드려요. 문의는 help@ieum.example 으로 보내 주세요.",
      ],
    },
  ],
};

const en: PageText = {
  title: "What Ieum does",
  lead: "Ieum joins the goods and services of Korea's social economy with people and public bodies. Enterprises sell; we provide the place and check the facts.",
  sections: [
    {
      id: "what",
      head: "Two shops, one catalogue",
      parts: [
        "One shop is for everyone; the other is for public bodies that buy with certificates and tax papers in mind. The catalogue is the same, what is shown first differs.",
        ["For everyone: who made it, and which value has evidence.", "Public buying: certificates, supply amount and tax, delivery terms."],
      ],
    },
    {
      id: "check",
      head: "What we check",
      parts: [
        "A certificate carries a seal only when we have seen the original with its number and dates. Preliminary ones are dashed and have no seal; those that end within two months are amber with the date; expired ones are struck through.",
        "A value claim needs evidence. Every product says what the evidence was and when somebody looked at it.",
      ],
    },
    {
      id: "role",
      head: "Our responsibility",
      parts: [
        "Ieum is a mail-order intermediary and not a party to the sale. Liability for product details, delivery, exchange and refund lies with the seller.",
        "We verify each seller's identity, show it before you order, and take complaints and disputes with fixed times for an answer.",
      ],
    },
    {
      id: "join",
      head: "Sell with us",
      parts: [
        "Open to certified and preliminary social enterprises, co-operatives, social co-operatives, village and self-support enterprises, standard workplaces and production facilities of disabled people, and enterprises owned by women or disabled people.",
        ["Business registration and mail-order report (or the reason for exemption)", "The original files of certificates", "A bank account for settlement and a contact", "Product notice and pictures for every product"],
        "Send your papers; our team checks them and tells you the result and the reason. Write to help@ieum.example.",
      ],
    },
  ],
};

export const aboutText = defineMessages<PageText>({ ko, en });
