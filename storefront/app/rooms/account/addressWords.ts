import { defineVoices } from "~/rooms/cart/voice.ts";

export const addressWords = defineVoices({
  ko: {
    recipient: "받는 분", person: "이름", company: "회사·기관", companyHint: "집이면 비워 두세요", phone: "휴대전화", phoneHint: "배송 소식을 알려드려요. 예: 010-0000-0000", postalCode: "우편번호", postalHint: "숫자 다섯 자리",
    countryArea: "시·도", choose: "골라 주세요", city: "시·군·구", cityHint: "세종시는 비워 두세요", street: "도로명 주소", streetHint: "예: 개봉로23길 10", detail: "상세 주소", detailHint: "동, 층, 호수", optional: "(선택)",
    needRecipient: "받는 분 이름을 적어 주세요.", needPerson: "이름을 적어 주세요.", needPhone: "휴대전화 번호를 적어 주세요. 010-0000-0000처럼 적어요.", phoneShape: "번호가 맞지 않아요. 010-0000-0000처럼 적어 주세요.", needPostal: "우편번호 다섯 자리를 숫자로 적어 주세요.",
    needArea: "시·도를 골라 주세요.", needCity: "시·군·구를 적어 주세요. 예: 구로구", needStreet: "도로명 주소를 적어 주세요. 예: 개봉로23길 10",
  },
  formal: {
    recipient: "받는 사람", company: "기관·부서", companyHint: "납품받을 기관과 부서를 적습니다", phone: "전화", phoneHint: "예: 02-0000-0000", choose: "선택해 주십시오", cityHint: "세종시는 비워 둡니다", needRecipient: "받는 사람의 이름을 적어 주십시오.", needPerson: "이름을 적어 주십시오.",
    needPhone: "전화번호를 적어 주십시오. 02-0000-0000처럼 적습니다.", phoneShape: "번호가 맞지 않습니다. 02-0000-0000처럼 적어 주십시오.", needPostal: "우편번호 다섯 자리를 숫자로 적어 주십시오.", needArea: "시·도를 선택해 주십시오.",
    needCity: "시·군·구를 적어 주십시오. 예: 구로구", needStreet: "도로명 주소를 적어 주십시오. 예: 개봉로23길 10",
  },
  en: {
    recipient: "Recipient", person: "Name", company: "Company or agency", companyHint: "Leave empty for a home", phone: "Phone", phoneHint: "For delivery news, such as 010-0000-0000", postalCode: "Postcode", postalHint: "Five digits", countryArea: "Province or city",
    choose: "Please choose", city: "City, county or district", cityHint: "Leave empty for Sejong", street: "Street address", streetHint: "Such as Gaebong-ro 23-gil 10", detail: "Details", detailHint: "Building, floor, flat", optional: "(optional)",
    needRecipient: "Enter the name of the recipient.", needPerson: "Enter the name.", needPhone: "Enter a phone number, such as 010-0000-0000.", phoneShape: "This number does not look right. Write it like 010-0000-0000.", needPostal: "Enter the postcode as five digits.",
    needArea: "Choose the province or city.", needCity: "Enter the city, county or district, such as Guro-gu.", needStreet: "Enter the street address, such as Gaebong-ro 23-gil 10.",
  },
});

export const complaints = (t: ReturnType<typeof addressWords>) => ({
  recipient: t.needRecipient, person: t.needPerson, phone: t.needPhone, phoneShape: t.phoneShape, postalCode: t.needPostal, countryArea: t.needArea, city: t.needCity, street: t.needStreet,
});
