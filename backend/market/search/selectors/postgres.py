"""PostgreSQL as the search engine."""

from __future__ import annotations

from market.catalog.sql import Sql
from market.search.rules import question_of

NOTHING = Sql("SELECT NULL::bigint AS product_id, 0::float8 AS rank, 0::float8 AS popularity WHERE FALSE")
WEIGHTS = "'{0.05, 0.2, 0.4, 1.0}'::real[]"  # of D, C (texts), B (vendor, category), A (name)


class PostgresProductSearch:
    """Every word must be found; where nothing holds them all, whatever holds some of them, best first."""

    def match(self, words: str, channel_id: int) -> Sql:
        question = question_of(words)
        if question is None:
            return NOTHING
        place = f"e.channel_id = {int(channel_id)}" if channel_id else "TRUE"
        asked = (
            f"(SELECT CASE WHEN EXISTS (SELECT 1 FROM search_searchentry e WHERE {place} AND e.words @@ %s::tsquery) "  # noqa: S608
            "THEN %s::tsquery ELSE %s::tsquery END)"
        )
        rank = f"ts_rank({WEIGHTS}, e.words, %s::tsquery)::float8"
        found = f"FROM search_searchentry e WHERE {place} AND e.words @@ {asked}"
        params = (question.loose, question.strict, question.strict, question.loose)
        if channel_id:
            return Sql(f"SELECT e.product_id, {rank} AS rank, e.sales_score AS popularity {found}", params)
        return Sql(
            f"SELECT e.product_id, max({rank}) AS rank, max(e.sales_score) AS popularity {found} GROUP BY e.product_id",
            params,
        )
