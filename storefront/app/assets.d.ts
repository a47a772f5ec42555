/** A script bundled on its own; the import is its address. */
declare module "*?worker&url" {
  const url: string;
  export default url;
}
