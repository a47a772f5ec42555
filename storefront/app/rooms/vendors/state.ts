export type VendorSort = "name" | "joined";

export interface VendorState {
  q: string;
  certificates: string[];
  districts: string[];
  sort: VendorSort;
  after: string | null;
  before: string | null;
  page: number;
}

/** The query string of a list of vendors. */
export function vendorSearch(state: VendorState): string {
  const params = new URLSearchParams();
  if (state.q) params.set("q", state.q);
  for (const code of state.certificates) params.append("cert", code);
  for (const code of state.districts) params.append("gu", code);
  if (state.sort !== "name") params.set("sort", state.sort);
  if (state.after) params.set("after", state.after);
  if (state.before) params.set("before", state.before);
  if ((state.after || state.before) && state.page > 1) params.set("page", String(state.page));
  const text = params.toString();
  return text ? `?${text}` : "";
}

export const changeVendors = (state: VendorState, part: Partial<VendorState>): VendorState => ({ ...state, after: null, before: null, page: 1, ...part });

export function toggleVendors(state: VendorState, key: "certificates" | "districts", code: string): VendorState {
  const chosen = state[key];
  return changeVendors(state, { [key]: chosen.includes(code) ? chosen.filter((other) => other !== code) : [...chosen, code] });
}
