"""What stands before anything is sold: channels, tax, delivery, districts, kinds of certificate, values, categories and types."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from decimal import Decimal

from django.utils.text import slugify

from market.catalog.models import (
    Attribute,
    AttributeValue,
    Category,
    Collection,
    CollectionChannelListing,
    NoticeType,
    ProductType,
    ValueTheme,
)
from market.channels.models import Channel, TaxRate
from market.seeding.copier import Copier, as_json
from market.seeding.draw import Pictures
from market.seeding.editor import document
from market.seeding.options import option_en
from market.seeding.sizes import MARKET_OPENS
from market.seeding.sources import Entry, base_products, source
from market.shipping.models import RemoteArea, ShippingMethod, ShippingMethodChannelListing, ShippingZone
from market.vendors.models import CertificateKind, District
from market.vendors.services.duties_load import duties_load
from market.vendors.services.law_load import law_load

CHANNELS = {"citizen": 1, "public": 2}
ZONE, PARCEL, ON_SITE = 1, 1, 2
REMOTE_AREAS = (
    ("제주", "63000", "63644"),
    ("울릉도·독도", "40200", "40240"),
    ("인천 옹진·강화 섬", "23100", "23136"),
    ("인천 옹진 섬", "22386", "22388"),
    ("충남 보령 섬", "33411", "33411"),
    ("전북 군산·부안 섬", "54000", "54000"),
    ("전남 신안 섬", "58800", "58866"),
    ("전남 완도·진도 섬", "58953", "59166"),
    ("경남 통영 섬", "53031", "53104"),
)
OPENING_DAY = MARKET_OPENS
KIND_AXIS, SPEC_AXIS = "종류", "규격"
SPECIAL_COLLECTIONS = (
    (
        "gifts-to-say-thanks",
        "답례품",
        "Thank-you gifts",
        "고마운 마음을 담아 여럿에게 나누기 좋은 물건들이에요.",
        "bojagi",
    ),
    (
        "meetings-and-events",
        "회의·행사용",
        "For meetings and events",
        "회의 다과부터 현수막까지, 행사를 준비할 때 찾는 것들이에요.",
        "catering",
    ),
    ("new-enterprises", "신규 입점", "New enterprises", "가장 늦게 이웃이 된 기업들의 물건이에요.", "house"),
)


@dataclass
class Reference:
    """Ids of what was loaded, by their names in the seeds."""

    districts: dict[str, int] = field(default_factory=dict)
    certificate_kinds: dict[str, int] = field(default_factory=dict)
    themes: dict[str, int] = field(default_factory=dict)
    notice_types: dict[str, int] = field(default_factory=dict)
    notice_fields: dict[str, list[str]] = field(default_factory=dict)
    categories: dict[str, int] = field(default_factory=dict)
    product_types: dict[tuple[str, bool], int] = field(default_factory=dict)
    attribute_values: dict[tuple[str, str], int] = field(default_factory=dict)
    collections: dict[str, int] = field(default_factory=dict)


def load_reference(copier: Copier, pictures: Pictures) -> Reference:
    """Load everything the seeds fix by hand."""
    reference = Reference()
    _channels(copier)
    _delivery(copier)
    _districts(copier, reference)
    _certificate_kinds(copier, reference)
    _themes(copier, reference)
    _notice_types(copier, reference)
    _categories(copier, reference, pictures)
    _types_and_attributes(copier, reference)
    _collections(copier, reference, pictures)
    return reference


def _channels(copier: Copier) -> None:
    fields = ("id", "name", "slug", "is_active", "audience", "expire_orders_after_minutes")
    copier.copy(
        Channel,
        fields,
        [
            (CHANNELS["citizen"], "이음 시민 장터", "citizen", True, "citizen", 4320),
            (CHANNELS["public"], "이음 공공 장터", "public", True, "public", None),
        ],
    )
    copier.copy(
        TaxRate,
        ("country", "rate", "effective_from", "source"),
        [("KR", Decimal("0.1"), dt.date(1977, 7, 1), "부가가치세법 제30조")],
    )
    copier.advance_sequences(Channel)


def _delivery(copier: Copier) -> None:
    fields = (
        "id", "zone", "name", "name_en", "type", "minimum_delivery_days", "maximum_delivery_days", "sort_order",
    )  # fmt: skip
    copier.copy(ShippingZone, ("id", "name", "countries"), [(ZONE, "대한민국", ["KR"])])
    copier.link(ShippingZone, "channels", [(ZONE, channel) for channel in CHANNELS.values()])
    copier.copy(
        ShippingMethod,
        fields,
        [
            (PARCEL, ZONE, "택배", "Parcel", "parcel", 1, 4, 0),
            (ON_SITE, ZONE, "방문 제공", "On site", "on_site", 3, 14, 1),
        ],
    )
    copier.copy(
        ShippingMethodChannelListing,
        ("method", "channel", "currency"),
        [(method, channel, "KRW") for method in (PARCEL, ON_SITE) for channel in CHANNELS.values()],
    )
    copier.copy(RemoteArea, ("name", "first_postal_code", "last_postal_code"), REMOTE_AREAS)
    copier.advance_sequences(ShippingZone)
    copier.advance_sequences(ShippingMethod)


def _districts(copier: Copier, reference: Reference) -> None:
    data = source("districts.yaml")
    rows = []
    for number, (entry, is_seoul) in enumerate(
        [(entry, True) for entry in data["districts"]] + [(entry, False) for entry in data["elsewhere"]], start=1
    ):
        centre = entry.get("support_centre") or {}
        reference.districts[entry["code"]] = number
        name, telephone = centre.get("name") or "", centre.get("phone") or ""
        rows.append((number, entry["code"], entry["name"], entry["name_en"], is_seoul, name, telephone, number))
    fields = (
        "id", "code", "name", "name_en", "is_seoul", "support_centre_name", "support_centre_phone", "sort_order",
    )  # fmt: skip
    copier.copy(District, fields, rows)
    copier.advance_sequences(District)


def _certificate_kinds(copier: Copier, reference: Reference) -> None:
    copied = (
        "code", "name", "name_en", "short_name", "short_name_en", "authority", "authority_en", "legal_basis",
        "legal_basis_en", "is_preliminary", "is_enterprise_kind", "effective_from", "source",
    )  # fmt: skip
    kinds: list[Entry] = source("certificate_kinds.yaml")
    reference.certificate_kinds = {kind["code"]: number for number, kind in enumerate(kinds, start=1)}
    rows = [(number, number, *(kind[name] for name in copied)) for number, kind in enumerate(kinds, start=1)]
    copier.copy(CertificateKind, ("id", "sort_order", *copied), rows)
    copier.advance_sequences(CertificateKind)
    copier.rows += law_load(kinds=kinds, routes=source("buying_routes.yaml")).routes
    copier.rows += duties_load(schemes=source("duty_schemes.yaml"))


def _themes(copier: Copier, reference: Reference) -> None:
    copied = (
        "code",
        "slug",
        "cloth",
        "name",
        "name_en",
        "tagline",
        "tagline_en",
        "description",
        "description_en",
        "artwork",
    )
    themes: list[Entry] = source("value_themes.yaml")
    reference.themes = {theme["code"]: number for number, theme in enumerate(themes, start=1)}
    rows = [
        (number, number, "\n".join(theme["criteria"]), *(theme[name] for name in copied))
        for number, theme in enumerate(themes, start=1)
    ]
    copier.copy(ValueTheme, ("id", "sort_order", "criteria", *copied), rows)
    copier.advance_sequences(ValueTheme)


def _notice_types(copier: Copier, reference: Reference) -> None:
    types: list[Entry] = source("notice_types.yaml")
    reference.notice_types = {entry["code"]: number for number, entry in enumerate(types, start=1)}
    reference.notice_fields = {entry["code"]: [one["code"] for one in entry["fields"]] for entry in types}
    rows = [
        (number, entry["code"], entry["name"], entry["name_en"], as_json(entry["fields"]))
        for number, entry in enumerate(types, start=1)
    ]
    copier.copy(NoticeType, ("id", "code", "name", "name_en", "fields"), rows)
    copier.advance_sequences(NoticeType)


def _categories(copier: Copier, reference: Reference, pictures: Pictures) -> None:
    """The tree, parents first. Slugs are the keys with hyphens."""
    rows: list[tuple[object, ...]] = []

    def add(entry: Entry, parent: int | None, path: list[int], position: int) -> None:
        number = len(rows) + 1
        reference.categories[entry["key"]] = number
        own_path = [*path, number]
        text = entry.get("description", "")
        slug = entry["key"].replace("/", "-")
        picture = pictures.take(entry["art"])[0]
        rows.append((
            number, entry["name"], entry["name_en"], slug, as_json(document(text)) if text else None, text, parent,
            own_path, len(path), position, picture,
        ))  # fmt: skip
        for place, child in enumerate(entry.get("children", [])):
            add(child, number, own_path, place)

    for place, top in enumerate(source("categories.yaml")):
        add(top, None, [], place)
    fields = (
        "id", "name", "name_en", "slug", "description", "description_plaintext", "parent", "path", "level", "sort_order",
        "background_image",
    )  # fmt: skip
    copier.copy(Category, fields, rows)
    copier.advance_sequences(Category)
    # The notices of what is listed by hand below a category say which notices describe its goods.
    described = {
        (reference.notice_types[one["notice"]["type"]], reference.categories[one["category"]])
        for one in base_products()
    }
    copier.link(NoticeType, "categories", sorted(described))


def _types_and_attributes(copier: Copier, reference: Reference) -> None:
    """One product type for each type of notice; the two axes of the listings; one variant attribute for each kind of option."""
    names = {entry["code"]: entry["name"] for entry in source("notice_types.yaml")}
    for base in base_products():
        reference.product_types.setdefault((base["notice"]["type"], base["service"]), 0)
    ordered = sorted(reference.product_types)
    rows = []
    for number, (code, is_service) in enumerate(ordered, start=1):
        reference.product_types[code, is_service] = number
        slug = slugify(code.replace("_", "-")) + ("-service" if is_service and code != "ETC_SERVICE" else "")
        rows.append((number, names[code], slug, True, not is_service, is_service))
    copier.copy(ProductType, ("id", "name", "slug", "has_variants", "is_shipping_required", "is_service"), rows)
    attributes = _attributes(copier, reference)
    all_types = reference.product_types.values()
    product_attributes = [(number, attributes[name]) for number in all_types for name in (KIND_AXIS, SPEC_AXIS)]
    copier.link(ProductType, "product_attributes", product_attributes)
    used = {
        (reference.product_types[base["notice"]["type"], base["service"]], attributes[_option(base)])
        for base in base_products()
    }
    copier.link(ProductType, "variant_attributes", sorted(used))
    copier.advance_sequences(ProductType)


def _option(base: Entry) -> str:
    """The name of the variant attribute of a base product. Set apart from the axes, whose names it may share."""
    return "option:" + base["options"]["name"]


def _attributes(copier: Copier, reference: Reference) -> dict[str, int]:
    """Attributes with all values that any base product names; each value once an attribute."""
    attributes: dict[str, tuple[str, str, str, bool]] = {
        KIND_AXIS: (KIND_AXIS, "Kind", "kind", False),
        SPEC_AXIS: (SPEC_AXIS, "Specification", "specification", False),
    }
    values: dict[tuple[str, str], str] = {}
    for base in base_products():
        option, listings = _option(base), base["listings"]
        if option not in attributes:
            name_en = base["options"].get("name_en") or base["options"]["name"]
            number = len(attributes) - 1
            attributes[option] = (base["options"]["name"], name_en, f"{slugify(name_en) or 'option'}-{number}", True)
        for axis, name in (("a", KIND_AXIS), ("b", SPEC_AXIS)):
            for value, value_en in zip(listings[axis], listings[f"{axis}_en"], strict=True):
                if str(value):
                    values.setdefault((name, str(value)), str(value_en))
        for label, _ in base["options"]["values"]:
            values.setdefault((option, str(label)), option_en(str(label)))
    ids = {key: number for number, key in enumerate(attributes, start=1)}
    fields = ("id", "name", "name_en", "slug", "is_variant_only")
    copier.copy(Attribute, fields, [(ids[key], *entry) for key, entry in attributes.items()])
    rows = []
    for number, ((key, name), name_en) in enumerate(values.items(), start=1):
        reference.attribute_values[key, name] = number
        rows.append(
            (number, ids[key], name, name_en, f"{slugify(name, allow_unicode=True) or 'value'}-{number}", number)
        )
    copier.copy(AttributeValue, ("id", "attribute", "name", "name_en", "slug", "sort_order"), rows)
    copier.advance_sequences(Attribute, AttributeValue)
    return ids


def _collections(copier: Copier, reference: Reference, pictures: Pictures) -> None:
    rows = []
    art = {
        "zero-waste": "upcycle",
        "vegan": "vegetables",
        "barrier-free": "hands",
        "fair-trade": "coffee",
        "local": "house",
    }
    wanted = [
        (theme["slug"], theme["name"], theme["name_en"], theme["description"].strip(), art.get(theme["code"], "market"))
        for theme in source("value_themes.yaml")
    ]
    for number, (slug, name, name_en, text, motif) in enumerate([*wanted, *SPECIAL_COLLECTIONS], start=1):
        reference.collections[slug] = number
        rows.append((number, name, name_en, slug, as_json(document(text)), pictures.take(motif)[0]))
    copier.copy(Collection, ("id", "name", "name_en", "slug", "description", "background_image"), rows)
    copier.copy(
        CollectionChannelListing,
        ("collection", "channel", "is_published", "published_at"),
        [(number, channel, True, OPENING_DAY) for number in reference.collections.values() for channel in (1, 2)],
    )
    copier.advance_sequences(Collection)
