"""A browser as far as pages without scripts need one: cookies, forms with their marks, origins."""

import re
from urllib.parse import parse_qs, urlsplit

from fastapi import FastAPI
from fastapi.testclient import TestClient
from httpx2 import Response

HOST = "https://bienban.example"
OWN_PAGE = {"Origin": HOST, "Sec-Fetch-Site": "same-origin"}


class Browser:
    """Somebody at a browser."""

    def __init__(self, app: FastAPI, address: str = "192.0.2.7") -> None:
        self.client = TestClient(app, base_url=HOST, client=(address, 1), follow_redirects=False)
        self.page = ""

    def open(self, path: str) -> Response:
        """Open a page, following where it leads on this host."""
        answer = self.client.get(path)
        while answer.is_redirect and answer.headers["location"].startswith("/"):
            answer = self.client.get(answer.headers["location"])
        self.page = answer.text
        return answer

    @property
    def mark(self) -> str:
        """The mark of the forms of the page that is open."""
        found = re.search(r'name="mark" value="([^"]+)"', self.page)
        assert found, self.page
        return found[1]

    def hidden(self, name: str) -> str:
        """A hidden field of the page that is open."""
        found = re.search(rf'name="{name}" value="([^"]*)"', self.page)
        assert found, self.page
        return found[1]

    def send(self, path: str, /, **fields: str | list[str]) -> Response:
        """Send a form of the page that is open, as a browser does."""
        answer = self.client.post(path, data={"mark": self.mark} | fields, headers=OWN_PAGE)
        if not answer.is_redirect:
            self.page = answer.text
        return answer

    def sign_in(self, handle: str, password: str) -> Response:
        """Sign in with a password."""
        self.open("/sign-in")
        return self.send("/sign-in", handle=handle, password=password, next=self.hidden("next"))


def token_of(address: str) -> str:
    """The token in a one-time link."""
    return parse_qs(urlsplit(address).query)["token"][0]
