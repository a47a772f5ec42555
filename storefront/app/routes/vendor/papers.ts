/** Waits for its content. */
export const loader = () => new Response(null, { status: 404 });
