"""What products and variants share: they are looked at through a channel, and their metadata is loaded only when asked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from market.catalog.graphql.views import view_of
from market.catalog.sql import ensure_loaded
from market.core.graphql.batch import batch
from market.core.graphql.types import ObjectWithMetadata, chosen_metadata, metadata_items


class ChannelContext:
    """Resolvers of a node that carries its view (Saleor's channel context)."""

    @staticmethod
    def resolve_created(root: Any, info: Any) -> Any:
        return root.created_at

    @staticmethod
    def resolve_channel(root: Any, info: Any) -> str | None:
        channel = view_of(root).channel
        return channel.slug if channel is not None else None

    @batch
    def resolve_metadata(parents: Sequence[Any], info: Any) -> list[list[dict[str, str]]]:
        ensure_loaded(parents, "metadata")
        return [metadata_items(parent.metadata) for parent in parents]

    @batch
    def resolve_metafield(parents: Sequence[Any], info: Any, key: str) -> list[str | None]:
        ensure_loaded(parents, "metadata")
        return [parent.metadata.get(key) for parent in parents]

    @batch
    def resolve_metafields(parents: Sequence[Any], info: Any, keys: list[str] | None = None) -> list[dict[str, str]]:
        ensure_loaded(parents, "metadata")
        return [chosen_metadata(parent.metadata, keys) for parent in parents]

    @batch
    def resolve_private_metadata(parents: Sequence[Any], info: Any) -> list[list[dict[str, str]]]:
        ensure_loaded(parents, "private_metadata")
        return [ObjectWithMetadata.resolve_private_metadata(parent, info) for parent in parents]
