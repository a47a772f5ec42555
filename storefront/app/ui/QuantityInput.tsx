import { useMessages } from "~/lib/i18n/index.ts";
import { MAX_QUANTITY } from "~/lib/money.ts";
import { Icon } from "./Icon.tsx";

interface Props {
  name?: string;
  value: number;
  minimum?: number;
  maximum?: number;
  label?: string;
  id?: string;
}

/**
 * A number field. The two step buttons are for scripts (islands/buy.ts and cart.ts show them); without one the field itself is enough,
 * so they are not drawn.
 */
export function QuantityInput({ name = "quantity", value, minimum = 1, maximum = MAX_QUANTITY, label, id }: Props) {
  const t = useMessages().product;
  return (
    <span className="qty" data-quantity>
      <button type="button" data-step="-1" aria-label={t.decrease} hidden>
        <Icon name="minus" size="s" />
      </button>
      <input id={id} name={name} type="number" inputMode="numeric" min={minimum} max={maximum} step={1} defaultValue={value} aria-label={label ?? t.quantity} required />
      <button type="button" data-step="1" aria-label={t.increase} hidden>
        <Icon name="plus" size="s" />
      </button>
    </span>
  );
}
