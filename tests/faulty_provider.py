"""An OpenID provider in a process of its own that answers as it is told to.

It takes its port. It holds the client to PKCE, its secret and address; what is wrong is the token.
"""

import base64
import hashlib
import hmac
import json
import sys
import time
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import RSAKey

KEY, OTHER_KEY = (RSAKey.generate_key(2048, {"kid": "one"}) for _ in range(2))
GOOD = {"sub": "s-1", "email": "ha@office.example", "email_verified": True}
state: dict[str, Any] = {"fault": "", "codes": {}}


def claims_for(asked: dict[str, str], issuer: str) -> dict[str, Any]:
    now, fault = int(time.time()), state["fault"]
    claims = GOOD | {
        "iss": issuer,
        "aud": asked["client_id"],
        "nonce": asked["nonce"],
        "iat": now,
        "exp": now + 300,
    }
    wrong: dict[str, dict[str, Any]] = {
        "nonce": {"nonce": "another"},
        "audience": {"aud": "somebody-else"},
        "party": {"aud": ["somebody-else", asked["client_id"]], "azp": "somebody-else"},
        "issuer": {"iss": "https://evil.example"},
        "expired": {"iat": now - 900, "exp": now - 600},
        "unverified": {"email_verified": False},
        "verified-in-words": {"email_verified": "true"},
        "subject": {"sub": ""},
        "stranger": {"sub": "s-9", "email": "stranger@office.example"},
    }
    claims |= wrong.get(fault, {})
    for missing in ("nonce", "exp", "sub", "aud"):
        if fault == f"no-{missing}":
            del claims[missing]
    return claims


def letters(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def token_for(asked: dict[str, str], issuer: str) -> str:
    claims, fault = claims_for(asked, issuer), state["fault"]
    body = letters(json.dumps(claims).encode())
    if fault == "unsigned":
        return ".".join((letters(json.dumps({"alg": "none"}).encode()), body, ""))
    if fault == "symmetric":  # signed with what everybody may know: the public key
        signed = f"{letters(json.dumps({'alg': 'HS256', 'kid': 'one'}).encode())}.{body}"
        return f"{signed}.{letters(hmac.digest(KEY.as_pem(private=False), signed.encode(), 'sha256'))}"
    token = jwt.encode({"alg": "RS256", "kid": "one"}, claims, OTHER_KEY if fault == "signature" else KEY)
    if fault == "changed":
        head, _, signature = token.split(".")
        return f"{head}.{letters(json.dumps(claims | {'sub': 's-2'}).encode())}.{signature}"
    return token


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        query = {name: values[0] for name, values in parse_qs(parts.query).items()}
        here = f"http://{self.headers['Host']}"
        if parts.path == "/fault":
            state["fault"] = query.get("name", "")
            self.answer({})
        elif parts.path == "/.well-known/openid-configuration":
            self.answer(
                {
                    "issuer": here,
                    "authorization_endpoint": f"{here}/authorize",
                    "token_endpoint": f"{here}/token",
                    "jwks_uri": f"{here}/keys",
                }
            )
        elif parts.path == "/keys":
            self.answer({"keys": [KEY.as_dict(private=False)]})
        else:
            self.authorize(query)

    def authorize(self, query: dict[str, str]) -> None:
        assert query["code_challenge_method"] == "S256"
        code = str(len(state["codes"]))
        state["codes"][code] = query
        back = {"code": code, "state": "another" if state["fault"] == "state" else query["state"]}
        self.send_response(302)
        self.send_header("Location", f"{query['redirect_uri']}?{urlencode(back)}")
        self.end_headers()

    def do_POST(self) -> None:
        form = {
            name: values[0]
            for name, values in parse_qs(
                self.rfile.read(int(self.headers["Content-Length"])).decode()
            ).items()
        }
        asked = state["codes"].pop(form.get("code", ""), None)
        expected = base64.b64encode(b"bienban:secret").decode()
        if asked is None or self.headers["Authorization"] != f"Basic {expected}":
            self.answer({"error": "invalid_grant"}, 400)
            return
        proof = base64.urlsafe_b64encode(hashlib.sha256(form["code_verifier"].encode()).digest()).rstrip(b"=")
        if proof.decode() != asked["code_challenge"] or form["redirect_uri"] != asked["redirect_uri"]:
            self.answer({"error": "invalid_grant"}, 400)
            return
        token = token_for(asked, f"http://{self.headers['Host']}")
        given = {"access_token": "x", "token_type": "Bearer"} | (
            {} if state["fault"] == "no-token" else {"id_token": token}
        )
        self.answer(given)

    def answer(self, body: dict[str, Any], status: int = 200) -> None:
        data = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


if __name__ == "__main__":
    server = HTTPServer(("127.0.0.1", int(sys.argv[1])), Handler)
    print("ready", flush=True)  # noqa: T201 - whoever started it waits for this
    server.serve_forever()
