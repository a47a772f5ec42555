import type { RouterContextProvider } from "react-router";
import type { TypedDocumentString } from "~/gql/operations";
import { ApiUnavailable, postJson } from "./api.server.ts";
import { appOf } from "./context.server.ts";

export interface ApiErrorItem {
  message: string;
  code: string | null;
}

/** The API refused a whole operation (permission, limits, unknown field): not a form error, those are data. */
export class ApiError extends Error {
  override name = "ApiError";
  readonly items: ApiErrorItem[];
  constructor(items: ApiErrorItem[]) {
    super(items.map((item) => item.message).join("; "));
    this.items = items;
  }
  has(code: string): boolean {
    return this.items.some((item) => item.code === code);
  }
}

interface RawError {
  message: string;
  extensions?: { code?: string; exception?: { code?: string } };
}
interface RawResponse {
  data?: unknown;
  errors?: RawError[];
}

export function readResponse(raw: unknown): unknown {
  const response = raw as RawResponse | null;
  if (response?.errors?.length) {
    throw new ApiError(response.errors.map((e) => ({ message: e.message, code: e.extensions?.exception?.code ?? e.extensions?.code ?? null })));
  }
  if (!response?.data) throw new ApiUnavailable("The API sent no data.");
  return response.data;
}

async function run<R, V>(document: TypedDocumentString<R, V>, variables: V, headers: Record<string, string>): Promise<R> {
  return readResponse(await postJson(JSON.stringify({ query: document.toString(), variables }), headers)) as R;
}

/** Asks without identity. Catalogue reads use this: the API may answer them from its cache. */
export function gqlPublic<R, V>(document: TypedDocumentString<R, V>, variables: V): Promise<R> {
  return run(document, variables, {});
}

/** Asks as the signed-in user where there is one, else anonymously. Error texts come in the language of the request. */
export async function gql<R, V>(context: Readonly<RouterContextProvider>, document: TypedDocumentString<R, V>, variables: V): Promise<R> {
  const { session, language, callers } = appOf(context);
  const token = await session.token();
  const forwarded: Record<string, string> = callers ? { "x-forwarded-for": callers } : {};
  return run(document, variables, { "accept-language": language, ...forwarded, ...(token ? { authorization: `Bearer ${token}` } : {}) });
}
