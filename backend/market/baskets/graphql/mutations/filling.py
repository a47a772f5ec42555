"""Fill a basket of the public channel from a list, an earlier order, or codes."""

from __future__ import annotations

from typing import Any

import graphene

from market.agencies.selectors.membership import ensure_agency_member_or
from market.baskets.errors import NoPublicChannel, NothingRead, TooManyItems
from market.baskets.graphql.inputs import BasketItemInput, quantities_of, wishes_of
from market.baskets.graphql.types import BasketError, BasketLine, QuickOrderRow
from market.baskets.rules import LONGEST_TEXT, MOST_CODES, read_text
from market.baskets.selectors.buyables import public_channel
from market.baskets.selectors.quick_order import ReadRow, quick_order_read
from market.baskets.services.basket_fill import Filling
from market.baskets.services.list_to_checkout import codes_to_checkout, list_to_checkout, order_again
from market.baskets.workbook import read_file
from market.checkout.graphql.types import Checkout
from market.core.errors import InvalidInput, NotFound
from market.core.files.errors import FileRefused, FileTooLarge, WorkbookUnreadable
from market.core.files.reading import content_of
from market.core.graphql.mutations import BaseMutation, InvalidId, pk_from_id, uuid_from_id
from market.core.graphql.scalars import Upload
from market.core.graphql.types import non_null_list

RAISES = (NotFound, InvalidId, InvalidInput, TooManyItems, NoPublicChannel)
NAMED = "Only these, in these quantities; without them all of it."


class FillArguments:
    """What every filling takes."""

    checkout = graphene.ID(description="ID of the basket; without one a new one is opened.")
    takes_less = graphene.Boolean(description="Where less is in stock than is wanted, take what there is.")
    channel = graphene.String(description="Slug of the channel for agencies; without it the first.")


class FillAnswer(BaseMutation):
    """What every filling answers."""

    class Meta:
        abstract = True

    checkout = graphene.Field(Checkout, description="The basket; none when nothing could be put in and there was none.")
    added = graphene.Field(non_null_list(BasketLine), description="What was put in.")
    left_out = graphene.Field(non_null_list(BasketLine), description="What was not, and why.")

    @classmethod
    def of(cls, filling: Filling) -> Any:
        return cls(checkout=filling.checkout, added=filling.added, left_out=filling.left_out)


def _given(arguments: dict[str, Any]) -> dict[str, Any]:
    checkout = arguments.get("checkout")
    return {
        "checkout_id": uuid_from_id(checkout, "Checkout", field="checkout") if checkout else None,
        "takes_less": bool(arguments.get("takes_less")),
        "channel_slug": arguments.get("channel") or None,
    }


class SharedListToCheckout(FillAnswer):
    class Meta:
        description = "Put a list, or parts of it, into a basket; what cannot be bought now is left out and told."
        error_type = BasketError
        login_required = True
        idempotent = True

    class Arguments(FillArguments):
        id = graphene.ID(required=True, description="ID of the list.")
        items = graphene.Argument(non_null_list(BasketItemInput), description=NAMED)

    raises = RAISES

    @classmethod
    def perform(cls, info: Any, id: str, items: Any = None, **given: Any) -> Any:
        ensure_agency_member_or(info.context.actor)
        filling = list_to_checkout(
            list_id=uuid_from_id(id, "SharedList"),
            quantities=quantities_of(items),
            actor=info.context.actor,
            **_given(given),
        )
        return cls.of(filling)


class OrderAgain(FillAnswer):
    class Meta:
        description = "Put the things of an earlier order of the agency into a basket, at the prices of now."
        error_type = BasketError
        login_required = True
        idempotent = True

    class Arguments(FillArguments):
        id = graphene.ID(required=True, description="ID of the order.")
        items = graphene.Argument(non_null_list(BasketItemInput), description=NAMED)

    raises = RAISES

    @classmethod
    def perform(cls, info: Any, id: str, items: Any = None, **given: Any) -> Any:
        ensure_agency_member_or(info.context.actor)
        filling = order_again(
            order_id=uuid_from_id(id, "Order"),
            quantities=quantities_of(items),
            actor=info.context.actor,
            **_given(given),
        )
        return cls.of(filling)


class QuickOrder(FillAnswer):
    class Meta:
        description = "Put variants into a basket at once, as quickOrderPreview read them from codes; 300 at most."
        error_type = BasketError
        login_required = True
        idempotent = True

    class Arguments(FillArguments):
        agency = graphene.ID(required=True, description="ID of the agency one buys for.")
        items = graphene.Argument(non_null_list(BasketItemInput), required=True, description="What to put in.")

    raises = RAISES

    @classmethod
    def perform(cls, info: Any, agency: str, items: Any, **given: Any) -> Any:
        ensure_agency_member_or(info.context.actor)
        filling = codes_to_checkout(
            agency_id=pk_from_id(agency, "Agency", field="agency"),
            wishes=wishes_of(items),
            actor=info.context.actor,
            **_given(given),
        )
        return cls.of(filling)


class QuickOrderPreview(BaseMutation):
    class Meta:
        description = (
            "Read codes and quantities, from a text (30,000 letters, lines ‘code quantity’ parted by tab, comma, semicolon or space) or a file"
            " (XLSX, CSV), 300 codes at most. A code is a SKU, an own reference or the code of a product. Nothing is changed."
        )
        error_type = BasketError
        login_required = True

    class Arguments:
        text = graphene.String(description="The pasted text.")
        file = Upload(description="The file, in place of the text.")
        channel = graphene.String(description="Slug of the channel for agencies; without it the first.")

    raises = (InvalidInput, TooManyItems, NothingRead, NoPublicChannel, FileRefused, FileTooLarge, WorkbookUnreadable)
    rows = graphene.Field(non_null_list(QuickOrderRow), description="Every code in the order of its line.")

    @classmethod
    def perform(cls, info: Any, text: str | None = None, file: Any = None, channel: str | None = None) -> Any:
        ensure_agency_member_or(info.context.actor)
        return cls(rows=_read(text or "", file, channel))


def _read(text: str, file: Any, channel: str | None) -> list[ReadRow]:
    if len(text) > LONGEST_TEXT:
        raise InvalidInput(
            "text", f"{LONGEST_TEXT:,}자까지 붙여 넣을 수 있어요.", f"At most {LONGEST_TEXT:,} letters at once."
        )
    rows = read_file(content_of(file, field="file")) if file is not None else read_text(text.replace("\x00", ""))
    if not rows:
        raise NothingRead("file" if file is not None else "text")
    if len(rows) > MOST_CODES:
        raise TooManyItems("file" if file is not None else "text", limit=MOST_CODES)
    return quick_order_read(rows, public_channel(channel))
