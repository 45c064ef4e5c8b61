"""Labelled lines → tree. Depth is solved from printed prefix, label sequence, and indentation together."""

from controllist.outline.tree import Outline, outline

__all__ = ["Outline", "outline"]
