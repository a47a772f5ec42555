"""Pages as clients see them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import graphene

from market.catalog.graphql.assigned_attributes import AssignedAttribute
from market.catalog.graphql.attributes import Attribute, SelectedAttribute
from market.catalog.graphql.translations import LanguageDisplay, language_argument, language_display, language_of
from market.catalog.graphql.views import NOWHERE, view_of
from market.catalog.selectors.view import View, sees_all_products
from market.content.models import Page as PageModel
from market.content.models import PageTranslation as PageTranslationModel
from market.content.models import PageType as PageTypeModel
from market.content.selectors.pages import attributes_of_page_types, attributes_of_pages
from market.core.errors import PermissionDenied
from market.core.global_ids import to_global_id
from market.core.graphql.batch import batch, by_key
from market.core.graphql.connections import connection_type
from market.core.graphql.enums import error_code_enum
from market.core.graphql.mutations import SaleorError
from market.core.graphql.scalars import DateTime, JSONString, PositiveInt
from market.core.graphql.types import ModelObjectType, Node, ObjectWithMetadata, non_null_list
from market.core.permissions import MANAGE_PAGE_TYPES_AND_ATTRIBUTES, MANAGE_PAGES, MANAGE_TRANSLATIONS

PageCountableConnection = connection_type("Page", "market.content.graphql.page_types.Page", "pages")
PageTypeCountableConnection = connection_type("PageType", "market.content.graphql.page_types.PageType", "page types")
PageErrorCode = error_code_enum(
    "PageErrorCode",
    "GRAPHQL_ERROR INVALID NOT_FOUND REQUIRED UNIQUE DUPLICATED_INPUT_ITEM ATTRIBUTE_ALREADY_ASSIGNED",
)
USUAL_ATTRIBUTES = 100


class PageError(SaleorError):
    """What went wrong with a page or a page type."""

    code = graphene.Field(PageErrorCode, required=True, description="The error's code.")
    attributes = non_null_list(graphene.ID, description="IDs of the attributes the error is about.")
    values = non_null_list(graphene.ID, description="IDs of the attribute values the error is about.")


class PageType(ModelObjectType):
    """A kind of page: which attributes its pages have."""

    class Meta:
        interfaces = (Node, ObjectWithMetadata)

    name = graphene.String(required=True, description="Name of the kind.")
    slug = graphene.String(required=True, description="Slug of the kind.")
    attributes = non_null_list(Attribute, description="Attributes its pages have, in their order.")
    has_pages = graphene.Boolean(description="Whether there are pages of it; for those who manage pages.")

    @batch
    def resolve_attributes(parents: Sequence[Any], info: Any) -> list[list[Any]]:
        actor = info.context.actor
        sees_all = actor.has_permission(MANAGE_PAGES, MANAGE_PAGE_TYPES_AND_ATTRIBUTES)
        found = attributes_of_page_types(parent.pk for parent in parents)
        return [
            [attribute for attribute in found[parent.pk] if sees_all or attribute.is_visible_in_storefront]
            for parent in parents
        ]

    @batch
    def resolve_has_pages(parents: Sequence[Any], info: Any) -> list[bool]:
        if not info.context.actor.has_permission(MANAGE_PAGES, MANAGE_PAGE_TYPES_AND_ATTRIBUTES):
            raise PermissionDenied(MANAGE_PAGES, MANAGE_PAGE_TYPES_AND_ATTRIBUTES)
        keys = [parent.pk for parent in parents]
        used = set(PageModel.objects.filter(page_type__in=keys).values_list("page_type", flat=True))
        return [key in used for key in keys]


class PageTranslation(ModelObjectType):
    """A page in another language; texts that were not translated are null."""

    class Meta:
        interfaces = (Node,)

    language = graphene.Field(LanguageDisplay, required=True, description="The language.")
    title = graphene.String(description="Title in the language.")
    slug = graphene.String(description="Slug in the language.")
    content = JSONString(description="Text in the language (EditorJS).")
    seo_title = graphene.String(description="Title for search engines in the language.")
    seo_description = graphene.String(description="Description for search engines in the language.")

    @staticmethod
    def resolve_language(root: Any, info: Any) -> dict[str, str]:
        return language_display(root.language_code)

    @staticmethod
    def resolve_title(root: Any, info: Any) -> str | None:
        return root.title or None

    @staticmethod
    def resolve_seo_title(root: Any, info: Any) -> str | None:
        return root.seo_title or None

    @staticmethod
    def resolve_seo_description(root: Any, info: Any) -> str | None:
        return root.seo_description or None


def page_translations(pages: Sequence[Any], language_code: Any) -> list[Any]:
    """The translation of each page, in one statement."""
    keys = [page.pk for page in pages]
    rows = PageTranslationModel.objects.filter(page__in=keys, language_code=language_of(language_code))
    return by_key(rows, lambda row: row.page_id, keys)


def _attributes(pages: Sequence[Any], info: Any) -> dict[int, Any]:
    """The attributes of the pages, read once a request for the same pages."""
    actor, view = info.context.actor, view_of(pages[0])
    if view is NOWHERE and sees_all_products(actor):
        view = View(None, sees_all=True)
    key = ("content.page_attributes", tuple(page.pk for page in pages))
    found: dict[int, Any] = info.context.remember(key, lambda: attributes_of_pages(pages, view=view, viewer=actor))
    return found


def _attribute(pages: Sequence[Any], info: Any, slug: str) -> list[Any]:
    """The attribute with this slug of each page, None where it has none."""
    found = _attributes(pages, info)
    return [next((one for one in found[page.pk] if one.attribute.slug == slug), None) for page in pages]


class Page(ModelObjectType):
    """A page of text that staff writes: terms, help, what the market is."""

    class Meta:
        interfaces = (Node, ObjectWithMetadata)

    title = graphene.String(required=True, description="Title.")
    slug = graphene.String(required=True, description="Slug for addresses.")
    content = JSONString(description="Text (EditorJS). Its inline markup is harmless: links, bold and the like.")
    seo_title = graphene.String(description="Title for search engines.")
    seo_description = graphene.String(description="Description for search engines.")
    is_published = graphene.Boolean(required=True, description="Whether shoppers may see it once its time has come.")
    published_at = DateTime(description="From when on shoppers see it.")
    created = DateTime(required=True, description="When it was entered.")
    updated_at = DateTime(required=True, description="When it was last changed.")
    page_type = graphene.Field(PageType, required=True, description="Its kind.")
    translation = graphene.Field(PageTranslation, description="The page in another language.", **language_argument())
    attributes = graphene.Field(
        non_null_list(SelectedAttribute), required=True, description="Attributes of its kind with the page's values."
    )
    attribute = graphene.Field(
        SelectedAttribute,
        slug=graphene.String(required=True, description="Slug of the attribute."),
        description="One attribute with the page's values.",
    )
    assigned_attributes = graphene.Field(
        non_null_list(AssignedAttribute),
        limit=PositiveInt(default_value=USUAL_ATTRIBUTES, description="How many at most."),
        required=True,
        description="Attributes of its kind, each with a value of its own type.",
    )
    assigned_attribute = graphene.Field(
        AssignedAttribute,
        slug=graphene.String(required=True, description="Slug of the attribute."),
        description="One attribute with a value of its own type.",
    )

    @staticmethod
    def resolve_created(root: PageModel, info: Any) -> Any:
        return root.created_at

    @batch
    def resolve_page_type(parents: Sequence[Any], info: Any) -> list[Any]:
        keys = [parent.page_type_id for parent in parents]
        return by_key(PageTypeModel.objects.filter(pk__in=set(keys)), lambda row: row.pk, keys)

    @batch
    def resolve_translation(parents: Sequence[Any], info: Any, language_code: Any) -> list[Any]:
        return page_translations(parents, language_code)

    @batch
    def resolve_attributes(parents: Sequence[Any], info: Any) -> list[Any]:
        found = _attributes(parents, info)
        return [found[parent.pk] for parent in parents]

    @batch
    def resolve_attribute(parents: Sequence[Any], info: Any, slug: str) -> list[Any]:
        return _attribute(parents, info, slug)

    @batch
    def resolve_assigned_attributes(
        parents: Sequence[Any], info: Any, limit: int | None = USUAL_ATTRIBUTES
    ) -> list[Any]:
        found = _attributes(parents, info)
        return [found[parent.pk][: limit or USUAL_ATTRIBUTES] for parent in parents]

    @batch
    def resolve_assigned_attribute(parents: Sequence[Any], info: Any, slug: str) -> list[Any]:
        return _attribute(parents, info, slug)


class PageTranslatableContent(graphene.ObjectType):
    """What of a page can be translated, for those who translate."""

    id = graphene.ID(required=True, description="The ID of the translatable content.")
    page_id = graphene.ID(required=True, description="The ID of the page.")
    slug = graphene.String(description="Slug for addresses.")
    title = graphene.String(required=True, description="Title.")
    content = JSONString(description="Text (EditorJS).")
    seo_title = graphene.String(description="Title for search engines.")
    seo_description = graphene.String(description="Description for search engines.")
    translation = graphene.Field(PageTranslation, description="The page in another language.", **language_argument())

    @staticmethod
    def resolve_id(root: PageModel, info: Any) -> str:
        return to_global_id("PageTranslatableContent", root.pk)

    @staticmethod
    def resolve_page_id(root: PageModel, info: Any) -> str:
        return to_global_id("Page", root.pk)

    @batch
    def resolve_translation(parents: Sequence[Any], info: Any, language_code: Any) -> list[Any]:
        if not info.context.actor.has_permission(MANAGE_TRANSLATIONS):
            raise PermissionDenied(MANAGE_TRANSLATIONS)
        return page_translations(parents, language_code)
