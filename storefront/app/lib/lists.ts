/** The nodes of a Relay connection. */
export const nodesOf = <T>(connection: { edges: { node: T }[] } | null | undefined): T[] => connection?.edges.map((edge) => edge.node) ?? [];
