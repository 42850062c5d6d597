"""The report of a check of the data, in lines."""

from typing import TYPE_CHECKING

from leedshelp.faces.plain import joined
from leedshelp.model.errors import HOW_TO_READ

if TYPE_CHECKING:
    from leedshelp.check.checkup import Checkup
    from leedshelp.safety.prover import Proof


def report(checkup: "Checkup", width: int | None) -> str:
    """The result of a check: each part of it that there is, and whether the data is in order."""
    problems = checkup.problems
    blocks = [
        [f"Problems: {HOW_TO_READ}", *map(str, problems)] if problems else ["Problems: none"],
        *([["Looked over:", *checkup.reviews]] if checkup.reviews else []),
        *([["Rules of safety:", *map(_proof, checkup.proofs)]] if checkup.proofs else []),
        *(
            [
                f"Number: {number.number}",
                f"Who: {number.name}",
                f"Standing: {number.standing}",
                f"Age: {number.age}",
                *([f"Sources: {'; '.join(number.sources)}"] if number.sources else []),
                *number.corrected,
            ]
            for number in checkup.numbers
        ),
        *(
            [
                f"Documents differ: {disagreement.name}, {disagreement.about}",
                *(side.line for side in disagreement.sides),
                *([f"Why: {disagreement.why}"] if disagreement.why else []),
            ]
            for disagreement in checkup.disagreements
        ),
        *(
            [["Made up, so that nobody answers; put in the real number:", *checkup.made_up]]
            if checkup.made_up
            else []
        ),
        *([["Too weak for --strict:", *checkup.too_weak]] if checkup.too_weak else []),
        [checkup.verdict],
    ]
    return joined(blocks, width)


def _proof(proof: "Proof") -> str:
    """The line about a rule: whether it holds, and in how many cases."""
    if proof.broken:
        return f"BROKEN: {proof.name}, in {proof.broken} of {proof.cases} cases. First: {proof.example}"
    return f"Holds: {proof.name}. Cases: {proof.cases}. {proof.reason}"
