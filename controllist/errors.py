"""The two ways an answer can be refused, each with its exit status."""

from __future__ import annotations


class ControllistError(Exception):
    """What is wrong, where, and what to do about it; the base of every error a user may see."""

    exit_status = 1


class WrongUse(ControllistError):
    """The request itself cannot be served: an unknown list, a file of another format, an unreadable file."""

    exit_status = 2


class Refused(ControllistError):
    """The request is sound, but serving it would lose or falsify something."""

    exit_status = 1
