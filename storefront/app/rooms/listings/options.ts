/** Options of a listing: up to two dimensions (크기 × 향), each with its values; every pair is a variant. */
export interface Dimension {
  name: string;
  values: string[];
}

export const MOST_VARIANTS = 60;
const LONGEST = 60;

/** Values as people type them: parted by commas or lines, each once. */
export function readValues(text: string): string[] {
  const values = text.split(/[,\n，、]/).map((value) => value.trim().replaceAll(/\s+/g, " ").slice(0, LONGEST));
  return [...new Set(values.filter(Boolean))];
}

/** Every choice of one value from each dimension, in the order typed; one empty choice where there are no options. */
export function combine(dimensions: readonly Dimension[]): string[][] {
  return dimensions.filter((one) => one.values.length).reduce<string[][]>((made, { values }) => made.flatMap((choice) => values.map((value) => [...choice, value])), [[]]);
}

export const variantName = (choice: readonly string[]): string => choice.join(" / ");

/** Choices that are not there yet, by their names. */
export const lacking = (choices: readonly string[][], names: readonly string[]): string[][] => choices.filter((choice) => !names.includes(variantName(choice)));
