/** How the desks of staff ask the API. */
export { gqlAtDesk as gqlStaff, gqlAtDeskWithFiles as gqlStaffWithFiles } from "~/rooms/desk/guarded.server.ts";
