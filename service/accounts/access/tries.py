"""How often somebody may try to sign in: windows that grow with persistence, and that always end."""

import hashlib
import ipaddress
from collections.abc import Sequence

from limits import RateLimitItem, RateLimitItemPerHour, RateLimitItemPerMinute

_NETWORK = 64  # bits: whoever has one IPv6 address has all of its network

OF_ACCOUNT: Sequence[RateLimitItem] = (
    RateLimitItemPerMinute(5),
    RateLimitItemPerMinute(10, 15),
    RateLimitItemPerHour(20, 2),
)
"""Of one name; strangers share one count, a person has another where they have signed in before."""

OF_ADDRESS: Sequence[RateLimitItem] = (
    RateLimitItemPerMinute(20),
    RateLimitItemPerMinute(100, 15),
    RateLimitItemPerHour(300, 2),
)
"""Of one address, over all names: an office of many people behind one address stays below."""


def account_name(handle: str, address: str, *, is_known: bool) -> str:
    """The count of a name; only a digest is kept: people type passwords into the wrong field.

    Args:
        handle: As it was typed.
        address: Whence.
        is_known: The person has signed in from there before: others cannot use up their tries.
    """
    told = f"{handle}\0{network_of(address)}" if is_known else handle
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()


def network_of(address: str) -> str:
    """An address, of IPv6 its network."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return address
    if isinstance(found, ipaddress.IPv6Address):
        if found.ipv4_mapped is not None:
            return str(found.ipv4_mapped)
        return str(ipaddress.ip_network((found, _NETWORK), strict=False))
    return str(found)
