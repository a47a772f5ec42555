"""The mark that a seed leaves when it is whole."""

from __future__ import annotations

from django.db import models


class SeedRun(models.Model):
    """Written last, in the transaction of the seed itself: where this row is, the market is complete."""

    size = models.CharField(max_length=20)
    as_of = models.DateField()
    finished_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["size"], name="seed_run_once")]

    def __str__(self) -> str:
        return f"{self.size} as of {self.as_of}"
