"""A browser as the tests use it: go to a page, find, click, ask, and say what was fetched and complained of."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import WebDriverWait

FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
)
PHONE = 390
PATIENCE = 15


@dataclass
class Browser:
    driver: webdriver.Chrome
    base: str

    def at(self, path: str, *, width: int = 1280, scheme: str = "light") -> Browser:
        size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width <= PHONE}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
        media = {"features": [{"name": "prefers-color-scheme", "value": scheme}]}
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", media)
        self.driver.get(f"{self.base}/{path}")
        return self

    @property
    def path(self) -> str:
        return self.driver.current_url.removeprefix(f"{self.base}/").partition("?")[0].partition("#")[0]

    def find(self, selector: str) -> WebElement:
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def ask(self, script: str, *values: object) -> object:
        return self.driver.execute_script(f"return {script}", *values)

    def wait(self, condition: Callable[[], object]) -> object:
        """What a condition comes to as soon as it comes to something."""
        return WebDriverWait(self.driver, PATIENCE, poll_frequency=0.1).until(lambda _: condition())

    def choose(self, switch: str, name: str) -> None:
        """Open a switch in the header and follow one of its choices."""
        self.find(f".{switch} button").click()
        # A choice has no text before the menu has opened, and the menu takes its time.
        link = self.wait(lambda: self._shown(f".{switch} a", name))
        assert isinstance(link, WebElement)
        link.click()

    def _shown(self, selector: str, name: str) -> WebElement | None:
        listed = self.driver.find_elements(By.CSS_SELECTOR, selector)
        return next((each for each in listed if each.is_displayed() and each.text == name), None)

    def search(self, words: str) -> list[str]:
        """The titles of what is found, the best first."""
        self.find(".md-search__button").click()
        inside = "[...document.querySelectorAll('*')].find(each => each.shadowRoot?.querySelector('input'))?.shadowRoot"
        field = self.wait(lambda: self.ask(f"{inside}?.querySelector('input')"))
        assert isinstance(field, WebElement)
        self.wait(field.is_displayed)
        field.send_keys(words)
        titles = f"[...{inside}.querySelectorAll('a')].map(each => each.innerText.split('\\n')[0])"
        found = self.wait(lambda: self.ask(titles))
        assert isinstance(found, list)
        return [str(each) for each in found]

    def requests(self) -> set[str]:
        """The address of everything that was asked for since the last question."""
        messages = (json.loads(entry["message"])["message"] for entry in self.driver.get_log("performance"))
        sent = (each["params"] for each in messages if each["method"] == "Network.requestWillBeSent")
        return {each["request"]["url"] for each in sent}

    def complaints(self) -> list[str]:
        """What the console holds since the last question."""
        return [str(entry["message"]) for entry in self.driver.get_log("browser")]


@contextmanager
def started(chromium: str, driver: str, profile: Path, base: str) -> Iterator[Browser]:
    """A browser, closed at the end."""
    options = webdriver.ChromeOptions()
    options.binary_location = chromium
    for flag in (*FLAGS, f"--user-data-dir={profile}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"performance": "ALL", "browser": "ALL"})
    chrome = webdriver.Chrome(options=options, service=Service(driver))
    try:
        yield Browser(chrome, base)
    finally:
        chrome.quit()
