/** Waits for its page. */
export default function Waiting() {
  return null;
}
