"""The pages of the two norms, and of a plan that lies across."""

from dataclasses import dataclass

from service.core.languages import Language

MM = 56.6929  # twips
_A4 = (210, 297)


@dataclass(frozen=True)
class Norm:
    """A page, in millimetres."""

    top: float
    right: float
    bottom: float
    left: float
    header: float
    footer: float
    is_landscape: bool = False

    @property
    def size(self) -> tuple[int, int]:
        """Width and height of A4, in twips."""
        width, height = (11906, 16838)
        return (height, width) if self.is_landscape else (width, height)

    @property
    def text_width(self) -> int:
        """The width of the text, in twips."""
        return round((_A4[self.is_landscape] - self.left - self.right) * MM)


NORMS = {
    # Nghị định 30/2020/NĐ-CP, Annex I: 20-25 above and below, 30-35 left, 15-20 right.
    Language.VI: Norm(top=20, right=15, bottom=20, left=30, header=10, footer=10),
    # GB/T 9704-2012, 5.2.1: 37 above, 28 at the binding side, text area 156 by 225.
    Language.ZH: Norm(top=37, right=26, bottom=35, left=28, header=15, footer=25),
}
# A plan's table needs the width; one page for both languages, so that their originals are alike.
ACROSS = Norm(top=25, right=22, bottom=20, left=25, header=11, footer=11, is_landscape=True)
