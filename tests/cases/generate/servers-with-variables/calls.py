"""Addresses with parts that a user chooses."""

from __future__ import annotations

from servers_with_variables import AsyncClient, Client

from calls_server import Server


def an_address_has_its_defaults(client: Client) -> None:
    with Client() as plain:
        request = plain.build_request(plain.readings.list_readings)
    assert request.url == "https://eu.weather.example:443/v2/readings"
    assert client.server_url() == "https://eu.weather.example:443/v2"


def its_parts_are_arguments(server: Server) -> None:
    host = server.url.removeprefix("http://").partition(":")
    assert Client.server_url(region="us") == "https://us.weather.example:443/v2"
    address = AsyncClient.server_url(region="us", port=host[2], base_path="v3")
    assert address == f"https://us.weather.example:{host[2]}/v3"
    with Client(base_url=address) as client:
        request = client.build_request(client.readings.list_readings)
    assert request.url == f"{address}/readings"


def a_path_and_an_operation_have_servers_of_their_own() -> None:
    with Client() as client:
        listed = client.build_request(client.stations.list_stations)
        added = client.build_request(client.stations.add_station)
    assert listed.url == "https://eu.weather.example:443/stations-api/stations"
    assert added.url == "https://upload.example/stations"


def a_base_url_stands_for_all_of_them(client: Client, server: Server) -> None:
    server.always(204)
    client.stations.list_stations()
    client.stations.add_station()
    assert [each.line for each in server.requests] == ["GET /stations", "POST /stations"]
