"""What may be fetched at all, told from the URL and the address alone."""

from __future__ import annotations

from ipaddress import ip_address

import pytest

from specwright.vendor.addresses import never, special
from specwright.vendor.urls import FetchFault, endpoint_of, is_url, next_url, shown_url


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("http://example.com/a.json", '"http" is not https'),
        ("ftp://example.com/a.json", '"ftp" is not https'),
        ("file:///etc/passwd", '"file" is not https'),
        ("https://user:word@example.com/a", "it holds a user name or a password"),
        ("https://example.com@evil.example/a", "it holds a user name or a password"),
        ("https://example.com\\@evil.example/a", "it is not plain"),
        ("https:\\\\example.com/a", "it is not plain"),
        ("https://example.com/a b", "it is not plain"),
        ("https://example.com/a\r\nHost: evil", "it is not plain"),
        ("https://example.com/\ta", "it is not plain"),
        ("https://exämple.com/a", "it is not plain"),
        ("https://example.com/" + "a" * 2000, "it is not plain"),
        ("https://example.com/a#/components", "it has a fragment"),
        ("https://example.com:22/a", "port 22 is no web server's"),
        ("https://example.com:0/a", "port 0 is no web server's"),
        ("https://example.com:99999/a", "it cannot be read"),
        ("https://[::1/a", "it cannot be read"),
        ("https:///a.json", '"" is no host name'),
        ("https://2130706433/a", '"2130706433" is an address in an unusual form'),
        ("https://0x7f000001/a", '"0x7f000001" is an address in an unusual form'),
        ("https://0177.0.0.1/a", '"0177.0.0.1" is an address in an unusual form'),
        ("https://127.1/a", '"127.1" is an address in an unusual form'),
        ("https://127.0.0.0x1/a", '"127.0.0.0x1" is an address in an unusual form'),
        ("https://[fe80::1%25eth0]/a", '"fe80::1%25eth0" names a network interface'),
        ("https://a..b/a", '"a..b" is no host name'),
        ("https://example.com./a", '"example.com." is no host name'),
        ("https://-a.example/a", '"-a.example" is no host name'),
        ("https://%65xample.com/a", '"%65xample.com" is no host name'),
    ],
)
def test_a_url_that_needs_thought_is_refused(url: str, reason: str) -> None:
    with pytest.raises(FetchFault) as caught:
        endpoint_of(url)
    assert caught.value.code == "url-refused"
    assert f"is not fetched: {reason}" in caught.value.message
    assert caught.value.hint


def test_what_may_be_secret_in_a_url_is_not_repeated() -> None:
    with pytest.raises(FetchFault) as caught:
        endpoint_of("https://user:word@example.com/a?key=secret")
    assert "word" not in caught.value.message.replace("password", "")
    assert shown_url("https://user:word@example.com/a?key=secret#x") == "https://example.com/a"


@pytest.mark.parametrize(
    ("url", "authority", "target"),
    [
        ("https://example.com", "example.com", "/"),
        ("https://EXAMPLE.com:443/a/b.json?x=1&y=2", "example.com", "/a/b.json?x=1&y=2"),
        ("https://example.com:8443?x", "example.com:8443", "/?x"),
        ("https://[2606:4700::1111]/a", "[2606:4700::1111]", "/a"),
        ("https://1.1.1.1/a", "1.1.1.1", "/a"),
        ("https://xn--bcher-kva.example/a", "xn--bcher-kva.example", "/a"),
        ("https://1.example/a", "1.example", "/a"),
    ],
)
def test_a_plain_url_says_whom_to_ask_for_what(url: str, authority: str, target: str) -> None:
    endpoint = endpoint_of(url)
    assert (endpoint.authority, endpoint.target) == (authority, target)


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("1.1.1.1", ""),
        ("2606:4700:4700::1111", ""),
        ("127.0.0.1", "loopback"),
        ("127.255.255.254", "loopback"),
        ("::1", "loopback"),
        ("::ffff:127.0.0.1", "loopback"),
        ("::127.0.0.1", "loopback"),
        ("64:ff9b::7f00:1", "loopback"),
        ("2002:7f00:1::", "loopback"),
        ("64:ff9b::101:101", ""),
        ("10.1.2.3", "private"),
        ("172.31.255.255", "private"),
        ("172.32.0.1", ""),
        ("192.168.0.1", "private"),
        ("::ffff:192.168.0.1", "private"),
        ("fd00::1", "private"),
        ("fec0::1", "private"),
        ("169.254.169.254", "link-local"),
        ("fe80::1", "link-local"),
        ("100.64.0.1", "shared"),
        ("0.0.0.0", "unspecified"),
        ("0.1.2.3", "unspecified"),
        ("::", "unspecified"),
        ("224.0.0.1", "multicast"),
        ("ff02::1", "multicast"),
        ("255.255.255.255", "reserved"),
        ("192.0.2.1", "documentation"),
        ("2001:db8::1", "documentation"),
        ("2001::1", "reserved"),
        ("198.18.0.1", "benchmarking"),
        ("4000::1", "reserved"),
        ("64:ff9b:1::1", "reserved"),
    ],
)
def test_an_address_that_is_not_public_is_known_for_what_it_is(address: str, kind: str) -> None:
    assert special(ip_address(address)) == kind


def test_an_address_of_no_host_is_allowed_by_nothing() -> None:
    addresses = ("0.0.0.0", "::", "224.0.0.1", "ff02::1", "::ffff:0.0.0.0", "127.0.0.1", "10.0.0.1")
    assert [never(ip_address(each)) for each in addresses] == [True] * 5 + [False] * 2


@pytest.mark.parametrize(
    ("location", "expected"),
    [
        ("/b.json", "https://example.com/b.json"),
        ("b.json#part", "https://example.com/x/b.json"),
        ("//other.example/b", "https://other.example/b"),
        ("http://other.example/b", "http://other.example/b"),
    ],
)
def test_a_redirect_is_read_against_where_it_stands(location: str, expected: str) -> None:
    assert next_url("https://example.com/x/a.json", location) == expected


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        *(("https://a/b", True), ("HTTP://a", True), ("file:/etc", True), ("https:\\\\a", True)),
        *(("c:/specs/a", False), ("specs/a.json", False), ("./https:/a", False), ("a:b", False)),
    ],
)
def test_a_url_is_told_from_a_path(text: str, meant: bool) -> None:
    assert is_url(text) is meant
