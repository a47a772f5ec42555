"""Inputs of pages: what lists are narrowed and sorted by, and what is written."""

from __future__ import annotations

import graphene

from market.catalog.graphql.attribute_value_inputs import AttributeValueInput
from market.catalog.graphql.filter_inputs import GlobalIDFilterInput, MetadataFilter, StringFilterInput
from market.catalog.graphql.inputs import AssignedAttributeWhereInput
from market.core.graphql.enums import OrderDirection
from market.core.graphql.scalars import DateTime, JSONString
from market.core.graphql.seo import SeoInput
from market.core.graphql.types import non_null_list

PageSortField = graphene.Enum(
    "PageSortField",
    [
        ("TITLE", "title"),
        ("SLUG", "slug"),
        ("VISIBILITY", "is_published"),
        ("CREATED_AT", "created_at"),
        ("CREATION_DATE", "creation_date"),
        ("PUBLISHED_AT", "published"),
        ("PUBLICATION_DATE", "publication_date"),
    ],
    description=lambda member: (
        f"By {member.name.lower().replace('_', ' ')}." if member else "What pages are sorted by."
    ),
)
PageTypeSortField = graphene.Enum(
    "PageTypeSortField",
    [("NAME", "name"), ("SLUG", "slug")],
    description=lambda member: f"By {member.name.lower()}." if member else "What page types are sorted by.",
)


class MetadataValueFilterInput(graphene.InputObjectType):
    """A metadata value that equals this one, or one of these."""

    eq = graphene.String(description="Equal to.")
    one_of = non_null_list(graphene.String, description="One of.")


class MetadataFilterInput(graphene.InputObjectType):
    """Has a metadata entry with this key and, when given, such a value."""

    key = graphene.String(required=True, description="Key of the entry.")
    value = MetadataValueFilterInput(description="What its value must be; any when nothing is given.")


class PageWhereInput(graphene.InputObjectType):
    """What pages can be narrowed by, combined with AND and OR; an operator stands alone in its object."""

    metadata = MetadataFilterInput(description="By public metadata.")
    ids = non_null_list(graphene.ID, description="One of these pages; none when the list is empty.")
    slug = StringFilterInput(description="By slug.")
    page_type = GlobalIDFilterInput(description="By page type.")
    attributes = non_null_list(AssignedAttributeWhereInput, description="Has all of these attributes.")
    AND = non_null_list(lambda: PageWhereInput, name="AND", description="All of these must hold.")
    OR = non_null_list(lambda: PageWhereInput, name="OR", description="One of these must hold.")


class PageFilterInput(graphene.InputObjectType):
    """What pages can be narrowed by. All that is given must hold."""

    search = graphene.String(description="Words in title, slug or text.")
    metadata = non_null_list(MetadataFilter, description="Has all of these metadata entries.")
    page_types = non_null_list(graphene.ID, description="Of one of these page types.")
    ids = non_null_list(graphene.ID, description="One of these pages.")
    slugs = non_null_list(graphene.String, description="One of these slugs.")


class PageSortingInput(graphene.InputObjectType):
    """How to sort pages."""

    direction = OrderDirection(required=True, description="Which way.")
    field = PageSortField(required=True, description="By what.")


class PageTypeFilterInput(graphene.InputObjectType):
    """What page types can be narrowed by."""

    search = graphene.String(description="Words in name or slug.")
    slugs = non_null_list(graphene.String, description="One of these slugs.")


class PageTypeSortingInput(graphene.InputObjectType):
    """How to sort page types."""

    direction = OrderDirection(required=True, description="Which way.")
    field = PageTypeSortField(required=True, description="By what.")


class PageInput(graphene.InputObjectType):
    """What a page can be given."""

    slug = graphene.String(description="Slug for addresses; made of the title when a new page has none.")
    title = graphene.String(description="Title.")
    content = JSONString(description="Text as EditorJS; markup that is not harmless is taken out.")
    attributes = non_null_list(
        AttributeValueInput, description="Values of the type's attributes; those not named stay."
    )
    is_published = graphene.Boolean(description="Whether shoppers may see it.")
    published_at = DateTime(description="From when on; now when a page is published without one.")
    seo = SeoInput(description="Texts for search engines.")


class PageCreateInput(PageInput):
    """A new page."""

    page_type = graphene.ID(required=True, description="ID of the page type.")


class PageTypeCreateInput(graphene.InputObjectType):
    """A new page type."""

    name = graphene.String(description="Name.")
    slug = graphene.String(description="Slug; made of the name when there is none.")
    add_attributes = non_null_list(graphene.ID, description="IDs of attributes its pages have.")


class PageTypeUpdateInput(PageTypeCreateInput):
    """What to change of a page type."""

    remove_attributes = non_null_list(graphene.ID, description="IDs of attributes its pages have no longer.")


class PageTranslationInput(graphene.InputObjectType):
    """A page in another language; an empty text means that it is not translated."""

    title = graphene.String(description="Title.")
    slug = graphene.String(description="Slug in the language.")
    content = JSONString(description="Text as EditorJS; markup that is not harmless is taken out.")
    seo_title = graphene.String(description="Title for search engines.")
    seo_description = graphene.String(description="Description for search engines.")
