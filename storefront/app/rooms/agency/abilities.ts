/** What a member of an agency may be entrusted with, as the API names it. */
export type AgencyAbility = "REQUEST" | "APPROVE" | "INSPECT" | "PAY" | "ADMINISTER";

export const ABILITIES: readonly AgencyAbility[] = ["REQUEST", "APPROVE", "INSPECT", "PAY", "ADMINISTER"];

/** The abilities in the order in which a purchase needs them, whatever the order they came in. */
export const inOrder = (abilities: readonly AgencyAbility[]): AgencyAbility[] => ABILITIES.filter((ability) => abilities.includes(ability));
