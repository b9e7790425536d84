"""Keep a person's own role and offers in a private file, and make claims of them."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress

from careercli.errors import CareerError, did_you_mean
from careercli.model import numbers
from careercli.model.claims import ME, OFFER, Area, Claim, Source
from careercli.model.own import FULL_TIME, WEEKS_A_YEAR, Me, Offer
from careercli.official.releases import NATION
from careercli.profiles import own, own_text
from careercli.profiles.filenames import user_path
from careercli.profiles.files import read_bytes
from careercli.store.state import MOST_BYTES, make_own, write_own

SOURCE = Source("me.yaml", "your own file", "me.yaml", method="unknown")
"""The source of everything that a person says about themselves."""


def own_path(environ: Mapping[str, str]) -> str:
    """Return $XDG_CONFIG_HOME/careercli/me.yaml or ~/.config/careercli/me.yaml; empty without a home."""
    return user_path(environ, "XDG_CONFIG_HOME", ".config", "me.yaml")


def load(path: str) -> Me:
    """Return what the file says, nothing if there is none. Raises CareerError for any mistake in it."""
    return own.read_me(_content(path), path)


def add(path: str, offer: Offer) -> None:
    """Add an offer to the file, which is made where there is none. Raises CareerError if the name is taken."""
    with _locked(path):
        data = _content(path)
        if own.read_me(data, path).offer(offer.name):
            raise CareerError(f"there is an offer {offer.name}; remove it first: careercli offer remove {offer.name}")
        _write(path, own_text.with_offer(data, path, offer))


def remove(path: str, name: str) -> None:
    """Remove an offer from the file. Raises CareerError if there is none of that name."""
    with _locked(path):
        data = _content(path)
        offer_named(own.read_me(data, path), name)
        _write(path, own_text.without_offer(data, path, name))


def create(path: str) -> bool:
    """Write the template of me.yaml where there is no file; return False, and change nothing, where there is one."""
    with _locked(path):
        if os.path.lexists(path):
            return False
        _write(path, own_text.template().encode())
        return True


def offer_named(me: Me, name: str) -> Offer:
    """Return an offer. Raises CareerError with the nearest names."""
    found = me.offer(name)
    if found:
        return found
    known = [offer.name for offer in me.offers]
    hint = did_you_mean(name, known) or (
        "; careercli offer list has them" if known else "; careercli offer add adds one"
    )
    raise CareerError(f"there is no offer “{name}”{hint}")


def own_claims(me: Me, name: str, area: Area | None) -> tuple[Claim, ...]:
    """Return the claims of a person about `me` or `offer:NAME` in an area: amounts, and of `me` skills too."""
    if name != ME:
        return tuple(pay_claims(offer_named(me, name.removeprefix(OFFER)), area))
    texts = [("skills", me.skills), ("certifications", me.credentials)]
    return (
        *(claim for pay in (me.wage, me.wage_wanted) if pay for claim in pay_claims(pay, area)),
        *(Claim(field, text, SOURCE, text) for field, found in texts for text in found),
    )


def pay_claims(pay: Offer, area: Area | None) -> Iterator[Claim]:
    """Yield an amount in dollars as listed, then in the other period, calculated from its own hours."""
    code = area.code if area else NATION
    other = "hour" if pay.per == "year" else "year"
    sign, hours = "÷" if pay.per == "year" else "×", numbers.plain(pay.hours or FULL_TIME)
    amount = f"{numbers.grouped(pay.amount)} {'a year' if pay.per == 'year' else 'an hour'}"
    derivation = f"{amount} {sign} ({WEEKS_A_YEAR} × {hours} hours)"
    derivation += "" if pay.hours else ", if full-time all year"
    listed = Claim(
        "offer", pay.amount, SOURCE, numbers.plain(pay.amount), pay.name, statistic="offer", period=pay.per,
        currency="USD", area=code, note=pay.note,
    )  # fmt: skip
    yield listed
    yield listed._replace(
        value=pay.amount_in(other), as_printed="", period=other, basis="calculated", derivation=derivation
    )


def _content(path: str) -> bytes:
    return read_bytes(path) if os.path.lexists(path) else b""


def _write(path: str, data: bytes) -> None:
    if len(data) > MOST_BYTES:
        raise CareerError(f"{path}: would be larger than {MOST_BYTES // 1024} KB; shorten it")
    with _reported(path):
        write_own(path, data)


@contextmanager
def _reported(path: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error).removeprefix(f"{path} ")
        raise CareerError(f"{path}: cannot write: {reason}") from None


@contextmanager
def _locked(path: str) -> Iterator[None]:
    """Hold off another change of the file until this one is written, in a folder that is made where it is missing.

    Raises CareerError without a home, which is never made.
    """
    folder = os.path.dirname(path)
    if not path or not os.path.isdir(os.path.dirname(os.path.dirname(folder))):
        raise CareerError("there is no home to keep me.yaml in; set HOME or XDG_CONFIG_HOME")
    with _reported(path):
        make_own(folder)
        handle = os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
    try:
        with suppress(OSError):  # Not every file system can lock.
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
