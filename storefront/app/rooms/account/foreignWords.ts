import { defineVoices } from "~/rooms/cart/voice.ts";
import type { AddressRules } from "./account.server.ts";
import type { ForeignField } from "./foreign.ts";

/** Addresses outside Korea. What an area or a postcode is called there comes from the rules of the country. */
export const foreignWords = defineVoices({
  ko: {
    country: "나라", switch: "나라 바꾸기", countryHint: "나라를 바꾸면 그 나라 방식으로 적을 수 있어요.", onlyKorea: "배송은 지금 대한민국으로만 해요. 다른 나라 주소는 청구지로 쓸 수 있어요.", choose: "골라 주세요", optional: "(선택)", example: (text: string) => `예: ${text}`, need: (label: string) => `${label} 칸을 채워 주세요.`, phoneHint: "나라 번호부터 적어 주세요. 예: +1 …",
    recipient: "이름", companyName: "회사·기관", phone: "전화", streetAddress1: "주소", streetAddress2: "상세 주소", city: "도시", cityArea: "구역", countryArea: "주·도", postalCode: "우편번호",
    state: "주", prefecture: "도도부현", province: "성·주", region: "지역", district: "구역", suburb: "교외 지역", neighborhood: "동네", village_township: "마을", post_town: "우편 도시", zip: "우편번호(ZIP)", eircode: "우편번호(Eircode)", pin: "우편번호(PIN)",
  },
  formal: {
    countryHint: "나라를 바꾸면 그 나라 방식으로 적을 수 있습니다.", onlyKorea: "배송은 지금 대한민국으로만 합니다. 다른 나라 주소는 청구지로 쓸 수 있습니다.", choose: "선택해 주십시오", need: (label) => `${label} 칸을 채워 주십시오.`, phoneHint: "나라 번호부터 적어 주십시오. 예: +1 …",
  },
  en: {
    country: "Country", switch: "Change country", countryHint: "The fields follow the country.", onlyKorea: "For now we deliver within Korea only. Addresses elsewhere can be billed.", choose: "Please choose", optional: "(optional)", example: (text) => `Such as ${text}`, need: (label) => `Fill in: ${label}.`, phoneHint: "With the country code, such as +1 …",
    recipient: "Name", companyName: "Company", phone: "Phone", streetAddress1: "Street address", streetAddress2: "Details", city: "City", cityArea: "Area", countryArea: "State or province", postalCode: "Postcode",
    state: "State", prefecture: "Prefecture", province: "Province", region: "Region", district: "District", suburb: "Suburb", neighborhood: "Neighbourhood", village_township: "Village", post_town: "Post town", zip: "ZIP code", eircode: "Eircode", pin: "PIN code",
  },
});

type Words = ReturnType<typeof foreignWords>;

/** What a field is called where the address is. */
export function labelOf(field: ForeignField, rules: AddressRules, t: Words): string {
  const kinds: Partial<Record<ForeignField, string>> = { countryArea: rules.countryAreaType, city: rules.cityType, cityArea: rules.cityAreaType, postalCode: rules.postalCodeType };
  const kind = kinds[field];
  const known = t as unknown as Record<string, unknown>;
  const word = kind ? known[kind] : undefined;
  return typeof word === "string" ? word : t[field];
}
