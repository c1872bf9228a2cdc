"""Pages of an answer that has several media types: those of the preferred one."""

from __future__ import annotations

from datetime import date

from paging_with_choices import AsyncClient, Client, models

from calls_server import Server


def pages_are_of_the_preferred_media_type(client: Client, server: Server) -> None:
    server.answers(json=[{"name": "Vega"}], headers={"link": '</stars?page=2>; rel="next"'})
    server.answers(json=[{"name": "Deneb", "mass": 18_000_000_000_000_000_000}])
    names: list[str] = [star.name for star in client.stars.list_stars_all()]
    assert names == ["Vega", "Deneb"]
    assert [each.line for each in server.requests] == ["GET /stars", "GET /stars?page=2"]


async def pages_come_asynchronously_too(client: AsyncClient, server: Server) -> None:
    server.answers(json=[{"name": "Vega"}])
    assert [star async for star in client.stars.list_stars_all()] == [models.Star(name="Vega")]


def one_page_may_be_of_the_other_type(client: Client, server: Server) -> None:
    server.answers(
        body=b'[{"day": "2026-09-01", "star": {"name": "Vega"}}]', content_type="application/vnd.stars.dated+json"
    )
    [dated] = client.stars.list_stars(accept="application/vnd.stars.dated+json")
    assert dated == models.DatedStar(day=date(2026, 9, 1), star=models.Star(name="Vega"))
