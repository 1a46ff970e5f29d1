"""Why somebody is not let in, in words that say nothing of who exists."""

from service.core.message import BienbanError, message


class SignInRefused(BienbanError):
    """Name and password, or the code, are not right; which of them is not said."""

    def __init__(self) -> None:
        """Say the same to everybody."""
        super().__init__(message("the name, the password or the code is not right"))


class CodeWanted(BienbanError):
    """The password is right, and the person has a second factor."""

    def __init__(self) -> None:
        """Say what is still wanted."""
        super().__init__(message("add the code of your second factor"))


class TooManyTries(BienbanError):
    """An account or an address has tried too often."""

    def __init__(self, wait_s: int) -> None:
        """Hold how long to wait.

        Args:
            wait_s: Seconds.
        """
        super().__init__(message("too many tries; try again in {seconds} seconds", seconds=wait_s))
        self.wait_s = wait_s


class TooBusy(BienbanError):
    """So many passwords are being looked at that another one would only wait."""


class PasswordUnfit(BienbanError):
    """A new password that is too short, too long, or too easy to guess."""


class LinkSpent(BienbanError):
    """A one-time link that was used, has run out, or never was."""

    def __init__(self) -> None:
        """Say the same of all three."""
        super().__init__(message("this link was used or has run out; ask your administrator for another one"))


class NotSignedIn(BienbanError):
    """A session or key that is none, has ended or was revoked, or whose person was disabled."""


class CodeWrong(BienbanError):
    """The code that should confirm a second factor does not fit."""


class KeyRefused(BienbanError):
    """A key that would be for more than its person may do, or for too long."""


class KeyUnknown(BienbanError):
    """No key or session of that name among the person's own."""
