"""Anonymous answers are kept while they are true, and nobody's own answer ever is."""

from __future__ import annotations

from typing import Any

import pytest

from factories.accounts import UserFactory
from factories.channels import ChannelFactory
from market.api import response_cache
from market.channels.models import Channel
from market.core import catalogue_version

pytestmark = pytest.mark.django_db
DOCUMENT = "{ channels { name } }"


@pytest.fixture(autouse=True)
def _kept(settings: Any) -> None:
    settings.GRAPHQL_RESPONSE_CACHE_SECONDS = 60


def names(answer: Any) -> list[str]:
    return [channel["name"] for channel in answer["data"]["channels"]]


def test_a_kept_answer_costs_one_statement_and_is_given_until_the_version_rises(
    graphql: Any, django_assert_num_queries: Any
) -> None:
    ChannelFactory(name="시민")
    assert names(graphql(DOCUMENT)) == ["시민"]
    Channel.objects.update(name="이웃")  # behind the catalogue's back
    with django_assert_num_queries(1):
        assert names(graphql(DOCUMENT)) == ["시민"]
    catalogue_version.bump()
    assert names(graphql(DOCUMENT)) == ["이웃"]


def test_who_is_signed_in_gets_no_kept_answer_and_leaves_none(graphql: Any) -> None:
    ChannelFactory(name="시민")
    graphql(DOCUMENT)
    Channel.objects.update(name="이웃")
    assert names(graphql(DOCUMENT, user=UserFactory())) == ["이웃"]
    graphql("{ me { email } }")
    assert len(response_cache._answers) == 1


def test_languages_do_not_mix_and_errors_are_not_kept(graphql: Any) -> None:
    assert graphql("{ shop { description } }", language="ko") != graphql("{ shop { description } }", language="en")
    graphql("{ vendors { totalCount } }")
    assert len(response_cache._answers) == 2


def test_an_unchanged_answer_is_304(client: Any) -> None:
    ChannelFactory()
    first = client.get("/graphql/", {"query": DOCUMENT})
    again = client.get("/graphql/", {"query": DOCUMENT}, headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    catalogue_version.bump()
    assert client.get("/graphql/", {"query": DOCUMENT}, headers={"If-None-Match": first["ETag"]}).status_code == 200


def test_a_fragment_named_like_a_field_of_the_catalogue_is_not_kept(graphql: Any) -> None:
    graphql("{ ...channels } fragment channels on Query { me { email } }")
    assert not response_cache._answers


def test_a_cache_between_us_keeps_answers_of_origins_apart(client: Any, settings: Any) -> None:
    answer = client.get("/graphql/", {"query": DOCUMENT}, headers={"Origin": settings.STOREFRONT_URL})
    assert {part.strip() for part in answer["Vary"].split(",")} == {"Authorization", "Accept-Language", "Origin"}
