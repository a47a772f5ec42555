import type { AgencyApplicationStatusEnum } from "~/gql/operations";

/** How the status of an application looks as a tag. */
export const LOOKS: Record<AgencyApplicationStatusEnum, string> = { DRAFT: "tag", SUBMITTED: "tag info", RETURNED: "tag warn", APPROVED: "tag ok", DECLINED: "tag bad", WITHDRAWN: "tag" };
