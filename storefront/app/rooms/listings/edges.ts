/** The nodes of a connection of an answer, as a list. */
export type NonNullableEdges<T> = NonNullable<T> extends { edges: { node: infer N }[] } ? N[] : never;
