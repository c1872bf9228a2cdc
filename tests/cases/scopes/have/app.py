from desk import Client

with Client() as client:
    client.people.list()
    client.people.notes.list("1")
    client.people.notes.create("1")
    client.status.get()
