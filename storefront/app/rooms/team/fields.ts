/** The fields of a profile that are words, with the longest each may be. */
export const TEXTS = {
  name: 120, nameEn: 160, legalName: 160, representative: 60, postalCode: 10, address: 250, district: 40, mailOrderNumber: 60, phone: 30, email: 254, introduction: 3_000, introductionEn: 3_000, carrier: 60,
  carrierEn: 80,
} as const;
/** Those that are numbers: whole won, and days. */
export const AMOUNTS = ["deliveryFee", "freeDeliveryFrom", "remoteAreaSurcharge", "returnFee", "dispatchDays"] as const;
export type Amount = (typeof AMOUNTS)[number];
