import type { RouterContextProvider } from "react-router";
import type { TypedDocumentString } from "~/gql/operations";
import { ApiUnavailable, post, postJson } from "./api.server.ts";
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

/** What a mutation says of its errors; null where it was left out. */
export type ApiAnswer = { errors: readonly { field: string | null; code: string; message: string | null }[] } | null | undefined;

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
  try {
    return await run(document, variables, await headersOf(context));
  } catch (error) {
    if (!isSessionOver(error)) throw error;
    // Nothing ran. Whoever was signed out elsewhere goes on as a guest.
    appOf(context).session.refuse();
    return run(document, variables, await headersOf(context));
  }
}

const isSessionOver = (error: unknown): boolean => error instanceof ApiError && (error.has("InvalidTokenError") || error.has("ExpiredSignatureError"));

async function headersOf(context: Readonly<RouterContextProvider>): Promise<Record<string, string>> {
  const { session, language, callers } = appOf(context);
  const token = await session.token();
  const forwarded: Record<string, string> = callers ? { "x-forwarded-for": callers } : {};
  return { "accept-language": language, ...forwarded, ...(token ? { authorization: `Bearer ${token}` } : {}) };
}

/** A mutation with files, by the GraphQL multipart request specification: null where a file goes, then the parts. */
export async function gqlWithFiles<R, V extends Record<string, unknown>>(context: Readonly<RouterContextProvider>, document: TypedDocumentString<R, V>, variables: V): Promise<R> {
  const names = Object.keys(variables).filter((name) => variables[name] instanceof File);
  const form = new FormData();
  const rest = { ...variables, ...Object.fromEntries(names.map((name) => [name, null])) };
  form.set("operations", JSON.stringify({ query: document.toString(), variables: rest }));
  form.set("map", JSON.stringify(Object.fromEntries(names.map((name) => [name, [`variables.${name}`]]))));
  for (const name of names) form.set(name, variables[name] as File);
  const packed = new Response(form);
  const headers = { "content-type": packed.headers.get("content-type") ?? "", "graphql-preflight": "1", ...(await headersOf(context)) };
  return readResponse(await post(new Uint8Array(await packed.arrayBuffer()), headers)) as R;
}
