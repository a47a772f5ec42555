/** What a line of an order is called in the language of the page; goods that are no longer sold keep the name they had. */
export const boughtName = (line: { productName: string; translatedProductName: string }): string => line.translatedProductName || line.productName;
