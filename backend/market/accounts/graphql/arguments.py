"""Arguments that several mutations of accounts share."""

from __future__ import annotations

import graphene

from market.core.graphql.scalars import JSONString


def redirect_url_argument() -> graphene.String:
    return graphene.String(
        required=True, description="Where the link of the mail leads: an absolute URL on an allowed origin."
    )


def channel_argument(*, required: bool = False) -> graphene.String:
    return graphene.String(
        required=required,
        description="Slug of the channel whose words the mail speaks; may be left out where there is only one.",
    )


def plugin_argument() -> graphene.String:
    return graphene.String(required=True, description="ID of the plugin: mirumee.authentication.openidconnect.")


def plugin_input(keys: str) -> JSONString:
    return JSONString(required=True, description=f"What the plugin needs: a JSON object with {keys}.")
