"""Resources and methods as values."""

from functools import partial

from desk import Client
from desk.v2.resources.people import People

client = Client()
people = client.people
people.get("1")
notes = people.notes
listed = notes.list
listed("1")

create = people.create
partial(people.delete, "1")()
list(map(people.get, ["2", "3"]))
print(sorted(["1"], key=client.people.notes.create))

getattr(people, "list")(limit=1)
getattr(client, "reports").list()
NAME = "get"
getattr(people, NAME)("4")
for name in ("get", "delete"):
    getattr(people, name)("5")

People.get(people, "6")
jobs = {"status": client.status.get}
jobs["status"]()
people._client.people.notes.list("7")
