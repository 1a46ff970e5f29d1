"""Signing in with an OpenID provider: the code flow with PKCE, state and nonce, every part of it looked at.

Source:
    OpenID Connect Core 1.0, 3.1; OAuth 2.0 Security Best Current Practice (RFC 9700), 2.1.
"""

import hmac
import secrets
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import requests
from authlib.integrations.base_client import OAuthError
from authlib.integrations.requests_client import OAuth2Session
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet
from pydantic import BaseModel

from service.core.message import message
from service.http.errors import OpenIdRefused
from service.http.local_only import is_loopback

_TIMEOUT_S = 10
_REMEMBERED_S = 3600
_LEEWAY_S = 60
# What the provider signs with; never a secret that both hold, never nothing.
_ALGORITHMS = ("RS256", "PS256", "ES256", "EdDSA")
_LONGEST = 200


class Begun(BaseModel):
    """What must be known when the provider sends a person back.

    Attributes:
        address: Where the person goes.
        state: Marks the answer as one to this question.
        nonce: Marks the token as one for this question.
        verifier: Shows that who redeems the code has asked for it.
        going_on: The page to go on to.
    """

    address: str
    state: str
    nonce: str
    verifier: str
    going_on: str


@dataclass(frozen=True)
class Identity:
    """Whom the provider has sent.

    Attributes:
        subject: Its own name of them; it does not change.
        email: An address that it has verified; None for none.
    """

    subject: str
    email: str | None


class OpenIdProvider:
    """A provider as this installation knows it; its description and keys are asked for once an hour."""

    def __init__(self, issuer: str, client_id: str, client_secret: str, back: str) -> None:
        """Name it.

        Args:
            issuer: Its address, as tokens name it.
            client_id: What it calls this installation.
            client_secret: What this installation shows it.
            back: Where it sends people back to.

        Raises:
            OpenIdRefused: Its address is not encrypted, and not on this machine.
        """
        self._issuer, self._client_id, self._secret, self._back = issuer, client_id, client_secret, back
        self._lock = threading.Lock()
        self._known: tuple[float, dict[str, Any], KeySet] | None = None
        _check_address(issuer)

    def begin(self, going_on: str) -> Begun:
        """A question to the provider.

        Raises:
            OpenIdRefused: It does not answer.
        """
        description, _ = self._ask()
        state, nonce, verifier = (secrets.token_urlsafe(32) for _ in range(3))
        with self._session() as session:
            address, _ = session.create_authorization_url(
                description["authorization_endpoint"], state=state, nonce=nonce, code_verifier=verifier
            )
        return Begun(address=address, state=state, nonce=nonce, verifier=verifier, going_on=going_on)

    def finish(self, begun: Begun, answer: Mapping[str, str]) -> Identity:
        """Whom the provider has sent, once everything in its answer is in order.

        Args:
            begun: The question.
            answer: Query of the address with which the person came back.

        Raises:
            OpenIdRefused: State, issuer, code, signature, nonce, audience or time are not in order.
        """
        if not hmac.compare_digest(answer.get("state", "").encode(), begun.state.encode()):
            raise _refused()
        if answer.get("iss", self._issuer) != self._issuer or not answer.get("code"):
            raise _refused()
        description, keys = self._ask()
        token = self._redeem(description, answer["code"], begun.verifier)
        try:
            claims = self._claims(token, keys)
        except (JoseError, ValueError):
            # It may have changed its keys since.
            claims = self._claims_anew(token)
        return self._identity(claims, begun.nonce)

    def _redeem(self, description: Mapping[str, Any], code: str, verifier: str) -> str:
        try:
            with self._session() as session:
                given = session.fetch_token(
                    description["token_endpoint"], code=code, code_verifier=verifier, timeout=_TIMEOUT_S
                )
        except (OAuthError, requests.RequestException, ValueError) as error:
            raise _refused() from error
        token = given.get("id_token")
        if not isinstance(token, str):
            raise _refused()
        return token

    def _claims_anew(self, token: str) -> dict[str, Any]:
        _, keys = self._ask(anew=True)
        try:
            return self._claims(token, keys)
        except (JoseError, ValueError) as error:
            raise _refused() from error

    def _claims(self, token: str, keys: KeySet) -> dict[str, Any]:
        decoded = jwt.decode(token, keys, algorithms=_ALGORITHMS)
        jwt.JWTClaimsRegistry(
            leeway=_LEEWAY_S,
            iss={"essential": True, "value": self._issuer},
            aud={"essential": True, "value": self._client_id},
            sub={"essential": True},
            exp={"essential": True},
            iat={"essential": True},
            nonce={"essential": True},
        ).validate(decoded.claims)
        return decoded.claims

    def _identity(self, claims: Mapping[str, Any], nonce: str) -> Identity:
        subject, given, email = claims["sub"], claims["nonce"], claims.get("email")
        is_ours = isinstance(given, str) and hmac.compare_digest(given.encode(), nonce.encode())
        # A token for several parties names the one that it was given to.
        is_for_us = claims.get("azp", self._client_id) == self._client_id
        if not is_ours or not is_for_us or not 1 <= len(subject) <= _LONGEST:
            raise _refused()
        is_verified = isinstance(email, str) and claims.get("email_verified") is True
        return Identity(subject, str(email).lower() if is_verified else None)

    def _session(self) -> OAuth2Session:
        return OAuth2Session(
            self._client_id,
            self._secret,
            scope="openid email",
            redirect_uri=self._back,
            code_challenge_method="S256",
        )

    def _ask(self, *, anew: bool = False) -> tuple[dict[str, Any], KeySet]:
        with self._lock:
            known = self._known
            if known is None or anew or known[0] < time.monotonic() - _REMEMBERED_S:
                known = self._known = (time.monotonic(), *self._fetch())
            return known[1], known[2]

    def _fetch(self) -> tuple[dict[str, Any], KeySet]:
        try:
            description = _get(f"{self._issuer}/.well-known/openid-configuration")
            if description["issuer"] != self._issuer:
                raise _refused()
            for name in ("authorization_endpoint", "token_endpoint", "jwks_uri"):
                _check_address(description[name])
            return description, KeySet.import_key_set(_get(description["jwks_uri"]))  # type: ignore[arg-type]
        except (requests.RequestException, ValueError, KeyError, TypeError, JoseError) as error:
            raise OpenIdRefused(message("the OpenID provider does not answer as it should")) from error


def _get(address: str) -> dict[str, Any]:
    answer = requests.get(address, timeout=_TIMEOUT_S, allow_redirects=False)
    answer.raise_for_status()
    found: dict[str, Any] = answer.json()
    return found


def _check_address(address: str) -> None:
    parts = urlsplit(address)
    if parts.scheme != "https" and not (parts.scheme == "http" and is_loopback(parts.hostname or "")):
        raise OpenIdRefused(message("{address}: an OpenID provider is reached by https", address=address))


def _refused() -> OpenIdRefused:
    return OpenIdRefused(message("the OpenID provider's answer is not in order; sign in again"))
