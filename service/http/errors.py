"""What a request itself can be refused for."""

from service.core.message import BienbanError


class NobodySaid(BienbanError):
    """A request says not who asks."""


class NotFromHere(BienbanError):
    """A request comes from another machine, or from a page of another site."""


class OpenIdRefused(BienbanError):
    """The provider has sent nobody, or somebody whose papers are not in order."""


class NotOwnPage(BienbanError):
    """A form that did not come from a page of this service."""


class UnknownHost(BienbanError):
    """A request names a host that this service does not answer for."""


class BodyTooLarge(BienbanError):
    """A body is larger than its route reads."""


class BodyUnreadable(BienbanError):
    """A body is not the JSON that this program reads."""


class NotJson(BienbanError):
    """A body that does not say it is JSON."""


class TagMissing(BienbanError):
    """A change that does not say which state its author saw (no If-Match)."""


class TagUnreadable(BienbanError):
    """An If-Match that no answer of this program gave."""


class CursorUnknown(BienbanError):
    """A cursor that no page of this list gave."""


class RequestUnreadable(BienbanError):
    """An address or a header that two readers could read otherwise."""


class HeadersTooLarge(BienbanError):
    """More headers than any client of this program sends."""


class AddressTooLong(BienbanError):
    """An address longer than any of this program's."""


class EncodingRefused(BienbanError):
    """A packed body: its size is known only when it is unpacked."""


class NotAcceptable(BienbanError):
    """A request wants an answer in a form that its route does not have."""


class MethodNotAllowed(BienbanError):
    """There is such an address, and nothing can be done there by this method."""


class NumberOutOfRange(BienbanError):
    """A number that not every program reads alike, or that no column holds."""


class ParameterUnknown(BienbanError):
    """A parameter of the query that its route does not have, or one given twice."""


class KeyUnfit(BienbanError):
    """An Idempotency-Key that cannot be kept as it is."""


class KeyReused(BienbanError):
    """An Idempotency-Key that another request of the same person had."""
