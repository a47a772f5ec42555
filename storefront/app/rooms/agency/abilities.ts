import type { AgencyAbilityEnum } from "~/gql/operations";

/** What a member may be entrusted with, in the order in which a purchase needs it. */
export const ABILITIES: readonly AgencyAbilityEnum[] = ["REQUEST", "APPROVE", "INSPECT", "PAY", "ADMINISTER"];

/** The abilities in the order in which a purchase needs them, whatever the order they came in. */
export const inOrder = (abilities: readonly AgencyAbilityEnum[]): AgencyAbilityEnum[] => ABILITIES.filter((ability) => abilities.includes(ability));
