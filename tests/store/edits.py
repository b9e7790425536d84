"""What may happen to a profile whose role is remembered: a name, and what makes it so."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path


def edited(path: Path) -> None:
    """The same length, another title and another figure."""
    text = path.read_text()
    path.write_text(text.replace("Role 0", "Rule 0").replace("$01000", "$77000"))
    assert path.read_text() != text


def with_times_kept(path: Path) -> None:
    before = path.stat()
    edited(path)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert path.stat().st_mtime_ns == before.st_mtime_ns
    assert path.stat().st_size == before.st_size


def at(year: int) -> Callable[[Path], None]:
    def edit(path: Path) -> None:
        edited(path)
        moment = (year - 1970) * 365 * 86400
        os.utime(path, (moment, moment))

    return edit


def renamed_over(path: Path) -> None:
    """Another file of the same size and time takes its place."""
    before = path.stat()
    new = path.with_name("new")
    new.write_text(path.read_text())
    edited(new)
    os.utime(new, ns=(before.st_atime_ns, before.st_mtime_ns))
    new.rename(path)


def replaced_by_link(path: Path) -> None:
    path.rename(path.parent.parent / "kept.yaml")
    edited(path.parent.parent / "kept.yaml")
    path.symlink_to(path.parent.parent / "kept.yaml")


def written_through_a_link(path: Path) -> None:
    """Its other name is what an editor opened."""
    other = path.parent.parent / "other.yaml"
    other.hardlink_to(path)
    edited(other)


def replaced(make: Callable[[Path], object]) -> Callable[[Path], None]:
    def edit(path: Path) -> None:
        path.unlink()
        make(path)

    return edit


EDITS: dict[str, Callable[[Path], object]] = {
    "edited": edited,
    "of the same size and time": with_times_kept,
    "1970": at(1970),
    "2096": at(2096),
    "renamed over": renamed_over,
    "a link": replaced_by_link,
    "through another name": written_through_a_link,
    "emptied": lambda path: os.truncate(path, 0),
    "longer": lambda path: path.write_text(path.read_text() + "age: 43\n"),
    "not a profile any more": lambda path: path.write_text("a: b: c\n"),
    "deleted": lambda path: path.unlink(),
    "a folder": replaced(lambda path: path.mkdir()),
    "a pipe": replaced(os.mkfifo),
    "a link to nothing": replaced(lambda path: path.symlink_to("nothing")),
    "a link to itself": replaced(lambda path: path.symlink_to(path.name)),
    "a link to a device": replaced(lambda path: path.symlink_to("/dev/zero")),
    "sparse and huge": lambda path: os.truncate(path, 1 << 40),
    "for nobody to read": lambda path: path.chmod(0),
    "given another id": lambda path: path.rename(path.with_name("role-x.yaml")),
    "written in capitals": lambda path: path.rename(path.with_name("ROLE-0.yaml")),
    "another suffix": lambda path: path.rename(path.with_suffix(".yml")),
    "two suffixes": lambda path: path.with_suffix(".yml").hardlink_to(path),
}
