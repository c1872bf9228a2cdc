"""Fetching against a real TLS server: what arrives, and everything that is refused on the way."""

from __future__ import annotations

import gzip
import socket
import ssl
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest
from tls_server import Certificates, answer, serving

from specwright.vendor.connecting import Trust
from specwright.vendor.fetching import Bounds, fetch
from specwright.vendor.urls import FetchFault
from trees import ROOT

BODY = b'{"openapi": "3.0.3"}\n'


def says(content: bytes) -> Callable[[ssl.SSLSocket, str], None]:
    return lambda connection, _: connection.sendall(content)


def trusting(certificates: Certificates, *, private: bool = True) -> Trust:
    return Trust(private=private, authorities=certificates.authority)


def refusal(url: str, trust: Trust, bounds: Bounds | None = None) -> tuple[str, str]:
    with pytest.raises(FetchFault) as caught:
        fetch(url, trust, bounds)
    assert caught.value.hint
    return caught.value.code, caught.value.message


def refused(certificates: Certificates, content: bytes, bounds: Bounds | None = None) -> str:
    """Why an answer is not taken."""
    with serving(certificates, says(content)) as server:
        code, message = refusal(server.url("/a"), trusting(certificates), bounds)
    assert code == "fetch-failed"
    return message


def named(monkeypatch: pytest.MonkeyPatch, *answers: list[str]) -> list[str]:
    """Let every name lead to these addresses, one answer after the other; the list grows with each question."""
    asked: list[str] = []

    def look(host: str, port: int | None, **_: object) -> list[object]:
        found = answers[min(len(asked), len(answers) - 1)]
        asked.append(host)
        families = [(socket.AF_INET6 if ":" in each else socket.AF_INET, each) for each in found]
        return [(family, socket.SOCK_STREAM, 6, "", (each, port or 0)) for family, each in families]

    monkeypatch.setattr(socket, "getaddrinfo", look)
    return asked


def test_bytes_arrive_as_they_are(certificates: Certificates) -> None:
    with serving(certificates, says(answer(BODY, Content_Type="application/octet-stream"))) as server:
        assert fetch(server.url("/a.json?x=1"), trusting(certificates)) == BODY
    assert server.asked == ["GET /a.json?x=1 HTTP/1.1"]


@pytest.mark.parametrize(
    "content",
    [
        answer(b"4\r\nabcd\r\n2\r\nef\r\n0\r\n\r\n", Content_Length="", Transfer_Encoding="chunked"),
        answer(gzip.compress(b"abcdef", mtime=0), Content_Encoding="gzip"),
        answer(b"abcdef", Content_Length="6", X_Other="1"),
    ],
    ids=["chunked", "gzip", "plain"],
)
def test_an_answer_may_be_sent_in_other_ways(certificates: Certificates, content: bytes) -> None:
    with serving(certificates, says(content)) as server:
        assert fetch(server.url("/a"), trusting(certificates)) == b"abcdef"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (answer(b"abc", Content_Length="9"), "the connection ends early."),
        (answer(b"9\r\nabc", Content_Length="", Transfer_Encoding="chunked"), "the connection ends early."),
        (answer(b"no\r\n", Content_Length="", Transfer_Encoding="chunked"), "the connection ends early."),
        (b"nonsense\r\n\r\n", "BadStatusLine."),
        (b"", "the connection ends early."),
        (b"HTTP/1.1 200 OK\r\n" + b"a: b\r\n" * 200 + b"\r\n", "HTTPException."),
        (b"HTTP/1.1 200 OK\r\na: " + b"b" * 70_000, "LineTooLong."),
    ],
)
def test_an_answer_that_is_not_whole_is_not_taken(certificates: Certificates, content: bytes, reason: str) -> None:
    assert refused(certificates, content) == f"the answer of 127.0.0.1 cannot be read: {reason}"


def test_an_answer_that_is_shorter_than_announced_is_not_taken_even_where_the_server_ends_it_well(
    certificates: Certificates,
) -> None:
    def talk(connection: ssl.SSLSocket, _: str) -> None:
        connection.sendall(answer(b"abc", Content_Length="9"))
        connection.unwrap()

    with serving(certificates, talk) as server:
        message = refusal(server.url("/a"), trusting(certificates))[1]
    assert message == "the answer of 127.0.0.1 cannot be read: the connection ends early."


def test_an_answer_without_a_length_ends_where_the_server_says_so(certificates: Certificates) -> None:
    def talk(connection: ssl.SSLSocket, line: str) -> None:
        connection.sendall(answer(b"abc", Content_Length=""))
        if "whole" in line:
            connection.unwrap()

    with serving(certificates, talk) as server:
        assert fetch(server.url("/whole"), trusting(certificates)) == b"abc"
        assert "ends early" in refusal(server.url("/cut"), trusting(certificates))[1]


def test_an_answer_that_is_announced_as_too_large_is_not_waited_for(certificates: Certificates) -> None:
    def talk(connection: ssl.SSLSocket, _: str) -> None:
        connection.sendall(answer(b"", Content_Length="1000000000000"))
        time.sleep(1)

    with serving(certificates, talk) as server:
        message = refusal(server.url("/a"), trusting(certificates), Bounds(seconds=0.8))[1]
    assert message == "the file is larger than 64 MiB."


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (answer(b"", "404 Not Found"), "127.0.0.1 answers 404 Not Found."),
        (answer(b"", "500 "), "127.0.0.1 answers 500."),
        (answer(BODY, "206 Partial Content"), "127.0.0.1 answers 206 Partial Content."),
        (answer(b"<html>", Content_Type="text/html; charset=utf-8"), "127.0.0.1 answers with a web page."),
        (answer(b"x", Content_Encoding="br"), 'the answer is packed as "br".'),
        (answer(b"x", Content_Encoding="gzip, gzip"), 'the answer is packed as "gzip, gzip".'),
        (answer(b"no gzip at all", Content_Encoding="gzip"), "the answer cannot be unpacked."),
        (answer(gzip.compress(BODY, mtime=0)[:-4], Content_Encoding="gzip"), "the answer cannot be unpacked."),
        (answer(gzip.compress(BODY, mtime=0) + b"more", Content_Encoding="gzip"), "the answer cannot be unpacked."),
        (answer(b"", "302 Found"), "127.0.0.1 redirects to nowhere."),
    ],
)
def test_an_answer_of_another_kind_is_not_taken(certificates: Certificates, content: bytes, message: str) -> None:
    assert refused(certificates, content) == message


@pytest.mark.parametrize(
    "content",
    [
        answer(b"a" * 2000),
        answer(b"7d0\r\n" + b"a" * 2000 + b"\r\n0\r\n\r\n", Content_Length="", Transfer_Encoding="chunked"),
        answer(gzip.compress(b"a" * 10_000_000, mtime=0), Content_Encoding="gzip"),
    ],
    ids=["announced", "in pieces", "unpacked"],
)
def test_no_answer_is_larger_than_the_bound(certificates: Certificates, content: bytes) -> None:
    assert refused(certificates, content, Bounds(bytes=1500)) == "the file is larger than 1500 bytes."


def test_what_unpacks_into_much_is_left_as_soon_as_it_is_too_much(certificates: Certificates) -> None:
    bomb = gzip.compress(b"\0" * 100_000_000, mtime=0)
    tracemalloc.start()
    try:
        message = refused(certificates, answer(bomb, Content_Encoding="gzip"), Bounds(bytes=200_000))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert message == "the file is larger than 200000 bytes."
    assert peak < 5_000_000


def test_a_server_that_takes_its_time_is_left_when_the_time_is_over(certificates: Certificates) -> None:
    def drip(connection: ssl.SSLSocket, line: str) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\n")
        for _ in range(len(line) * 10):
            connection.sendall(b"x: y\r\n")
            time.sleep(0.05)

    with serving(certificates, drip) as server:
        before = time.perf_counter()
        code, message = refusal(server.url("/a"), trusting(certificates), Bounds(seconds=0.5))
    assert (code, message) == ("fetch-failed", "it takes longer than 0.5 seconds.")
    assert time.perf_counter() - before < 3


def test_a_server_that_says_nothing_is_left_too(certificates: Certificates) -> None:
    def wait(connection: ssl.SSLSocket, line: str) -> None:
        time.sleep(1)

    with serving(certificates, wait) as server:
        assert refusal(server.url("/a"), trusting(certificates), Bounds(seconds=0.3))[1].startswith("it takes longer")


def test_a_name_that_is_not_found_in_time_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    def look(*_: object, **__: object) -> list[object]:
        time.sleep(1)
        return []

    monkeypatch.setattr(socket, "getaddrinfo", look)
    assert refusal("https://specs.example/a", Trust(), Bounds(seconds=0.2))[1].startswith("it takes longer")


# Redirects


def redirecting(steps: dict[str, str]) -> Callable[[ssl.SSLSocket, str], None]:
    def talk(connection: ssl.SSLSocket, line: str) -> None:
        target = steps.get(line.split()[1])
        connection.sendall(answer(b"", "302 Found", Location=target) if target else answer(BODY))

    return talk


def test_redirects_are_followed(certificates: Certificates) -> None:
    with serving(certificates, redirecting({"/a": "/b", "/b": "c?x#part"})) as server:
        assert fetch(server.url("/a"), trusting(certificates)) == BODY
    assert [line.split()[1] for line in server.asked] == ["/a", "/b", "/c?x"]


def test_redirects_come_to_an_end(certificates: Certificates) -> None:
    with serving(certificates, redirecting({"/a": "/a"})) as server:
        code, message = refusal(server.url("/a"), trusting(certificates), Bounds(redirects=3))
    assert (code, message) == ("fetch-failed", "it leads to more than 3 redirects in a row.")
    assert len(server.asked) == 4


@pytest.mark.parametrize(
    ("location", "code"),
    [
        ("http://127.0.0.1/a", "url-refused"),
        ("file:///etc/passwd", "url-refused"),
        ("https://a:b@127.0.0.1/a", "url-refused"),
        ("https://127.0.0.1:22/a", "url-refused"),
        ("https://0.0.0.0/a", "address-refused"),
        ("https://[::ffff:0.0.0.0]/a", "address-refused"),
    ],
)
def test_a_redirect_is_checked_as_the_first_address_is(certificates: Certificates, location: str, code: str) -> None:
    with serving(certificates, redirecting({"/a": location})) as server:
        assert refusal(server.url("/a"), trusting(certificates))[0] == code
    assert len(server.asked) == 1


def test_no_public_host_leads_to_a_private_one_whatever_is_allowed(
    certificates: Certificates, monkeypatch: pytest.MonkeyPatch
) -> None:
    with serving(certificates, redirecting({"/a": "https://127.0.0.1:1443/b"})) as server:
        named(monkeypatch, ["93.184.215.14"])
        real = socket.socket.connect

        def connect(own: socket.socket, address: tuple[str, int]) -> None:
            real(own, ("127.0.0.1", address[1]) if address[0] == "93.184.215.14" else address)

        monkeypatch.setattr(socket.socket, "connect", connect)
        code, message = refusal(server.url("/a", "specs.example"), trusting(certificates))
    assert (code, message) == ("address-refused", "127.0.0.1, a loopback address.")
    assert len(server.asked) == 1


# Addresses


@pytest.mark.parametrize("url", ["https://127.0.0.1/a", "https://[::1]/a", "https://localhost/a", "https://10.0.0.1/a"])
def test_private_addresses_are_refused_unless_allowed(url: str, certificates: Certificates) -> None:
    code, message = refusal(url, trusting(certificates, private=False))
    assert code == "address-refused"
    assert message.endswith((", a loopback address.", ", a private address."))


def test_nothing_is_sent_to_a_refused_address(certificates: Certificates) -> None:
    with serving(certificates, says(answer(BODY))) as server:
        for host in ("127.0.0.1", "localhost"):
            assert refusal(server.url("/a", host), trusting(certificates, private=False))[0] == "address-refused"
    assert server.asked == []


def test_one_private_address_among_those_of_a_name_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    named(monkeypatch, ["93.184.215.14", "::ffff:10.0.0.1"])
    message = "specs.example is ::ffff:a00:1, a private address."
    assert refusal("https://specs.example/a", Trust())[1] == message


def test_the_address_that_was_checked_is_the_one_that_is_asked(
    certificates: Certificates, monkeypatch: pytest.MonkeyPatch
) -> None:
    connected: list[tuple[str, int]] = []

    def connect(_: socket.socket, address: tuple[str, int]) -> None:
        connected.append(address)
        raise ConnectionRefusedError(111, "Connection refused")

    monkeypatch.setattr(socket.socket, "connect", connect)
    asked = named(monkeypatch, ["93.184.215.14", "2606:4700::1111"], ["127.0.0.1"])
    code, message = refusal("https://specs.example/a", trusting(certificates, private=False))
    assert (code, message) == ("fetch-failed", "cannot connect to specs.example, port 443: Connection refused.")
    assert connected == [("93.184.215.14", 443), ("2606:4700::1111", 443)]
    assert asked == ["specs.example"]


def test_an_address_that_does_not_answer_is_not_waited_for_where_there_is_another(
    certificates: Certificates, monkeypatch: pytest.MonkeyPatch
) -> None:
    named(monkeypatch, ["127.0.0.2", "127.0.0.1"])
    waited: list[float | None] = []
    real = socket.socket.connect

    def connect(own: socket.socket, address: tuple[str, int]) -> None:
        waited.append(own.gettimeout())
        if address[0] == "127.0.0.2":
            raise TimeoutError
        real(own, address)

    monkeypatch.setattr(socket.socket, "connect", connect)
    with serving(certificates, says(answer(BODY))) as server:
        assert fetch(server.url("/a", "specs.example"), trusting(certificates)) == BODY
    assert [each and each <= 10 for each in waited] == [True, True]


def test_the_certificate_must_be_trusted(certificates: Certificates) -> None:
    with serving(certificates, says(answer(BODY))) as server:
        code, message = refusal(server.url("/a"), Trust(private=True))
    assert code == "fetch-failed"
    assert message.startswith("the certificate of 127.0.0.1 is not accepted: ")
    assert server.asked == []


def test_the_certificate_must_be_that_of_the_name(certificates: Certificates, monkeypatch: pytest.MonkeyPatch) -> None:
    named(monkeypatch, ["127.0.0.1"])
    with serving(certificates, says(answer(BODY))) as server:
        assert fetch(server.url("/a", "specs.example"), trusting(certificates)) == BODY
        message = refusal(server.url("/a", "other.example"), trusting(certificates))[1]
    assert "Hostname mismatch" in message


def test_a_file_of_authorities_must_be_one(tmp_path: Path) -> None:
    (tmp_path / "ca.pem").write_text("nothing")
    assert "is no file of certificates" in refusal("https://1.1.1.1/a", Trust(authorities=tmp_path / "ca.pem"))[1]


def test_proxies_are_not_used_and_a_failure_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    named(monkeypatch, [])
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:9")
    with pytest.raises(FetchFault) as caught:
        fetch("https://specs.example/a", Trust())
    assert caught.value.hint.startswith("HTTPS_PROXY is set, and proxies are not used here.")


def test_one_room_alone_reaches_out_to_a_network() -> None:
    package = ROOT / "generator" / "specwright"
    words = ("import socket", "import ssl", "http.client", "urllib.request", "urlopen")
    reaching = {
        path.relative_to(package).as_posix()
        for path in package.rglob("*.py")
        if any(word in path.read_text() for word in words)
    }
    assert reaching == {"vendor/connecting.py", "vendor/fetching.py"}
