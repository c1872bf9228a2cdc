"""What a client offers beside plain calls. An operation as data asks for no scope."""

from desk import AsyncClient, Client

with Client() as client:
    print(client.operation(client.people.create).scopes)
    print(client.raw_response(client.people.get, "1").status)
    print(client.build_request(client.people.delete, "1").url)
    with client.stream(client.reports.list) as body:
        print(body)
    for page in client.people.list_all().pages():
        print(page)
    for response in client.people.list_all(limit=3).responses():
        print(response.headers)


async def main(client: AsyncClient) -> None:
    async with client.stream(client.people.notes.list, "1") as body:
        print(body)
    print(await client.raw_response(client.status.get))
