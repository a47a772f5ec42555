import { defineMessages } from "~/lib/i18n/index.ts";
import type { PageText } from "./Article.tsx";

const ko: PageText = {
  title: "이용약관",
  lead: "이음을 쓰는 분과 이음 운영사무국의 약속이에요. 예시 시장의 약관이며 2026년 11월 1일부터 적용합니다.",
  sections: [
    { id: "purpose", head: "1. 목적과 뜻", parts: ["이 약관은 이음 운영사무국(이하 ‘이음’)이 운영하는 시장에서 이용자와 이음의 권리와 의무를 정합니다.", ["판매 기업: 이음에 물건이나 서비스를 올려 파는 사업자", "이용자: 이음에서 물건이나 서비스를 보거나 사는 사람과 기관", "기관 회원: 공공기관에 속해 함께누리에서 구매하는 회원"]] },
    { id: "role", head: "2. 통신판매중개자", parts: ["이음은 통신판매중개자이며 거래 당사자가 아닙니다. 매매 계약은 이용자와 판매 기업 사이에 맺어집니다.", "이음은 판매 기업의 상호, 대표자, 주소, 전화, 이메일, 사업자등록번호, 통신판매업 신고번호를 확인해 주문 전에 알립니다. 확인하지 않아 생긴 손해는 판매 기업과 함께 책임집니다."] },
    { id: "account", head: "3. 가입과 탈퇴", parts: ["가입하지 않아도 살 수 있습니다. 가입은 이메일과 비밀번호로 하고, 탈퇴는 가입만큼 쉽게 내 이음에서 할 수 있습니다. 탈퇴해도 법이 정한 기록은 정해진 기간 동안 따로 보관합니다."] },
    { id: "contract", head: "4. 주문과 계약", parts: ["주문 화면은 총액을 먼저 보여 주고, 결제 전에 고치거나 취소할 수 있게 합니다. 판매 기업이 주문을 받아들인 것을 알린 때 계약이 이루어집니다.", "재고가 없거나 값이 잘못 적힌 것이 분명하면 판매 기업은 까닭을 알리고 주문을 거절할 수 있으며, 받은 돈은 3영업일 안에 돌려줍니다."] },
    { id: "supply", head: "5. 배송과 청약철회", parts: ["배송, 청약철회, 환불의 기준은 전자상거래 등에서의 소비자보호에 관한 법률을 따르며, 고객센터에 자세히 적어 두었습니다. 이용자에게 불리한 약속은 효력이 없습니다.", "기관이 업무를 위해 사는 경우에는 계약에서 따로 정한 조건이 먼저 적용됩니다."] },
    { id: "duty", head: "6. 지켜야 할 일", parts: [["판매 기업은 인증과 가치에 관해 사실만 적고, 바뀌면 바로 고칩니다.", "이용자는 남의 정보를 쓰거나 시장의 운영을 방해하지 않습니다.", "이음은 미리 골라 둔 유료 항목, 숨긴 비용, 거짓 마감처럼 속이는 화면을 쓰지 않습니다."]] },
    { id: "dispute", head: "7. 분쟁과 관할", parts: ["분쟁은 고객센터의 분쟁 처리 기준에 따라 처리합니다. 소송은 민사소송법이 정한 법원에 냅니다. 이 약관은 대한민국 법을 따릅니다."] },
  ],
};

const en: PageText = {
  title: "Terms of use",
  lead: "What you and the Ieum office promise each other. Terms of a sample market, in force from 1 November 2026. The Korean text prevails.",
  sections: [
    { id: "purpose", head: "1. Purpose and words", parts: ["These terms set out the rights and duties of users and of the Ieum office (“Ieum”) in this market.", ["Seller: an enterprise that offers goods or services at Ieum", "User: a person or body that browses or buys", "Agency member: a user who belongs to a public body and buys for it"]] },
    { id: "role", head: "2. Intermediary", parts: ["Ieum is a mail-order intermediary and not a party to the sale. The contract of sale is between user and seller.", "Ieum verifies each seller's name, representative, address, phone, e-mail, business and mail-order numbers and shows them before the order. Where it fails to, it is jointly liable."] },
    { id: "account", head: "3. Joining and leaving", parts: ["You may buy without joining. Joining takes an e-mail address and a password; leaving is as easy. Records that the law requires are kept apart for their time."] },
    { id: "contract", head: "4. Orders and contract", parts: ["The order page shows the full total first and lets you correct or cancel before paying. The contract is made when the seller's acceptance is confirmed.", "Where stock is gone or a price is an evident error, the seller may decline with a reason and money is returned within 3 working days."] },
    { id: "supply", head: "5. Delivery and withdrawal", parts: ["Delivery, withdrawal and refund follow the Act on Consumer Protection in Electronic Commerce; details are on the help page. Terms to the user's disadvantage are void.", "Where a body buys for its work, the terms of its contract come first."] },
    { id: "duty", head: "6. What everyone keeps to", parts: [["Sellers state only facts about certificates and values and correct them at once.", "Users do not use others' data or disturb the market.", "Ieum uses no deceptive screens: no pre-ticked paid options, no hidden costs, no false deadlines."]] },
    { id: "dispute", head: "7. Disputes and law", parts: ["Disputes are handled as the help page says. Courts have jurisdiction under the Civil Procedure Act. The law of the Republic of Korea applies."] },
  ],
};

export const termsText = defineMessages<PageText>({ ko, en });
