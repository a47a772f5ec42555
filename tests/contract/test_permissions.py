"""Every query and mutation × every kind of requestor. An operation that is missing from the table fails."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    get_named_type,
    is_leaf_type,
    is_required_argument,
    is_required_input_field,
)

from contract import permission_rows
from contract.permission_rows import AGENCY_MEMBER, EVERYBODY, MEMBER, MEMBERS, SIGNED_IN, Access
from factories.accounts import UserFactory, staff_with
from factories.channels import ChannelFactory
from factories.procurement import agency_buyer
from factories.vendors import member_of
from market.accounts.models import User
from market.api.schema import schema
from market.core import permissions as names
from market.core.global_ids import to_global_id

pytestmark = pytest.mark.django_db

# operation -> who gets past its door (what they then see is their room's own test)
QUERIES: dict[str, Access] = {
    **dict.fromkeys(
        """shop channel channels me address addressValidationRules vendor vendors districts certificateKinds category categories collection
        collections product products productVariant productVariants valueThemes productFacets story stories campaign campaigns checkout
        order productType orderByToken page pages pageType pageTypes menu menus menuItem""".split(),  # noqa: SIM905 - a list of words
        EVERYBODY,
    ),
    "user": (names.MANAGE_STAFF, names.MANAGE_USERS, names.MANAGE_ORDERS),
    "orders": (names.MANAGE_ORDERS,),
    **dict.fromkeys(("voucher", "vouchers"), (names.MANAGE_DISCOUNTS,)),
    **dict.fromkeys(("giftCard", "giftCards"), (names.MANAGE_GIFT_CARD,)),
    **dict.fromkeys(
        """transaction transactions paymentOverview bankDeposit bankDeposits bankStatement bankStatements refundsToSend bookDifferences
        deadPaymentActions deadProviderMessages""".split(),  # noqa: SIM905
        (names.HANDLE_PAYMENTS,),
    ),
    "operatingReport": (names.MANAGE_REPORTS,),
    "campaignReport": (names.MANAGE_REPORTS,),
    **permission_rows.QUERIES,
}
MUTATIONS: dict[str, Access] = {
    **dict.fromkeys(
        """tokenCreate tokenRefresh tokenVerify accountRegister confirmAccount requestPasswordReset setPassword externalAuthenticationUrl
        externalObtainAccessTokens externalRefresh externalVerify externalLogout updateMetadata deleteMetadata checkoutCreate checkoutLinesAdd
        checkoutLinesUpdate checkoutLinesDelete checkoutEmailUpdate checkoutShippingAddressUpdate checkoutBillingAddressUpdate
        checkoutDeliveryMethodUpdate checkoutAddPromoCode checkoutRemovePromoCode checkoutCustomerNoteUpdate deliveryOptionsCalculate checkoutComplete
        checkoutLanguageCodeUpdate checkoutLineDelete checkoutShippingMethodUpdate
        paymentGatewayInitialize transactionInitialize transactionProcess refundAccountSet vendorOrderCancel vendorOrderBulkCancel withdrawalCreate
        withdrawalCancel withdrawalUpdateTracking""".split(),  # noqa: SIM905
        EVERYBODY,
    ),
    **dict.fromkeys(
        """tokensDeactivateAll accountUpdate accountAddressCreate accountAddressUpdate accountAddressDelete accountSetDefaultAddress
        passwordChange sendConfirmationEmail requestEmailChange confirmEmailChange accountRequestDeletion accountDelete
        checkoutCustomerAttach checkoutCustomerDetach""".split(),  # noqa: SIM905
        SIGNED_IN,
    ),
    **dict.fromkeys(("updatePrivateMetadata", "deletePrivateMetadata"), (names.MANAGE_CHECKOUTS,)),
    **dict.fromkeys(("pageCreate", "pageUpdate", "pageDelete"), (names.MANAGE_PAGES,)),
    **dict.fromkeys(("pageTypeCreate", "pageTypeUpdate", "pageTypeDelete"), (names.MANAGE_PAGE_TYPES_AND_ATTRIBUTES,)),
    **dict.fromkeys(
        (
            "menuCreate",
            "menuUpdate",
            "menuDelete",
            "menuItemCreate",
            "menuItemUpdate",
            "menuItemDelete",
            "menuItemMove",
        ),
        (names.MANAGE_MENUS,),
    ),
    **dict.fromkeys(("pageTranslate", "menuItemTranslate"), (names.MANAGE_TRANSLATIONS,)),
    **dict.fromkeys(
        """transactionRequestAction transactionEventReport bankStatementUpload bankStatementApply bankDepositMatch bankDepositUnmatch
        bankDepositIgnore bankDepositReopen refundMarkAsSent bookDifferenceSettle paymentActionRetry
        providerMessageRetry""".split(),  # noqa: SIM905
        (names.HANDLE_PAYMENTS,),
    ),
    **dict.fromkeys(("orderMarkAsPaid", "orderCancel"), (names.MANAGE_ORDERS,)),
    **dict.fromkeys(
        """voucherCreate voucherUpdate voucherDelete voucherBulkDelete voucherCataloguesAdd voucherCataloguesRemove
        voucherChannelListingUpdate voucherCodeBulkDelete""".split(),  # noqa: SIM905
        (names.MANAGE_DISCOUNTS,),
    ),
    "voucherTranslate": (names.MANAGE_TRANSLATIONS,),
    **dict.fromkeys(
        """giftCardCreate giftCardBulkCreate giftCardUpdate giftCardActivate giftCardDeactivate""".split(),  # noqa: SIM905
        (names.MANAGE_GIFT_CARD,),
    ),
    **permission_rows.MUTATIONS,
}
# What the generated call needs to reach the door of an operation that looks at the id first.
IDS = {
    "updateMetadata": "Checkout",
    "deleteMetadata": "Checkout",
    "updatePrivateMetadata": "Checkout",
    "deletePrivateMetadata": "Checkout",
}
NOWHERE = "00000000-0000-4000-8000-000000000000"


def table() -> dict[str, Access]:
    return {
        **{f"Query.{name}": access for name, access in QUERIES.items()},
        **{f"Mutation.{name}": access for name, access in MUTATIONS.items()},
    }


def operations() -> list[str]:
    roots = (schema().query_type, schema().mutation_type)
    return [f"{root.name}.{name}" for root in roots if root is not None for name in root.fields]


def sample(kind: Any, operation: str) -> Any:
    """A value that is valid by type and points at nothing."""
    if isinstance(kind, GraphQLNonNull):
        return sample(kind.of_type, operation)
    if isinstance(kind, GraphQLList):
        return [sample(kind.of_type, operation)]
    if isinstance(kind, GraphQLInputObjectType):
        return {
            name: sample(field.type, operation) for name, field in kind.fields.items() if is_required_input_field(field)
        }
    if isinstance(kind, GraphQLEnumType):
        return next(iter(kind.values))
    return {
        "ID": to_global_id(IDS.get(operation, "Nothing"), NOWHERE), "String": "x", "Int": 1, "Float": 1.0, "Boolean": True, "Date": "2022-01-01",
        "DateTime": "2022-01-01T00:00:00+09:00", "PositiveInt": 1, "PositiveDecimal": 1, "JSON": {}, "JSONString": "{}", "UUID": NOWHERE,
        "Upload": SimpleUploadedFile("x.csv", b"x"),
    }[kind.name]  # fmt: skip


def call_of(operation: str) -> tuple[str, dict[str, Any]]:
    root_name, _, name = operation.partition(".")
    root = schema().type_map[root_name]
    assert isinstance(root, GraphQLObjectType)
    field = root.fields[name]
    wanted = {
        argument: given
        for argument, given in field.args.items()
        if is_required_argument(given)
        or argument in ("first", "channel")
        or (argument == "id" and root_name == "Mutation")
    }
    variables = {
        argument: "citizen" if argument == "channel" else sample(given.type, name) for argument, given in wanted.items()
    }
    head = ", ".join(f"${argument}: {given.type}" for argument, given in wanted.items())
    arguments = ", ".join(f"{argument}: ${argument}" for argument in wanted)
    inner = "" if is_leaf_type(get_named_type(field.type)) else " { __typename }"
    keyword = root_name.lower()
    return (
        f"{keyword} P{f'({head})' if head else ''} {{ {name}{f'({arguments})' if arguments else ''}{inner} }}",
        variables,
    )


REQUESTORS: dict[str, Callable[[Access], User | None]] = {
    "anonymous": lambda access: None,
    "customer": lambda access: UserFactory(),
    "owner of an enterprise": lambda access: member_of(),
    "member of an agency": lambda access: agency_buyer(),
    "staff without": lambda access: staff_with(
        *(set(names.ALL_PERMISSIONS) - set(access if isinstance(access, tuple) else ()))
    ),
    "staff with": lambda access: staff_with(*permissions_of(access)),
}


def permissions_of(access: Access) -> set[str]:
    return set(access) - MEMBERS if isinstance(access, tuple) else set()


def gets_past(access: Access, requestor: str) -> bool:
    if access == EVERYBODY:
        return True
    if access == SIGNED_IN:
        return requestor != "anonymous"
    if requestor == "owner of an enterprise":
        return MEMBER in access
    if requestor == "member of an agency":
        return AGENCY_MEMBER in access
    return requestor == "staff with" and bool(permissions_of(access))


def test_the_table_names_every_operation_and_no_other() -> None:
    assert sorted(table()) == sorted(operations())


@pytest.mark.parametrize("requestor", REQUESTORS)
@pytest.mark.parametrize("operation", sorted(table()))
def test_who_gets_past_the_door(graphql: Any, operation: str, requestor: str) -> None:
    ChannelFactory()
    access = table()[operation]
    user = REQUESTORS[requestor](access)
    document, variables = call_of(operation)
    with CaptureQueriesContext(connection) as captured:
        answer = graphql(document, variables, user=user)
    codes = {error["extensions"]["exception"]["code"] for error in answer.get("errors", [])}
    assert "InternalServerError" not in codes
    assert ("PermissionDenied" not in codes) == gets_past(access, requestor), answer
    if not gets_past(access, requestor):
        writing = [
            query["sql"]
            for query in captured.captured_queries
            if query["sql"].split(" ", 1)[0] in ("INSERT", "UPDATE", "DELETE")
        ]
        assert not writing
