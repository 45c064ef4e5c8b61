"""The sites that a browser is sent to: a small invented one with every kind of page, and the checkout's own."""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from desk import Desk
from mirror_desk import regime_and_mirror
from site_lists import CAPTIONS, write_library

from controllist.library import Library
from controllist.publish.site.builder import build_site
from controllist.publish.site.record import load_record
from controllist.sources.vault import Vault

CHECKOUT = Path(__file__).resolve().parents[2]


def shared_folder(factory: pytest.TempPathFactory) -> Path:
    """A folder that all processes of one test run have in common."""
    own = factory.getbasetemp()
    return own.parent if os.environ.get("PYTEST_XDIST_WORKER") else own


def made_once(place: Path, make: Callable[[Path], object]) -> Path:
    """`place`, made by the first process that asks for it while the others wait."""
    with place.with_name(f"{place.name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not place.is_dir():
            try:
                make(place)
            except BaseException:
                shutil.rmtree(place, ignore_errors=True)
                raise
    return place


def write_invented_site(out: Path) -> None:
    """A regime and its mirror, whose words are shown, and the two lists of `site_lists`, whose words are not."""
    desk = Desk(out.with_name(f"{out.name}-desk"))
    regime_and_mirror(desk)
    write_library(desk.folder)
    (desk.lists / "captions.toml").write_text(f'{CAPTIONS}"3A001" = "Kettles"\n', encoding="utf-8")
    cupboard = desk.lists / "cup" / "list.toml"
    cupboard.write_text(cupboard.read_text("utf-8").replace('publish = "facts"', 'publish = "text"'), encoding="utf-8")
    build_site(Library(desk.lists, Vault(desk.folder / "vault")), out, jobs=1)


def write_whole_site(out: Path) -> None:
    """The site of the checkout's own lists, without any text; what `make site` has built is taken from there."""
    built = CHECKOUT / "site"
    if load_record(built):
        shutil.copytree(built, out, copy_function=_link_or_copy)
    library = Library(CHECKOUT / "lists", Vault(out.with_name("no vault")))
    build_site(library, out, jobs=os.cpu_count() or 1, downloads=True)


def _link_or_copy(old: str, new: str) -> None:
    try:
        os.link(old, new)
    except OSError:
        shutil.copy2(old, new)
