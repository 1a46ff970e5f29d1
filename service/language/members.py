"""Members of enumerations under plain names, for the readers.

In Python 3.11 `Language.VI` takes twenty times as long as a name of a module, and readers ask for it at every
token.
"""

from typing import Final

from service.core.languages import Language
from service.language.values import Bound

VI: Final = Language.VI
ZH: Final = Language.ZH
EXACT: Final = Bound.EXACT
