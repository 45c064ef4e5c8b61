"""Official files → editions: found by their digests, parsed in parallel, kept in the vault."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from pathlib import Path

import msgspec

from controllist.errors import ControllistError, Refused, WrongUse
from controllist.lines import SourceData
from controllist.model import Edition, SourceFile
from controllist.parse import parse
from controllist.readers.formats import format_of
from controllist.sources.catalogue import EditionRow, edition_rows, info_of, is_date, scheme_of, source_files
from controllist.sources.convert import docx_from_doc
from controllist.sources.vault import Vault


class Task(msgspec.Struct, frozen=True):
    """One edition to parse: its list, its row in editions.toml, and where each of its files lies."""

    list: str
    row: EditionRow
    paths: tuple[str, ...]


class Outcome(msgspec.Struct, frozen=True):
    """What became of a task: the edition, or what refused it."""

    task: Task
    edition: Edition | None
    error: str = ""
    exit_status: int = 0


def read_sources(paths: Sequence[Path], names: Sequence[str] = ()) -> tuple[SourceData, ...]:
    """Files in memory, folders as the files in them by name; old Word files converted.

    Raises `WrongUse` where a path does not exist.
    """
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            found += sorted(child for child in path.iterdir() if child.is_file() and not child.name.startswith("."))
        elif path.is_file():
            found.append(path)
        else:
            raise WrongUse(f"{path}: there is no such file")
    named = names or [path.name for path in found]
    sources = (SourceData(name, path.read_bytes()) for name, path in zip(named, found, strict=True))
    return tuple(docx_from_doc(source) if format_of(source) == "doc" else source for source in sources)


def files_by_digest(folders: Iterable[Path]) -> dict[str, Path]:
    """Every file below the folders by its sha256."""
    found: dict[str, Path] = {}
    for folder in folders:
        if not folder.exists():
            raise WrongUse(f"{folder}: there is no such folder")
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                found.setdefault(hashlib.sha256(path.read_bytes()).hexdigest(), path)
    return found


def tasks_for(lists: Path, name: str, files: Mapping[str, Path], vault: Vault) -> list[Task]:
    """A task for every edition of a list. Raises `Refused` naming the editions whose files are nowhere."""
    tasks: list[Task] = []
    missing: list[str] = []
    for row in edition_rows(lists, name):
        paths = [_path_of(file, files, vault) for file in row.files]
        if all(paths):
            tasks.append(Task(name, row, tuple(str(path) for path in paths)))
        else:
            lost = sum(1 for path in paths if path is None)
            missing.append(f"{name}@{row.date} ({lost} of {len(paths)} files)")
    if missing:
        raise Refused(f"the files of {', '.join(missing)} were not found; name the folder that holds them with --from")
    return tasks


def _path_of(file: SourceFile, files: Mapping[str, Path], vault: Vault) -> Path | None:
    kept = vault.folder / "files" / file.sha256
    return files.get(file.sha256) or (kept if kept.exists() else None)


def run_tasks(lists: Path, tasks: Sequence[Task], jobs: int, done: Callable[[Task], None]) -> list[Edition]:
    """Parse all tasks in parallel processes; `done` is called after each. Raises the first task's error."""
    editions: dict[tuple[str, str], Edition] = {}
    # The largest sources first, so that the last process to end is not alone with one of them.
    ordered = sorted(tasks, key=lambda task: -sum(Path(path).stat().st_size for path in task.paths))
    with ProcessPoolExecutor(max_workers=max(1, jobs)) as pool:
        futures = [pool.submit(run_task, str(lists), msgspec.msgpack.encode(task)) for task in ordered]
        try:
            for future in as_completed(futures):
                outcome = msgspec.msgpack.decode(future.result(), type=Outcome)
                if outcome.edition is None:
                    error = WrongUse if outcome.exit_status == WrongUse.exit_status else Refused
                    raise error(f"{outcome.task.list}@{outcome.task.row.date}: {outcome.error}")
                editions[outcome.task.list, outcome.task.row.date] = outcome.edition
                done(outcome.task)
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise
    return [editions[task.list, task.row.date] for task in tasks]


def run_task(lists: str, packed: bytes) -> bytes:
    """Parse one edition; runs in a process of its own, so that both ways are bytes."""
    task = msgspec.msgpack.decode(packed, type=Task)
    try:
        sources = read_sources([Path(path) for path in task.paths], [file.name for file in task.row.files])
        info = info_of(task.list, task.row, format_of(sources[0]))
        outcome = Outcome(task, parse(sources, scheme_of(Path(lists), task.list), info))
    except ControllistError as error:
        outcome = Outcome(task, None, str(error), error.exit_status)
    return msgspec.msgpack.encode(outcome)


def new_row(edition: Edition, sources: tuple[SourceData, ...], **given: str) -> EditionRow:
    """The row of an edition that is added: what the command line gives, else what the source says of itself."""
    files = source_files(sources)
    info = edition.info
    date = given.get("date") or info.edition
    if not is_date(date):
        raise WrongUse(f"{sources[0].name}: the source does not tell its date; give it with --date YYYY-MM-DD")
    fields = {name: given.get(name) or getattr(info, name) for name in ("label", "published", "in_force", "instrument")}
    return EditionRow(
        date=date,
        label=fields["label"] or date,
        provenance=given.get("provenance") or "official",  # type: ignore[arg-type]  # click offers only these
        files=files,
        published=fields["published"],
        in_force=fields["in_force"],
        instrument=fields["instrument"],
        url=given.get("url") or "",
    )


def under_row(edition: Edition, row: EditionRow) -> Edition:
    """The edition under the dates and names of its row."""
    info = info_of(edition.info.list, row, edition.info.source.format)
    return msgspec.structs.replace(edition, info=info)


def raw_sources(paths: Iterable[Path]) -> Iterator[SourceData]:
    """Files as they are, one after the other."""
    return (SourceData(path.name, path.read_bytes()) for path in paths)


def keep_in_vault(vault: Vault, editions: Sequence[Edition], sources: Iterable[SourceData]) -> None:
    """Keep the official files and the editions' texts on this machine."""
    urls = {file.sha256: e.info.source.url for e in editions for file in e.info.source.files}
    for source in sources:
        vault.add_file(source, urls)
    for edition in editions:
        vault.add_edition(edition)
