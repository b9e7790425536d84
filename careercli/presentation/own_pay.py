"""Say in a sentence where each amount of a person's own pay stands."""

from collections.abc import Iterator, Sequence

from careercli.model import fields
from careercli.model.claims import Claim
from careercli.presentation.phrases import UNITS


def positions(cell: Sequence[Claim]) -> Iterator[str]:
    """Yield a sentence for each amount of the cell: `offer acme, 68,000 a year, stands between …`."""
    for pay in cell:
        if pay.source.series or pay.prices or pay.basis != "listed":
            continue
        found = [claim for claim in cell if claim.source.series and claim.item == pay.item and not claim.prices]
        texts = [str(claim.value) if claim.value else claim.note for claim in found]
        stands = f" stands {'; '.join(texts)}" if found and found[0].value else f" has no position: {'; '.join(texts)}"
        name = pay.item if " " in pay.item else f"offer {pay.item}"
        yield f"{name}, {fields.text(pay)} {UNITS[pay.period]},{stands if texts else ' has no occupation'}"
