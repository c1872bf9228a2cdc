import desk_one
from desk_two import AsyncClient


async def main():
    async with AsyncClient() as client:
        await client.people.list()


desk_one.Client().people.list()
