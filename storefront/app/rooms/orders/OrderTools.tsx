import { Button } from "~/ui/Button.tsx";
import { Icon } from "~/ui/Icon.tsx";
import { useVoice } from "~/rooms/cart/voice.ts";
import { orderWords } from "./words.ts";

/** Print (an island shows the button, for only a script can) and order again. */
export function OrderTools() {
  const t = useVoice(orderWords);
  return (
    <div className="otools">
      <form method="post">
        <Button name="intent" value="again" aria-describedby="again-note">
          <Icon name="cart" size="s" />
          {t.again}
        </Button>
        <span className="sm sub" id="again-note">{t.againNote}</span>
      </form>
      <Button type="button" kind="3" data-print hidden>
        <Icon name="print" size="s" />
        {t.print}
      </Button>
    </div>
  );
}
